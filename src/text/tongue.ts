import type { Language } from '../types.ts'

/** What an element with words of a language carries; both are `undefined` where nothing has to be said. */
export type Tongue = { lang: Language | undefined; dir: 'rtl' | 'auto' | undefined }

const known = new Map<Language, Tongue['dir']>()

/**
 * Language and direction of an outlet's words on our pages, which run from left to right: `rtl` for Arabic, Hebrew, Persian,
 * Urdu and whatever else the runtime knows to be written so, `auto` where the language is unknown and the letters must tell.
 */
export function tongueOf(language: Language | null): Tongue {
  if (language === null) return { lang: undefined, dir: 'auto' }
  const dir = known.has(language) ? known.get(language) : directionOf(language)
  known.set(language, dir)
  return { lang: language, dir }
}

function directionOf(language: Language): Tongue['dir'] {
  try {
    // Standard (ECMA-402, Intl.Locale Info) and in Node; the types do not have it yet.
    const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo(): { direction?: string } }
    return locale.getTextInfo().direction === 'rtl' ? 'rtl' : undefined
  } catch {
    return 'auto'
  }
}
