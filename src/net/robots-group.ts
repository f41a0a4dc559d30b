/** A line of a group of robots.txt, its name in the usual spelling. */
export type GroupLine = { name: 'allow' | 'disallow' | 'crawl-delay' | 'content-signal'; value: string }

/** The lines that speak to us: those `before` the first group, and of the groups those of our name, or else everybody's. */
export type OurLines = { before: GroupLine[]; ours: GroupLine[] }

// RFC 9309 §2.2.4 allows to take usual misspellings for what they mean: those that Google's parser takes.
const spellings = new Map<string, GroupLine['name'] | 'user-agent'>([
  ...(['user-agent', 'useragent', 'user agent'] as const).map((name) => [name, 'user-agent'] as const),
  ...(['disallow', 'disalow', 'dissallow', 'dissalow', 'diasllow', 'disallaw'] as const).map(
    (name) => [name, 'disallow'] as const,
  ),
  ['allow', 'allow'],
  ['crawl-delay', 'crawl-delay'],
  ['content-signal', 'content-signal'],
])

/**
 * Read robots.txt by RFC 9309 §2.2: names below each other head one group, several groups of one name are one, lines that we do
 * not know (`Sitemap`) part nothing. Whatever the number of names, a line is kept at most once.
 *
 * @param product our product token, as `Waikan`
 */
export function readGroup(text: string, product: string): OurLines {
  const own = product.toLowerCase()
  const before: GroupLine[] = []
  const everyones: GroupLine[] = []
  const ours: GroupLine[] = []
  let named = false
  let inNames = false
  let into = new Set([before])
  for (const written of text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)) {
    const { name, value } = readLine(written)
    if (name === 'user-agent') {
      if (!inNames) into = new Set()
      inNames = true
      const agent = tokenOf(value)
      named ||= agent === own
      if (agent === own) into.add(ours)
      if (agent === '*') into.add(everyones)
    } else if (name !== null) {
      inNames = false
      for (const lines of into) lines.push({ name, value })
    }
  }
  return { before, ours: named ? ours : everyones }
}

/**
 * `Waikan` of `Waikan/1.0` and `Waikan Reader`, in small letters. A name in quotation marks and a list behind a comma name nobody
 * to RFC 9309 §2.2.1 and to Google's parser: a site finds out with the robots that it knows.
 */
function tokenOf(value: string): string {
  return /^(?:\*(?=\s|$)|[\w-]+)/u.exec(value)?.[0].toLowerCase() ?? ''
}

/** Name and value of a line without its comment; by places, as an expression would take cubic time on blanks. */
function readLine(line: string): { name: GroupLine['name'] | 'user-agent' | null; value: string } {
  const plain = (line.split('#', 1)[0] ?? '').trim()
  const colon = plain.indexOf(':')
  // Some forget the colon.
  const end = colon < 0 ? plain.search(/\s/u) : colon
  if (end < 0) return { name: null, value: '' }
  return {
    name: spellings.get(plain.slice(0, end).trim().toLowerCase()) ?? null,
    value: plain.slice(end + 1).trim(),
  }
}
