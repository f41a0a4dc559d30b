// Tags (U+E0000 block), zero-width signs, bidi controls, soft hyphens and variation of nothing: a reader sees none of
// them, software does. Zero-width joiner and non-joiner stay: Persian, Hindi and emoji are spelt with them.
// Variation selectors stay too: Han names are written with them.
const invisible =
  /\u00AD|\u034F|\u061C|\u115F|\u1160|\u17B4|\u17B5|\u180E|\u200B|[\u200E\u200F\u202A-\u202E\u2060-\u206F]|\uFEFF|[\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu

/** Take out what no reader sees: invisible Unicode and control characters. Every letter and sign stays. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, '').replace(control, '')
}

/** One line of plain text: invisible signs out, every run of white space one space, ends trimmed. The ideographic space stays: in Chinese and Japanese headlines it is a sign. */
export function cleanLine(text: string): string {
  return stripInvisible(text)
    .replace(/[^\S\u3000]+/gu, ' ')
    .trim()
}
