import type { Element } from 'domhandler'
import type { Url } from '../../types.ts'

const notPhoto =
  /logo|placeholder|spinner|avatar|profile-image|sprite|favicon|blank\.|pixel|1x1|transparent|default[-_]|spacer|loading\.|lazy\.|grey\.|gray\.|icon[-_]|\.svg$/iu
const attributes = [
  'data-full-src',
  'data-original-url',
  'data-hi-res-src',
  'data-large-src',
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-url',
  'data-img-url',
  'src',
]
const longestSet = 20_000
// No reader's screen needs more, and some outlets offer the camera's own file.
const widest = 2600

/** The addresses an image element offers, the widest of its sets first (`width` 0: not said); logos and placeholders are none. */
export function addressesOf(image: Element, base: Url): { url: Url; width: number }[] {
  const { attribs } = image
  const sets = [attribs.srcset, attribs['data-srcset'], attribs['data-lazy-srcset']].flatMap((set) =>
    set ? candidates(set) : [],
  )
  const fitting = sets.toSorted((a, b) => b.width - a.width).filter((one) => one.width <= widest)
  const said = [...fitting, ...attributes.map((name) => ({ address: attribs[name] ?? '', width: 0 }))]
  const found = new Map<Url, number>()
  for (const { address, width } of said) {
    const url = address === '' ? null : absolute(address, base)
    if (url && !found.has(url)) found.set(url, width)
  }
  return [...found].map(([url, width]) => ({ url, width }))
}

/** `srcset` allows commas inside addresses: a candidate ends at its width. */
function candidates(set: string): { address: string; width: number }[] {
  const found: { address: string; width: number }[] = []
  let address = ''
  for (const word of set.slice(0, longestSet).split(/\s+/u)) {
    const size = /^(\d+(?:\.\d+)?)([wx]),?$/u.exec(word)
    if (size && address !== '') found.push({ address, width: Number(size[1]) * (size[2] === 'x' ? 600 : 1) })
    address = size ? '' : word.replace(/^,+/u, '')
  }
  return found.length > 0 || address === '' ? found : [{ address: address.replace(/,$/u, ''), width: 1 }]
}

/** An absolute address of a picture; `null` for inline data, logos and placeholders. */
export function absolute(address: string, base: Url): Url | null {
  const url = address === '' || address.startsWith('data:') ? null : URL.parse(address, base)
  return url && /^https?:$/u.test(url.protocol) && !notPhoto.test(url.pathname) ? url.href : null
}

/** What two addresses of one picture share: long ids and the file's name without its size, crop and version. */
export function keysOf(url: Url): string[] {
  // A picture service carries the picture's own address inside its own, whose numbers are sizes.
  const inner = /https?(?::|%3a)(?:\/\/|%2f%2f)[^/%]+((?:\/|%2f).*)$/iu.exec(url.slice(8))?.[1]
  const said = decoded(inner ?? url.replace(/^https?:\/\/[^/]+/u, '')).toLowerCase()
  const ids =
    said.match(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{16,}|\d{7,}|(?<=\/(?:id|image|images|img|photo|article|asset|media)\/?)\d{5,}/gu,
    ) ?? []
  const files = said.split(/[/?&=,;|]/u).filter((part) => /\.(?:jpe?g|png|webp|avif|gif)/u.test(part))
  const names = files.map((part) =>
    part
      .replace(/\.(?:jpe?g|png|webp|avif|gif).*$/u, '')
      .replace(/_v-[a-z0-9].*$/u, '')
      .replace(
        /(?:[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}[wh]?|large|medium|small|thumb(?:nail)?|original|full|[lmsb]|xl|x?xl|[whq]_?\d{2,4}))+$/u,
        '',
      ),
  )
  return [
    ...ids,
    ...names.filter((name) => name.length >= 5 && !/^(?:image|photo|picture|resize|image_\d)$/u.test(name)),
  ]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone per cent sign: the address is compared as it stands.
    return text
  }
}
