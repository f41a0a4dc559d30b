/**
 * Which charset of seven bits do escapes in an ASCII document show? `labels` decide for UTF-7, whose signs stand in
 * ordinary text too. `null` for plain ASCII.
 */
export function escapedCharset(ascii: string, labels: string[]): string | null {
  // oxlint-disable-next-line no-control-regex
  if (/\u001B\$\)C/u.test(ascii)) return 'iso-2022-kr'
  // oxlint-disable-next-line no-control-regex
  if (/\u001B\$(?:[@B]|\()|\u001B\([IJ]/u.test(ascii)) return 'iso-2022-jp'
  if (/~\{(?:[!-}][!-~])+~\}/u.test(ascii)) return 'hz-gb-2312'
  return labels.find((label) => /^(?:x-)?(?:unicode-1-1-)?utf-?7$/u.test(label)) === undefined ? null : 'utf-7'
}

/**
 * Write charsets that shift between ASCII and pairs of seven-bit bytes as the eight-bit ones that hold the same
 * letters: ISO-2022-KR as EUC-KR, HZ as GB 2312.
 */
export function shiftToEightBits(ascii: string, charset: 'iso-2022-kr' | 'hz-gb-2312'): Uint8Array {
  const shifted =
    charset === 'iso-2022-kr'
      ? // oxlint-disable-next-line no-control-regex
        /\u001B\$\)C|\u000E([^\u000F\n]*)\u000F?/gu
      : /~~|~\n|~\{([^~\n]*(?:~(?!\})[^~\n]*)*)(?:~\}|(?=\n)|$)/gu
  return Buffer.from(
    ascii.replace(shifted, (whole: string, pairs: string | undefined) => {
      if (pairs === undefined) return whole === '~~' ? '~' : ''
      return pairs.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x80))
    }),
    'latin1',
  )
}
