// Tags (U+E0000 block), zero-width signs, bidi controls, soft hyphens, Hangul fillers, format signs of music and shorthand:
// a reader sees none of them, software does.
// What a flag of a part of a country is spelt with stays: a black flag, tags of the country and of its part, as ISO 3166-2
// has them, and the tag that ends them (Unicode TS 51, ED-14a). The flag is seen, and five letters are no message.
const invisible =
  /(\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F})|\u00AD|\u034F|\u061C|\u115F|\u1160|\u17B4|\u17B5|\u180E|\u200B|[\u200E\u200F\u202A-\u202E\u2060-\u206F]|\u3164|\uFEFF|\uFFA0|[\uFFF0-\uFFFB]|[\u{1BCA0}-\u{1BCA3}]|[\u{1D173}-\u{1D17A}]|[\u{E0000}-\u{E00FF}]|[\u{E01F0}-\u{E0FFF}]/gu
// Scripts and signs that are spelt with joiners; between letters of others a joiner says nothing to a reader.
const joined =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Extended_Pictographic}\\u{1F3FB}-\\u{1F3FF}\\uFE0F'
const joiner = new RegExp(
  `(?<=[\\u200C\\u200D])[\\u200C\\u200D]+|(?<![${joined}])[\\u200C\\u200D](?![${joined}])`,
  'gu',
)
// A variation selector stays as the one after a sign that has variants: Han names, emoji, Mongolian letters, symbols.
// Rows of them carry hidden words.
const selector =
  /(?<![\p{Script=Han}])[\u{E0100}-\u{E01EF}]|(?<![\p{Script=Han}\p{Extended_Pictographic}\p{S}\p{Script=Myanmar}\p{Script=Phags_Pa}#*0-9])[\uFE00-\uFE0F]|(?<=[#*0-9])[\uFE00-\uFE0F](?!\u20E3)|(?<!\p{Script=Mongolian})[\u180B-\u180D\u180F]/gu
const emptyBraille = /(?<![\u2800-\u28FF])\u2800+(?![\u2801-\u28FF])/gu
const special =
  // oxlint-disable-next-line no-misleading-character-class -- signs of their own, meant one by one
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]|[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu

/** Take out what no reader sees: invisible Unicode and control characters. Every letter and sign stays. */
export function stripInvisible(text: string): string {
  const plain = text.replace(control, '')
  if (!special.test(plain)) return plain
  return plain
    .replace(invisible, (_, flag?: string) => flag ?? '')
    .replace(joiner, '')
    .replace(selector, '')
    .replace(emptyBraille, ' ')
}

/** One line of plain text: invisible signs out, every run of white space one space, ends trimmed. The ideographic space stays: in Chinese and Japanese headlines it is a sign. */
export function cleanLine(text: string): string {
  const state = stateOf(text)
  if (state === 'clean') return text.trim()
  if (state === 'spaced') return text.replace(/[\t\n\r ]+/g, ' ').trim()
  return stripInvisible(text)
    .replace(/[^\S\u3000]+/gu, ' ')
    .trim()
}

/** Nothing but signs that are seen, with single spaces or with the white space of source text; told without an expression. */
function stateOf(text: string): 'clean' | 'spaced' | 'unsure' {
  let state: 'clean' | 'spaced' = 'clean'
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x20 ? before === 0x20 : sign === 0x09 || sign === 0x0a || sign === 0x0d) state = 'spaced'
    else if (sign !== 0x20 && !isPlain(sign)) return 'unsure'
    before = sign
  }
  return state
}

/** Ranges without white space, controls, invisible signs or halves of pairs; U+3000 and what Han, kana and Hangul use. */
function isPlain(sign: number): boolean {
  if (sign < 0x7f) return sign > 0x20
  if (sign < 0x34f) return sign > 0xa0 && sign !== 0xad
  if (sign < 0x115f) return sign >= 0x370 && sign !== 0x61c
  if (sign < 0x3000) return sign >= 0x2010 && sign <= 0x2027
  return sign < 0xd800 && sign !== 0x3164
}
