import { splitList } from './parse-selector.ts'

/** The screen that rules about width are asked for, in pixels. */
const screenWidth = 1280
/** A box on such a screen is about as wide as this at least. */
const narrowest = 300
const screenHeight = 800

/** Do the rules below an at-rule hold on a screen? `head` is the rule up to its brace, as `@media print`. */
export function appliesAlways(head: string): boolean {
  if (/^@media/iu.test(head)) return appliesTo(head.slice(6))
  if (/^@supports\b/iu.test(head)) return isSupported(head.slice(9).trim())
  if (/^@container\b/iu.test(head)) return holdsInBoxes(head.slice(10))
  return /^@(?:layer|scope)\b/iu.test(head)
}

/** Does a list of media hold for a screen? Paper, phones, motion and contrast do not say what a reader at a screen sees. */
export function appliesTo(media: string): boolean {
  const plain = media.trim().toLowerCase()
  return plain === '' || splitList(plain).some((query) => isScreen(query) === true)
}

/** `null` where nobody knows: then neither the query nor its contrary holds. */
function isScreen(query: string): boolean | null {
  const inverse = /^\s*not\s+(?!\()(.*)$/su.exec(query)?.[1]
  if (inverse !== undefined) return not(isScreen(inverse))
  if (/\b(?:print|speech|projection|handheld|tv)\b/u.test(query)) return false
  const held = [...query.matchAll(/(\bnot\s*\(?\s*)?\(([^()]*)\)/gu)].map(([, contrary, feature = '']) => {
    const holds = holdsOnScreen(feature.trim())
    return contrary === undefined ? holds : not(holds)
  })
  if (/\bor\b/u.test(query)) return held.includes(true) ? true : held.includes(null) ? null : false
  return held.includes(false) ? false : held.includes(null) ? null : true
}

function not(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds
}

const kinds: Record<string, (value: string) => boolean | null> = {
  hover: (value) => value !== 'none',
  'any-hover': (value) => value !== 'none',
  pointer: (value) => value !== 'none' && value !== 'coarse',
  'any-pointer': (value) => value !== 'none' && value !== 'coarse',
  'prefers-color-scheme': (value) => value === 'light',
  'prefers-reduced-motion': (value) => value === 'no-preference',
  'prefers-contrast': (value) => value === 'no-preference',
  'forced-colors': (value) => value === 'none',
  orientation: (value) => value === 'landscape',
  scripting: () => true,
  color: () => true,
  'min-height': () => true,
  'max-height': (value) => (sizeOf(value) >= screenHeight ? true : null),
  'min-resolution': (value) => (Number.parseFloat(value) <= 1 ? true : null),
}

function holdsOnScreen(feature: string): boolean | null {
  const [name = '', value = ''] = feature.split(':').map((part) => part.trim())
  if (name === 'min-width' || name === 'min-device-width') return sizeOf(value) <= screenWidth
  if (name === 'max-width' || name === 'max-device-width') return sizeOf(value) >= screenWidth
  if (/[<>]/u.test(feature)) return holdsBetween(feature, [screenWidth, screenWidth])
  return kinds[name]?.(value) ?? null
}

function sizeOf(value: string): number {
  return Number.parseFloat(value) * (/r?em$/u.test(value) ? 16 : 1)
}

/** `width >= 300px`, `300px <= width < 3000px`: true where it holds for every width from the least to the most. */
function holdsBetween(feature: string, [least, most]: [number, number]): boolean | null {
  const [, low, lowSign, highSign, high] =
    /^(?:([\d.]+(?:px|r?em)?)\s*([<>])=?\s*)?(?:width|inline-size)(?:\s*([<>])=?\s*([\d.]+(?:px|r?em)?))?$/u.exec(
      feature,
    ) ?? []
  if (low === undefined && high === undefined) return null
  const before = low === undefined || (lowSign === '<' ? sizeOf(low) <= least : sizeOf(low) >= most)
  const behind = high === undefined || (highSign === '>' ? sizeOf(high) <= least : sizeOf(high) >= most)
  return before && behind
}

/** A condition on a box whose size we do not know: only what is true of every box holds. */
function holdsInBoxes(condition: string): boolean {
  const features = [...condition.toLowerCase().matchAll(/\(([^()]*)\)/gu)].map(([, feature = '']) => feature.trim())
  return (
    features.length > 0 &&
    !/\b(?:not|style|or)\b/u.test(condition) &&
    features.every((feature) => {
      const [name, value = ''] = feature.split(':').map((part) => part.trim())
      if (name === 'min-width' || name === 'min-inline-size') return sizeOf(value) <= narrowest
      if (name === 'max-width' || name === 'max-inline-size') return sizeOf(value) >= screenWidth
      return holdsBetween(feature, [narrowest, screenWidth]) === true
    })
  )
}

// What properties of CSS begin with: a name that begins otherwise is known to no browser.
const beginnings = new Set(
  'accent align all anchor animation appearance aspect backdrop backface background block border bottom box break caption caret clear clip color column columns contain container content corner counter cursor cx cy direction display dominant empty field fill filter flex float flood font forced gap grid hanging height hyphenate hyphens image initial inline inset interpolate isolation justify left letter lighting line list margin marker mask math max min mix object offset opacity order orphans outline overflow overlay overscroll padding page paint perspective place pointer position print quotes resize right rotate row ruby scale scroll scrollbar shape speak stop stroke tab table text timeline top touch transform transition translate unicode user vector vertical view visibility white widows width will word writing zoom'.split(
    ' ',
  ),
)

function isSupported(condition: string): boolean {
  if (!/^not\b/iu.test(condition)) return true
  const name = /^not\s*\(\s*([\w-]+)\s*:/iu.exec(condition)?.[1]?.toLowerCase()
  return name !== undefined && !name.startsWith('-') && !beginnings.has(name.split('-')[0] ?? '')
}
