import type { Document } from 'domhandler'
import type { Photo, Url } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { absolute, keysOf } from './address.ts'
import { bareCredit, type PhotoWords, splitCredit } from './credit.ts'
import { type Shown, shownPhotos } from './shown.ts'

type Named = { url: Url; keys: string[]; caption: string | null; credit: string | null }

/**
 * The lead photo: the one that stands at the head of the article, else the one JSON-LD or OpenGraph names; see ADR 0067.
 *
 * Caption and credit are what the page prints with it, then what JSON-LD says, then a credit in `alt`.
 */
export function readPhoto(document: Document, { url, metadata }: { url: Url; metadata: PageMetadata }): Photo | null {
  const named = metadata.images.flatMap((one) => {
    const address = absolute(one.url, url)
    return address ? [{ ...one, url: address, keys: keysOf(address) }] : []
  })
  const shown = shownPhotos(document, url)
  const lead = pickLead(shown, named)
  const first = named[0]
  if (!lead && !first) return null
  const same = lead ? named.filter((one) => isSame(one, lead)) : named.slice(0, 1)
  const said = same.find((one) => one.caption !== null || one.credit !== null)
  const split = splitCredit(said?.caption ?? '')
  const alts = [lead?.alt ?? '', metadata.imageAlt ?? ''].map(splitCredit)
  const alt = alts.find((one) => one.credit !== null) ?? { caption: null, credit: null }
  const caption = lead?.caption ?? split.caption ?? alt.caption
  const credit = lead?.credit ?? bareCredit(said?.credit ?? '') ?? split.credit ?? alt.credit
  const repeats = caption === credit || [metadata.headline, metadata.printedHeadline].includes(caption ?? '')
  return { url: addressOf(lead, same[0] ?? first), caption: repeats ? null : caption, credit }
}

// What fills a reader's screen at the usual width of a text.
const wideEnough = 800

/** The page's own address where it is known to be wide enough: the one for sharing may carry the outlet's logo. */
function addressOf(lead: Shown | undefined, named: Named | undefined): Url {
  if (lead && (lead.width >= wideEnough || !named || !isSame(named, lead))) return lead.url
  return named?.url ?? lead?.url ?? ''
}

type Lead = Shown & PhotoWords

function pickLead(shown: Shown[], named: Named[]): Lead | undefined {
  const own = shown.filter((one) => !one.aside)
  const top = own.filter((one) => one.top)
  const isNamed = (one: Shown): boolean => named.some((other) => isSame(one, other))
  // An image prepared for sharing may be another than the one the article opens with: the printed one leads.
  const opening =
    top.find((one) => isNamed(one)) ??
    top.find((one) => one.figure && isCaptioned(one)) ??
    top.find((one) => !one.figure && isSigned(one))
  if (opening) return withWords(shown, opening)
  for (const one of named) {
    const same = shown.filter((other) => isSame(other, one))
    if (same[0]) return withWords(same, same[0])
  }
  if (named.length > 0) return undefined
  const said =
    own.find((one) => one.words().caption !== null) ??
    top.find((one) => one.figure && one.words().credit !== null) ??
    top.find((one) => one.inText())
  return said && { ...said, ...said.words() }
}

/** Words enough to know a lead photo by: a credit beside a caption, or a sentence. */
function isCaptioned({ words }: Shown): boolean {
  const { caption, credit } = words()
  return (caption !== null && credit !== null) || (caption?.split(' ').length ?? 0) >= 5 || (caption?.length ?? 0) >= 40
}

function isSigned({ words }: Shown): boolean {
  const { caption, credit } = words()
  return caption !== null && credit !== null
}

/** The same picture may stand twice, once without its words. */
function withWords(shown: Shown[], photo: Shown): Lead {
  const own = photo.words()
  if (own.caption !== null && own.credit !== null) return { ...photo, ...own }
  const said = shown.filter((one) => isSame(one, photo)).map((one) => one.words())
  const best =
    said.find((one) => one.caption && one.credit) ?? said.find((one) => one.caption) ?? said.find((one) => one.credit)
  return { ...photo, caption: own.caption ?? best?.caption ?? null, credit: own.credit ?? best?.credit ?? null }
}

function isSame(one: { url: Url; keys: string[] }, other: { url: Url; keys: string[] }): boolean {
  return one.url === other.url || one.keys.some((key) => other.keys.includes(key))
}
