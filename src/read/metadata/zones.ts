import words from './date-words.json' with { type: 'json' }

const offset = /^\s*(?:Uhr|h|hrs|분|น\.)?\s*[(（]?\s*(?:(?:GMT|UTC)\s*)?([+-]\d{1,2}(?::?\d{2})?)(?!\d)/u
const names = [...Object.keys(words.zones), ...Object.keys(words.clocks), ...Object.keys(words.shared)]
const zoneName = new RegExp(`^\\s*(?:Uhr|h|hrs)?\\s*[(（]?\\s*(${names.join('|')})(?![\\p{L}\\d])`, 'u')

/**
 * Minutes east of UTC that a text gives right after a time of day; `null` when it gives none.
 *
 * @param clockMs what the clock shows, as if in UTC: `ET` is another zone in March than in July
 * @param language the page's: `IST` is India's, Ireland's or Israel's
 */
export function zoneMinutes(after: string, clockMs: number, language: string | null): number | null {
  const found = offset.exec(after)
  if (found?.[1]) {
    const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(found[1]) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
  }
  const name = zoneName.exec(after)?.[1] ?? ''
  const fixed = (words.zones as { [name: string]: number })[name]
  if (fixed !== undefined) return fixed
  const place = (words.clocks as { [name: string]: string })[name] ?? placeOf(name, language)
  return place === null ? null : minutesIn(place, clockMs)
}

function placeOf(name: string, language: string | null): string | null {
  const places = (words.shared as { [name: string]: { [language: string]: string } })[name]
  if (!places || language === null) return null
  return places[language] ?? places[language.split('-')[0] ?? ''] ?? null
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What a place's clocks are ahead of UTC by, as the zone database of the runtime has it. */
function minutesIn(timeZone: string, clockMs: number): number {
  // The runtime takes a millisecond to make one.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  const said = format.formatToParts(clockMs).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/u.exec(said) ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
