/** Custom properties of a page by name: what its root says, and every value that is given anywhere. */
export type Variables = { root: Map<string, string>; all: () => Map<string, Set<string>> }

const deepest = 4

/** The variables of the sheets of a page. Every value is looked for when a property is asked for that the root does not settle. */
export function readVariables(sheets: readonly string[]): Variables {
  let all: Map<string, Set<string>> | null = null
  return {
    root: new Map(),
    all: () => {
      if (all) return all
      all = new Map()
      for (const css of sheets) addValues(css.includes('/*') ? css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, '') : css, all)
      return all
    },
  }
}

const declared = /(--[\w-]+)\s*:\s*([^;{}]{1,200})/uy

function addValues(css: string, all: Map<string, Set<string>>): void {
  for (let at = css.indexOf('--'); at >= 0; at = css.indexOf('--', at)) {
    declared.lastIndex = at
    const found = goesOn(css.charCodeAt(at - 1)) ? null : declared.exec(css)
    at = found ? declared.lastIndex : at + 2
    if (!found) continue
    const [, name = '', value = ''] = found
    const values = all.get(name) ?? new Set()
    values.add(value.trim().toLowerCase())
    all.set(name, values)
  }
}

/** Does a name or `var(` go on behind this sign? As in most classes with two hyphens. */
function goesOn(sign: number): boolean {
  return sign === 0x2d || sign === 0x28 || sign === 0x5f || (sign >= 0x61 && sign <= 0x7a) || isCapitalOrDigit(sign)
}

function isCapitalOrDigit(sign: number): boolean {
  return (sign >= 0x41 && sign <= 0x5a) || (sign >= 0x30 && sign <= 0x39)
}

/**
 * A value with its `var()`s filled in; `''` where one is missing and nothing stands for it.
 *
 * @param own what the same declarations give; before the root's, and before a value that is the only one anywhere
 */
export function substitute(value: string, { root, all }: Variables, own: Map<string, string> | null): string {
  return fill(value, (name) => own?.get(name) ?? root.get(name) ?? only(all().get(name)))
}

/** The same for colours; `null` where one has several values: a theme decides, and which is on we do not know. */
export function substituteColour(value: string, { all }: Variables): string | null {
  let settled = true
  const text = fill(value, (name) => {
    const values = all().get(name)
    if ((values?.size ?? 0) > 1) settled = false
    return only(values)
  })
  return settled ? text : null
}

/** What stands for a missing property may ask for one itself: that is the next round's. */
function fill(value: string, find: (name: string) => string | null | undefined): string {
  let text = value
  for (let round = 0; round < deepest && text.includes('var('); round++)
    text = text.replace(
      /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/gu,
      (_, name: string, other: string | undefined) => {
        const found = find(name)
        return found === null ? '' : (found ?? other ?? '').trim()
      },
    )
  return text.trim()
}

/** The one value that is given; `null` where there are several, so that nothing else stands for it. */
function only(values: Set<string> | undefined): string | null | undefined {
  if (values === undefined) return undefined
  return values.size === 1 ? [...values][0] : null
}
