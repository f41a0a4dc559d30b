import type { Document } from 'domhandler'
import type { Passage } from '../../types.ts'
import { elements, visibleText } from '../tree.ts'
import phrases from './challenge-phrases.json' with { type: 'json' }

const title = new RegExp(phrases.title, 'iu')
const text = new RegExp(phrases.text, 'iu')
const login = new RegExp(phrases.login, 'iu')
const consent = new RegExp(phrases.consent, 'iu')
const script =
  /cdn-cgi\/challenge-platform|captcha-delivery\.com|_Incapsula_Resource|px-captcha|awswaf|\/recaptcha\/challenge/iu

/** Letters of text above which a page is an article, whatever else stands on it. */
const articleLength = 600

/**
 * Is this page a challenge, a login, a consent dialogue or an error instead of an article?
 *
 * @param facts.passages the text cut out of the page: a long one speaks for an article that quotes such words
 * @returns why it is no article, in words, or `null`
 */
export function isChallengePage(document: Document, facts: { headline: string; passages: Passage[] }): string | null {
  const length = facts.passages.reduce((sum, passage) => sum + passage.text.length, 0)
  if (length > articleLength) return null
  let named = facts.headline
  let password = false
  let guarded = false
  for (const { name, attribs, children } of elements(document)) {
    if (name === 'title') named += ` ${children.map((one) => ('data' in one ? String(one.data) : '')).join('')}`
    if (name === 'input' && attribs.type === 'password') password = true
    if (name === 'script' && script.test(attribs.src ?? '')) guarded = true
  }
  const shown = visibleText(document as never).slice(0, 5000)
  if (text.test(shown) || (guarded && shown.length < articleLength)) return 'the page asks whether we are a robot'
  if (shown.length < 3000 && title.test(named)) return `the page is titled "${named.trim().slice(0, 80)}"`
  if (password && login.test(facts.headline)) return 'the page asks to log in'
  if (shown.length < 3000 && length < 80 && consent.test(shown)) return 'the page asks for consent to cookies'
  return null
}
