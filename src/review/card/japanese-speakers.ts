import { nobody, type Attribution } from './attribution.ts'
import words from './data/japanese-speech.json' with { type: 'json' }
import type { Quotation } from './find-quotations.ts'
import { japaneseName } from './japanese-names.ts'

const anyOf = (text: string): string =>
  text
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|')

const verb = `(?:${anyOf(words.verbs)})`
const and = '(?:など|等)?と、?'
const within = '[^。「」『』]'
// 「…」という張り紙, 「…」との声: a word of the sentence.
const asWord =
  /^(?:など|等)?と(?:の(?!は)|いう|いった|する(?!の)|して|題し|書かれ|なっ|なる|呼ば|名付|銘打)|^(?:の|が|を|に|や|、「|で|も|は)/u
/** 「…」と、白川誠さんは嘆く. */
const subjectBehind = new RegExp(
  `^${and}(?:[^。、「」『』はと]{2,20}、)?([^。、「」『』]{2,40}?)(?:は|が|も)、?${within}{0,30}?${verb}`,
  'u',
)
/** 「…」と話すのは、近所に住む大塚美穂さん. */
const saidBy = new RegExp(
  `^${and}${within}{0,16}?${verb}${within}{0,4}?の[はが]、?(${within}{2,40}?)(?=だ|である|です|だった|でした|。|$)`,
  'u',
)
/** 「…」と語る俳優の宮本蓮さん. */
const whoSays = new RegExp(
  `^${and}${within}{0,10}?(?:話す|語る|言う|明かす|嘆く|訴える|強調する|説明する|振り返る|話した|語った|述べた|述べる|喜ぶ|指摘する)(${within}{2,30}?(?:さん|氏))(?=[（(。、]|は|が|も|$)`,
  'u',
)
/** 「…」と主将の桐生選手。 */
const noVerb = /^と、?([^。、「」『』]{2,30})(?:。|$)/u
/** 「…」。藤井さんが静かに語った. 「…」。こう話すのは藤井さんだ. */
const nextSentence = new RegExp(`^。\\s?(${within}{2,40}?)(?:は|が|も)、?(?:[^。「」『』と]|こと){0,20}?${verb}`, 'u')
const thusSaid = new RegExp(
  `^。\\s?(?:こう|そう)${within}{0,6}?${verb}${within}{0,4}?(?:の[はが]、?)?(${within}{2,40}?)(?=だ|である|です|。|$)`,
  'u',
)
const spoken = new RegExp(`^${and}${within}{0,24}?${verb}`, 'u')
const adverb = new RegExp(`(?:${anyOf(words.adverbs)})$`, 'u')

/** How Japanese texts say who speaks: before the words (山田さんは「…」と話す), behind them, or in a sentence of its own. */
export function attributeJapanese({ before, after }: Quotation): Attribution {
  if (asWord.test(after)) return nobody
  const behind = (saidBy.exec(after) ?? whoSays.exec(after) ?? subjectBehind.exec(after) ?? thusSaid.exec(after))?.[1]
  if (behind !== undefined && !adverb.test(behind)) return { spoken: true, name: japaneseName(behind) }
  if (spoken.test(after)) return { spoken: true, name: subjectBefore(before) }
  const last = japaneseName(noVerb.exec(after)?.[1] ?? '')
  if (last !== null) return { spoken: true, name: last }
  const next = nextSentence.exec(after)?.[1]
  return next === undefined || lastSentence(before) !== '' ? nobody : { spoken: true, name: japaneseName(next) }
}

/** The text from the last end of a sentence on. */
function lastSentence(before: string): string {
  return before.split('。').at(-1) ?? ''
}

/** The subject nearest before a quotation; what は marks as a time or an occasion is passed over. */
function subjectBefore(before: string): string | null {
  const sentence = lastSentence(before)
  const marks = [...sentence.matchAll(/(?<=[\p{Script=Han}\p{Script=Katakana}ー）)んら])(?:は|が)/gu)].toReversed()
  for (const { index } of marks) {
    const phrase = (
      sentence
        .slice(0, index)
        .split(/[、」』]/u)
        .at(-1) ?? ''
    ).slice(-40)
    if (!adverb.test(phrase)) return japaneseName(phrase)
  }
  return null
}
