import pages from './data/ebcdic.json' with { type: 'json' }

// `<?xm` in each EBCDIC code page.
const sign = [0x4c, 0x6f, 0xa7, 0x94]
// Below 0x40 every page has the same controls: of them a document uses tab, line feed, next line and carriage return.
const spaces = new Map([
  [0x05, '\t'],
  [0x0d, '\r'],
  [0x15, '\n'],
  [0x25, '\n'],
])
// The names of IANA that name a country instead of a number.
const countries: Record<string, string> = {
  us: '37',
  ca: '37',
  wt: '37',
  nl: '37',
  ch: '500',
  be: '500',
  he: '424',
  de: '273',
}
const tables: Record<string, string> = pages

/** A document written on a mainframe, by its own declaration (cp037 where that names no page); `null` for any other. */
export function decodeEbcdic(bytes: Uint8Array): { text: string; charset: string } | null {
  if (!sign.every((byte, at) => bytes[at] === byte)) return null
  const head = decodeAs(bytes.subarray(0, 200), 'cp037')
  const named =
    /encoding\s*=\s*["']\s*(?:ibm|cp|ebcdic-cp-|csibm)?-?0*(\d+|[a-z]+)/iu.exec(head)?.[1]?.toLowerCase() ?? ''
  const page = `cp${(countries[named] ?? named).padStart(3, '0')}`
  const charset = page in tables ? page : 'cp037'
  return { text: decodeAs(bytes, charset), charset }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  const table = tables[charset] ?? ''
  let text = ''
  for (const byte of bytes) text += byte < 0x40 ? (spaces.get(byte) ?? '') : (table[byte - 0x40] ?? '')
  return text
}
