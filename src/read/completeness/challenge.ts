import { countHanAndKana } from '../../text/letters.ts'
import type { Document } from 'domhandler'
import type { Passage, Verdict } from '../../types.ts'
import { anyCase } from '../../text/any-case.ts'
import { createScreen } from '../../text/screen.ts'
import { elementsOf } from '../tree.ts'
import phrases from './challenge-phrases.json' with { type: 'json' }
import { absent, bot, fault, geo, login, plain, script, server, title, type Finder } from './challenge-words.ts'
import type { Shown } from './shown-lines.ts'
import { readStandIn } from './stand-in.ts'

/** What a page is instead of an article: the verdict, and why in words. `isAbsent`: it says itself that the article is not there. */
export type Nature = { verdict: Verdict; reason: string; isAbsent?: boolean }

// Where words are not set apart, or carry their particles, they have no edges.
const runOn = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const consents = phrases.consent.map((one) =>
  anyCase(runOn.test(one) ? plain([one]) : `(?<![\\p{L}\\p{N}])(?:${plain([one])})(?![\\p{L}\\p{N}])`),
)
const consentScreen = createScreen(phrases.consent)
const guard =
  /cdn-cgi\/challenge-platform|challenges\.cloudflare\.com|captcha-delivery\.com|datadome|_Incapsula_Resource|px-captcha|perimeterx|px-cloud|awswaf|aws-waf|gokuprops|\/recaptcha\/|hcaptcha\.com|geetest|smartcaptcha|kasada|\/ips\.js|akam\/|friendlycaptcha|mtcaptcha|arkoselabs|funcaptcha|ddos-guard|qrator|anubis|bot-?protection|sucuri_cloudproxy/iu

/** Letters of text above which a page is an article, whatever else stands on it. */
const articleLength = 900
const shortPage = 1500
const longestPrompt = 4000

/**
 * Is this page a bot check, a login, a consent dialogue, an error or an empty shell instead of an article?
 *
 * What is weighed is what the page shows, never one word alone: an article about bot checks quotes their words too, but it
 * has a text of its own beside them.
 *
 * @param facts.passages the text cut out of the page: a long one speaks for an article
 * @param facts.dated the page names a date of publication, as articles do
 */
export function judgeNature(
  document: Document,
  shown: Shown,
  facts: { headline: string; passages: Passage[]; dated: boolean },
): Nature | null {
  const body = facts.passages.map((passage) => passage.text).join('\n')
  if (body.length > longestPrompt) return null
  const instead = readStandIn(facts.passages, facts.headline)
  if (instead?.kind === 'retracted') return null
  const all = shown.lines.map((line) => line.text).join('\n')
  const head = readHead(document, all.length < 600)
  const names = [
    head.title,
    facts.headline,
    ...shown.lines.slice(0, 12).flatMap((line) => (line.heading ? line.text : [])),
  ]
  const parts = names.flatMap(titleParts)
  const named = (finder: Finder): string | undefined => parts.find((name) => finder(name) !== undefined)
  const short = all.length < shortPage || (!facts.dated && body.length < articleLength && all.length < longestPrompt)
  const bare = body.length < 250 && all.length < longestPrompt
  const asked = bot(all.slice(0, longestPrompt))
  const titled = named(title)
  if (asked !== undefined && (short || bare || titled !== undefined))
    return { verdict: 'wall', reason: `the page asks whether we are a robot: "${asked}"` }
  if (head.guarded && all.length < 600) return { verdict: 'wall', reason: 'the page holds a bot check and no text' }
  if (titled !== undefined && body.length < articleLength)
    return { verdict: 'wall', reason: `the page is titled "${titled}"` }
  const [gone, failed] = [named(absent), named(fault)]
  if ((gone ?? failed) !== undefined && (short || bare || (!facts.dated && body.length < articleLength)))
    return { verdict: 'not-text', reason: `the page is titled "${gone ?? failed}"`, isAbsent: gone !== undefined }
  const place = geo(all.slice(0, longestPrompt))
  if (place !== undefined && (short || bare)) return { verdict: 'wall', reason: `the page is closed to us: "${place}"` }
  const parked = server(`${head.title}\n${all.slice(0, 1000)}`)
  if (parked !== undefined && short && !facts.dated)
    return { verdict: 'not-text', reason: `the server says "${parked}"` }
  const entry = named(login)
  if ((entry !== undefined && (short || bare)) || (shown.password && all.length < shortPage && body.length < 500))
    return { verdict: 'wall', reason: `the page asks to log in${entry === undefined ? '' : `: "${entry}"`}` }
  const consent = countConsent(body.length > 200 ? body : all.slice(0, longestPrompt))
  const dense = consent.kinds >= 4 && consent.perThousand >= (facts.dated && body.length > 1500 ? 12 : 6)
  if (dense && (body.length > 200 || bare))
    return { verdict: 'wall', reason: 'the page asks for consent to cookies or tracking' }
  if (all.length < 400 && script(all) !== undefined)
    return { verdict: 'not-text', reason: 'the page shows nothing without its script' }
  if (!instead) return null
  const reason = `it says nothing but "${instead.said}"`
  return { verdict: instead.kind === 'wall' ? 'wall' : 'not-text', reason, isAbsent: instead.kind === 'absent' }
}

/** The title without the outlet's name at either end. */
function titleParts(name: string): string[] {
  const parts = name.split(/\s+[|–—·•:-]\s+|\s*[|｜·]\s*/u).map((part) => part.trim())
  return [name.trim(), ...(parts.length > 1 ? parts : [])].filter((part) => part.length > 1 && part.length < 120)
}

function readHead(document: Document, withScripts: boolean): { title: string; guarded: boolean } {
  const head = { title: '', guarded: false }
  for (const { name, attribs, children } of elementsOf(document)) {
    if (name === 'title' && head.title === '') head.title = textIn(children)
    if (!withScripts || head.guarded) continue
    if (name === 'script' || name === 'iframe' || name === 'link' || name === 'div')
      head.guarded = guard.test(`${attribs.src ?? ''} ${attribs.id ?? ''} ${attribs.class ?? ''} ${attribs.href ?? ''}`)
    if (name === 'script' && !head.guarded && attribs.src === undefined)
      head.guarded = guard.test(textIn(children).slice(0, 4000))
  }
  return head
}

function textIn(children: { type: string }[]): string {
  return children.map((child) => ('data' in child ? String(child.data) : '')).join('')
}

/** How many kinds of words of consent a text holds, and how many words in a thousand signs; Han and kana count threefold. */
function countConsent(text: string): { kinds: number; perThousand: number } {
  if (text.length < 40) return { kinds: 0, perThousand: 0 }
  let kinds = 0
  let words = 0
  for (const at of consentScreen(text)) {
    const found = consents[at]?.findAll(text).length ?? 0
    if (found > 0) kinds++
    words += found
  }
  const dense = countHanAndKana(text)
  return { kinds, perThousand: (words * 1000) / (text.length + dense * 2) }
}
