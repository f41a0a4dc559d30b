import type { Instant, Language, Rights, Url } from '../types.ts'
import list from './data/starter-outlets.json' with { type: 'json' }

/** An outlet to begin with. `country` ISO 3166; `checked`: when its feed was last asked, `null`: never by us. */
export type StarterOutlet = {
  id: string
  name: string
  country: string
  language: Language
  owner: string
  kind: string
  feed: Url
  rights: Rights
  checked: Instant | null
}

/** Thirty outlets in nine languages, with where and when the list was made. An address may have moved since. */
export const starterList: { listedAt: string; source: string; rightsStance: string; outlets: StarterOutlet[] } = {
  ...list,
  outlets: list.outlets.map((outlet) => ({ ...outlet, rights: outlet.rights as Rights })),
}
