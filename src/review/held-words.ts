import type { Language } from '../types.ts'

/** Why there is no review, for the reader. */
export type HeldReason =
  | 'not-text'
  | 'teaser'
  | 'too-short'
  | 'unproved'
  | 'unusable'
  | 'cut-prompt'
  | 'opted-out'
  | 'no-reply'

const words: Record<HeldReason, { zh: string; en: string }> = {
  'not-text': { zh: '这一页不是文字报道，故无述评。', en: 'This page is not a text, so there is no review.' },
  teaser: {
    zh: '只读到开头的几句，不足以述评。',
    en: 'Only a teaser of the article could be read: too little for a review.',
  },
  'too-short': { zh: '全文过短，不足以述评。', en: 'The text is too short for a review.' },
  unproved: {
    zh: '述评中能由原文证实的句子太少，故不刊出。',
    en: 'Too few sentences of the review could be proved from the article, so it is not shown.',
  },
  unusable: {
    zh: '模型的回答无法使用，故无述评。',
    en: "The model's answer could not be used, so there is no review.",
  },
  'cut-prompt': {
    zh: '模型没有收到全文，故不刊出述评。',
    en: 'The model did not receive the whole text, so there is no review.',
  },
  'no-reply': {
    zh: '样刊没有为这篇报道撰写人工述评。',
    en: 'The sample press has no hand-written review of this article.',
  },
  'opted-out': {
    zh: '该报刊声明不允许机器加工，故无述评。',
    en: 'The outlet does not allow use by machines, so there is no review.',
  },
}

/** The reason in the reader's language; English where we have no other. */
export function heldWords(reason: HeldReason, language: Language): string {
  return language.startsWith('zh') ? words[reason].zh : words[reason].en
}

/** A reason as it was written for a reader, in English: for reports that are not the reader's. */
export function inEnglish(said: string): string {
  return Object.values(words).find(({ zh }) => zh === said)?.en ?? said
}
