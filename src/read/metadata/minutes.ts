import words from './minutes-words.json' with { type: 'json' }

const reading = new RegExp(words.reading.join('|'), 'iu')

/**
 * Minutes that an outlet gives for reading its text, or `null`: schema.org's `timeRequired` (a duration of ISO 8601), or the
 * labelled value that WordPress plugins hand to Twitter (`twitter:label1`, `twitter:data1`).
 */
export function minutesToRead(required: string | null, meta: (...names: string[]) => string | null): number | null {
  const duration = /^PT(?:(\d+)H)?(?:(\d+)M)?/u.exec(required ?? '')
  const minutes = Number(duration?.[1] ?? 0) * 60 + Number(duration?.[2] ?? 0)
  if (minutes > 0) return minutes
  for (const at of [1, 2, 3]) {
    if (!reading.test(meta(`twitter:label${at}`) ?? '')) continue
    const said = /\d+/u.exec(meta(`twitter:data${at}`) ?? '')?.[0]
    if (said !== undefined) return Number(said)
  }
  return null
}
