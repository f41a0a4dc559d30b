import { join } from 'node:path'
import type { Article } from '../src/types.ts'

const words =
  'harbour council winter bridge market teacher island railway letter garden factory river summit ferry museum'.split(
    ' ',
  )

/** An invented article of about 400 words, the same one for the same number; three hours after the one before, or so many minutes. */
export function makeArticle(number: number, minutes = 180): Article {
  let seed = number * 2_654_435_761 + 1
  const word = (): string => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return words[seed % words.length] ?? 'river'
  }
  const sentence = (length: number): string => `${Array.from({ length }, word).join(' ')}. 议会讨论了港口与铁路的预算。`
  const at = new Date(Date.UTC(2024, 0, 1) + number * minutes * 60_000).toISOString().replace('.000', '')
  const id = `b${number.toString(36).padStart(7, '0')}`
  return {
    id,
    revision: 1,
    sourceId: `outlet-${number % 12}`,
    itemKey: id,
    edition: null,
    pageHash: null,
    firstSeenAt: at,
    readAt: at,
    url: `https://outlet.example/${id}`,
    headline: `${sentence(6)} ${number}`,
    standfirst: sentence(14),
    authors: ['Ida Holm'],
    agency: null,
    dateline: null,
    publishedAt: at,
    modifiedAt: null,
    language: 'en',
    section: null,
    keywords: [],
    photo: null,
    declaredWords: null,
    residue: [],
    notes: [],
    passages: Array.from({ length: 10 }, (_, index) => ({
      id: `p${index + 1}`,
      kind: 'paragraph' as const,
      text: sentence(38),
    })),
    completeness: { verdict: 'whole', signs: [], shareMissing: null },
    length: { words: 400, characters: 140, minutes: 2 },
  }
}

/** The sources of the archive: all of their text may be printed. */
export const benchSources = Array.from({ length: 12 }, (_, number) => ({
  id: `outlet-${number}`,
  name: `Outlet ${number}`,
  homepage: null,
  language: 'en',
  rights: 'full' as const,
  expiresAfterDays: null,
  images: true,
}))

/** The site that benches publish. */
export const benchSite = {
  title: '外刊',
  tagline: '读世界的报纸',
  url: 'https://press.example.org/',
  language: 'zh-Hans' as const,
}

/** Load a module of the build, or of another folder of compiled code: `npm run build` comes first. */
export async function load<Door>(path: string, dist = join(import.meta.dirname, '..', 'dist')): Promise<Door> {
  return (await import(join(dist, path))) as Door
}
