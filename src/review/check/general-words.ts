import words from './data/general-words.json' with { type: 'json' }

// Longest first: 需要 before 需.
const general = new RegExp(`${words.toSorted((a, b) => b.length - a.length).join('|')}|[\\s\\p{P}]`, 'gu')
const particular = /\d|[A-Za-z]{2}|“[^”]{2,}”|《/u

/** Whether a Chinese text is made of words that fit every subject: no figure, Latin word, quotation or word of its own. */
export const saysNothing = (text: string): boolean => {
  const left = text.replace(general, '').length
  return !particular.test(text) && left <= Math.max(1, Math.floor(text.length / most))
}

/** One sign of so many may be a word of its own. */
const most = 12

/** A text shorter than this may be a heading or an answer. */
const shortest = 10

/** The same of a text of its own, long enough to have said something. */
export const isEmptyComment = (text: string, zh: boolean): boolean => zh && text.length >= shortest && saysNothing(text)
