// Two tags for one language: `no` and `nb` for the Norwegian nearly all is written in, old codes and their successors.
const oneOf: Record<string, string> = { nb: 'no', iw: 'he', in: 'id', ji: 'yi', tl: 'fil', mo: 'ro' }

/** The language that a reader knows a tag by, without region and script: `en-GB` is `en`, `nb-NO` is `no`; `''` for none. */
export function baseLanguage(tag: string | null): string {
  const base = tag?.toLowerCase().split(/[-_]/u)[0] ?? ''
  return oneOf[base] ?? base
}
