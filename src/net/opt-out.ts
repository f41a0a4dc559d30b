import type { Got } from './get.ts'

/**
 * What a publisher says against use by machines, in its own words: `X-Robots-Tag` and `<meta name="robots">` with
 * `noai` or `noimageai`, and the TDM Reservation Protocol. Empty: nothing was said.
 */
export function findOptOut(got: Pick<Got, 'headers' | 'text'>): string[] {
  const found: string[] = []
  const header = got.headers['x-robots-tag'] ?? ''
  if (/\bno(?:image)?ai\b/iu.test(header)) found.push(`X-Robots-Tag: ${header}`)
  if (got.headers['tdm-reservation']?.trim() === '1') found.push('tdm-reservation: 1')
  const head = got.text.slice(0, 100_000)
  for (const [tag] of head.matchAll(/<meta\b[^<>]{0,500}>/giu)) {
    const name = /\bname\s*=\s*["']?([\w-]+)/iu.exec(tag)?.[1]?.toLowerCase()
    const content = /\bcontent\s*=\s*["']?([^"'<>]*)/iu.exec(tag)?.[1]?.trim() ?? ''
    if (name === 'tdm-reservation' && content === '1') found.push('meta tdm-reservation: 1')
    if (name === 'robots' && /\bno(?:image)?ai\b/iu.test(content)) found.push(`meta robots: ${content}`)
  }
  return found
}
