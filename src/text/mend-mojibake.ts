// What UTF-8's lead and continuation bytes become when they are read as Western European. All of a text is such bytes or
// none, so that the first sign beyond ASCII tells.
const suspect =
  /[\u00C2-\u00F4][\u0080-\u00BF\u20AC\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u2122]/uy
const beyondAscii = /[^\0-\u007F]/
const readAs = ['windows-1252', 'iso-8859-15'] as const
const bytesOf = new Map<string, Map<string, number>>()

/**
 * Mend text whose UTF-8 bytes were read as windows-1252 or ISO 8859-15: `sanciÃ³n` becomes `sanción`.
 *
 * Only a text that is, as a whole, valid UTF-8 in one of both is changed: a text that speaks of mojibake is not.
 */
export function mendMojibake(text: string): string {
  suspect.lastIndex = text.search(beyondAscii)
  if (suspect.lastIndex < 0 || !suspect.test(text)) return text
  for (const charset of readAs) {
    const bytes = encode(text, charset)
    if (bytes === null) continue
    try {
      const mended = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return isProved(mended) ? mended : text
    } catch {
      // Real Western European text: its letters do not form valid UTF-8.
      continue
    }
  }
  return text
}

// `café…’` is the bytes of one Chinese letter too: Latin letters and typography tell at once, others when there are some.
const atOnce = /[\u00A0-\u00FF\u2010-\u206F\u20AC\u2122]/u
const fewest = 4

function isProved(mended: string): boolean {
  return atOnce.test(mended) || (mended.match(/(?!\p{ASCII})./gu)?.length ?? 0) >= fewest
}

function encode(text: string, charset: string): Uint8Array | null {
  const table = tableOf(charset)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const byte = code < 0x80 ? code : table.get(text.charAt(i))
    if (byte === undefined) return null
    bytes[i] = byte
  }
  return bytes
}

function tableOf(charset: string): Map<string, number> {
  const known = bytesOf.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset)
  const table = new Map<string, number>()
  for (let byte = 0x80; byte < 0x100; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte)
  bytesOf.set(charset, table)
  return table
}
