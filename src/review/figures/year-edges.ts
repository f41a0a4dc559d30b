const year = '((?:19|20)\\d{2})'
const parts: [string, RegExp][] = [
  ['start', /初|early|start|beginning|anfang|beginn|début|principios|comienzos|inicios|年明け|초/iu],
  ['mid', /中|半ば|mid|mitte|mi-|milieu|mediados/iu],
]
const eastern = new RegExp(
  `${year}\\s?年?\\s?(?:年)?(?:的|の)?(初|中(?!期|国|央|东|小|超)|底|末|半ば|초|중반|말)`,
  'gu',
)
const western = new RegExp(
  `(?<!\\p{L})(early|late|mid|middle|start|beginning|end|anfang|beginn|mitte|ende|début|mi|milieu|fin|principios|comienzos|inicios|mediados|finales|fines)[- ](?:(?:of|in|de|des Jahres|del año) )?${year}(?!\\d)`,
  'giu',
)

/** Beginnings, middles and ends of years that a text tells, as `2027 mid`. */
export function yearEdgesIn(text: string): Set<string> {
  const found = [
    ...Array.from(text.matchAll(eastern), ([, of, said]) => [of, said] as const),
    ...Array.from(text.matchAll(western), ([, said, of]) => [of, said] as const),
  ]
  return new Set(
    found.map(([of, said = '']) => `${of} ${parts.find(([, pattern]) => pattern.test(said))?.[0] ?? 'end'}`),
  )
}

/** 2027年底 for "mid-2027" or "late 2028": another edge, where the source tells its years by their edges. */
export const otherEdges = (ours: Set<string>, theirs: Set<string>): string[] =>
  theirs.size === 0
    ? []
    : [...ours].filter((edge) => !theirs.has(edge)).map((edge) => `"${edge}" of a year is another in the source`)
