/** What the advice of a check is about. */
export const adviceWords: Record<string, { zh: string; en: string }> = {
  negation: { zh: '是肯定还是否定', en: 'affirmed or denied' },
  modality: { zh: '是可能还是已然', en: 'may or will' },
  quantifier: { zh: '是部分还是全部', en: 'some or all' },
  attribution: { zh: '出自谁口', en: 'who says it' },
  injection: { zh: '所引段落里有写给软件的话', en: 'the cited passage speaks to software' },
}
