const raisedSigns = new Map(
  Array.from('0123456789+-−=()n', (sign, at) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ')[at] ?? sign]),
)
const loweredSigns = new Map(
  Array.from('0123456789+-−=()', (sign, at) => [sign, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')[at] ?? sign]),
)
const longest = 8

/**
 * What `<sup>` or `<sub>` says, in Unicode's own raised and lowered signs where it is a number: "10⁶" without its place is 106,
 * and "£4⁹⁹" is 499 pounds. Letters ("1er", "21st") stay.
 */
export function raise(text: string, element: 'sup' | 'sub'): string {
  const signs = element === 'sup' ? raisedSigns : loweredSigns
  const said = Array.from(text.trim())
  if (said.length > longest || !said.some((sign) => /\d/u.test(sign))) return text
  return said.every((sign) => signs.has(sign)) ? said.map((sign) => signs.get(sign)).join('') : text
}

/** {@link raise} for each pair of tags in a string of HTML that holds no other tag. */
export function raiseTags(html: string): string {
  return /<su[pb]\b/iu.test(html)
    ? html.replace(/<(su[pb])(?:\s[^<>]*)?>([^<]*)<\/\1\s*>/giu, (whole, name: string, text: string) => {
        const raised = raise(text, name.toLowerCase() as 'sup' | 'sub')
        return raised === text ? whole : raised
      })
    : html
}
