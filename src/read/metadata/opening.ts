import rules from './opening-rules.json' with { type: 'json' }
import { isAgency, splitByline } from './names.ts'

/** What a text says of itself at its edges: the place it begins with, the agency it comes from, who signs it. */
export type Opening = { dateline: string | null; agency: string | null; people: string[] }

const longest = 80
const place = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:[ /-][\\p{L}\\p{M}.'’-]+){0,4}"
const day = '(?:,\\s*[\\p{L}\\p{M}\\d .]{2,25})?'
// "Saltmere, 5 March (Reuters) -", "Saltmar (dpa/lno) –", "SALINAS (EFE).-"
const withAgency = new RegExp(`^(${place}(?:,\\s*${place})?${day}\\.?)\\s*[(（]([^()（）]{2,40})[)）]\\s*[-–—.:]`, 'u')
// "САЛЬТМАР, 5 марта /ТАСС/.", "PORTOSALVO, 5 MAR - ", "SALTMERE, Coastland — "
const capitals =
  /^(\p{Lu}[\p{Lu}\s.'’-]{2,30}(?:,\s*[\p{L}\p{M}\d .]{2,25})?)\s*(?:\/([\p{L} ]{2,20})\/\.?|\s[-–—]{1,2}\s)/u
// 新华社海港3月5日电（记者李明、王芳）; 本报讯（记者李明）
const han = new RegExp(
  `^((${rules.hanSources.join('|')})\\p{Script=Han}{0,10}(?:\\d{1,2}月)?(?:\\d{1,2}日)?[电電讯訊]?)\\s*(?:[（(](?:[^（()）]{0,8}[记記]者)\\s*([^（()）]{2,30})[)）])?`,
  'u',
)
// 〔記者林佩蓉／霧台報導〕, 記者 林佩蓉、王波／台北報導: names, a stroke and the place.
const taiwanese =
  /^[〔［[【(（]?\s*(?:[本特實派]\p{Script=Han}{0,3})?記者\s*(\p{Script=Han}{2,4}(?:[、，\s]+\p{Script=Han}{2,4}){0,4})\s*[／/]\s*\p{Script=Han}{0,6}?(?:綜合)?[報报][導导道][〕］\]】)）]?/u
// (서울=연합뉴스) 이름 기자 =; [항구일보 = 이름 기자]
const korean =
  /^[[(【]([^\])】=＝]{1,20}?)\s?[=＝]\s?([^\])】]{2,20})[\])】]\s*(?:(\p{Script=Hangul}{2,4})\s(?:기자|특파원|통신원))?/u
// 【ロンドン共同】, 【ワシントン＝佐藤美咲】
const japanese = /^【([^【】＝]{1,14}?)(?:＝([^【】]{2,14})|(共同|時事|ＡＦＰ時事|AFP時事|ロイター))】/u
const signedAt = /【((?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[、・\s]){2,20})】$/u
const noPlaces = new Set(rules.noPlaces)

/** Read dateline, agency and signature from the first lines of a text and its last one. */
export function readOpening(passages: string[]): Opening {
  for (const text of passages.slice(0, 2).map((one) => one.slice(0, 200))) {
    const found = latin(text) ?? fromHan(text) ?? fromKorean(text) ?? fromJapanese(text)
    if (found) return found
  }
  const signed = signedAt.exec((passages.at(-1) ?? '').slice(-40))?.[1]
  return { dateline: null, agency: null, people: signed === undefined ? [] : splitByline([signed], []).people }
}

/** What a dateline with an agency has, told by an expression that is short to compile. */
const inBrackets = /^[^(（]{1,190}[(（][^()（）]{2,40}[)）]\s*[-–—.:]/

function latin(text: string): Opening | null {
  const [whole = '', , name = ''] = (inBrackets.test(text) ? withAgency.exec(text) : null) ?? []
  const agency = agencyIn(name)
  if (agency !== null) return { dateline: bare(whole), agency, people: [] }
  // Next to all texts begin with a word of small letters: the expression is long to compile.
  const [caps = '', said = '', source = ''] = (/^.[a-z]/.test(text) ? null : capitals.exec(text)) ?? []
  const words = said.split(/[\s,]/u)
  if (caps === '' || caps.length > longest || words.some((word) => noPlaces.has(word))) return null
  return { dateline: bare(caps), agency: agencyIn(source), people: [] }
}

/** `dpa/lno` and `EFE` are agencies, `left` is not. */
function agencyIn(text: string): string | null {
  return [text, text.split('/')[0] ?? ''].map((one) => one.trim()).find(isAgency) ?? null
}

function fromHan(text: string): Opening | null {
  const reporters = taiwanese.exec(text)?.[1]
  if (reporters !== undefined) return { dateline: null, agency: null, people: splitByline([reporters], []).people }
  const [, dateline, source = '', names] = han.exec(text) ?? []
  if (dateline === undefined || (names === undefined && !/[电電讯訊]$/u.test(dateline))) return null
  return {
    dateline: /[电電]$/u.test(dateline) ? dateline : null,
    agency: isAgency(source) ? source : null,
    people: names === undefined ? [] : splitByline([names], []).people,
  }
}

function fromKorean(text: string): Opening | null {
  const [whole, city = '', source = '', after] = korean.exec(text) ?? []
  if (whole === undefined) return null
  const [agency, inside] = [agencyIn(source), /^(\p{Script=Hangul}{2,4})\s?(?:기자|특파원)$/u.exec(source)?.[1]]
  const people = [after ?? inside].filter((one) => one !== undefined)
  if (agency === null && people.length === 0) return null
  return { dateline: agency === null ? null : `${city}=${source}`, agency, people }
}

function fromJapanese(text: string): Opening | null {
  const [, city, name, agency] = japanese.exec(text) ?? []
  if (city === undefined) return null
  return {
    dateline: `${city}${agency ?? ''}`,
    agency: agency ?? null,
    people: name ? splitByline([name], []).people : [],
  }
}

function bare(dateline: string): string {
  return dateline.replace(/[\s\-–—.:]+$/u, '')
}
