import { countryNames } from './find-places.ts'
import words from './data/japanese-speech.json' with { type: 'json' }

const list = (text: string): string[] => text.split(' ').toSorted((a, b) => b.length - a.length)
const anyOf = (text: string): string => list(text).join('|')

const kana = '(?:(?!さん|[のはがをにとへや])\\p{Script=Hiragana}{2,3}|[ァ-ヴー]{2,4}子?)'
const run = `(?<![\\p{Script=Han}\\p{Script=Katakana}ー々])(?:[\\p{Script=Han}々ヶ]{1,9}${kana}?|[ァ-ヴー・＝]{2,25}\\p{Script=Han}{0,4}|\\p{Lu}[\\p{Script=Latin}.]+(?: \\p{Lu}[\\p{Script=Latin}.]+){0,3})`
const titles = new RegExp(`(?:${anyOf(`${words.honorifics} ${words.offices}`)})$`, 'u')
const nameRun = new RegExp(`${run}$`, 'u')
const affix = new RegExp(`(?:${anyOf(words.affixes)})$`, 'u')
const honorific = new RegExp(`^(?:${anyOf(words.honorifics)})$`, 'u')
const regional = new RegExp(`(?:${anyOf(words.regional)})$`, 'u')
const roleFirst = new RegExp(`^(?:${anyOf(words.roles)})(?=\\p{Script=Han}{2})`, 'u')
const surnameFirst = new RegExp(`^(?:${anyOf(words.surnames)})`, 'u')
const notNames = new Set(words.notNames.split(' '))
const places = new Set(words.places.split(' '))
const surnames = new Set(words.surnames.split(' '))
// 農林水産省, 自民党: a body before an office, not a person.
const body = /[省庁局部党社会県市府署国軍院大館団課班室校相連盟協]$/u
// 山田さんと鈴木さん, 山田さんら: more than one speaks.
const joint = new RegExp(`(?:${anyOf(words.honorifics)})(?:と|や|、)$`, 'u')

/** The name in a noun phrase that ends in a person's name with its title ("漁師の浜口昭一さん"); `null` where it is not sure. */
export function japaneseName(phrase: string): string | null {
  const bare = phrase.replaceAll(/[（(][^（）()]*[）)]/gu, '').trim()
  const title = titles.exec(bare)
  const found = nameRun.exec(bare.slice(0, title?.index ?? 0))
  if (!title || !found || joint.test(bare.slice(0, found.index))) return null
  const whole = honorific.test(title[0]) ? found[0] : withoutAffix(found[0])
  const name = whole.replace(roleFirst, '')
  if (countryNames('ja').has(name)) return null
  if (notNames.has(name) || /^[・＝ー]|[・＝]$/u.test(name)) return null
  if (/^[ァ-ヴー]/u.test(name)) return /^[ァ-ヴー・＝]+$/u.test(name) ? name : null
  if (/^\p{Lu}/u.test(name)) return name
  return honorific.test(title[0]) ? withHonorific(name, whole) : withOffice(name, title[0])
}

/** 小池都 of 小池都知事, ハワード財務 of ハワード財務長官: what belongs to the office goes; 中村 ends in 村 and is whole. */
function withoutAffix(text: string): string {
  if (surnames.has(text)) return text
  const cut = text.replace(affix, '')
  return cut === text || cut === '' ? text : withoutAffix(cut)
}

// 会社員山田太郎さん: behind a trade that we took off, and in a long run, the family name must be known.
function withHonorific(name: string, whole: string): string | null {
  if (name.length === 1) return surnames.has(name) ? name : null
  const isPlain = name === whole && name.length <= 5 && /^[\p{Script=Han}々ヶ]+$/u.test(name)
  const isSure = surnameFirst.test(name) || (isPlain && !body.test(name) && !/[屋員師店社者家民手]$/u.test(name))
  return isSure && name.length <= 6 ? name : null
}

// 札幌市長 has a place before the office, 千葉県知事 a place that is a family name too.
function withOffice(name: string, title: string): string | null {
  if (!surnameFirst.test(name) || name.length > 5) return null
  return (places.has(name) && regional.test(title)) || (body.test(name) && !surnames.has(name)) ? null : name
}
