// The checks of translations on professional ones, with and without a planted fault: node bench/translations.ts
// The naive peer beside them wants every figure in digits to reappear.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTranslation } from '../src/review/check/check-translation.ts'
import { article } from '../test/fault-server/saltmere.ts'

type Line = {
  kind: string
  lang: string
  published?: string
  claim: string
  label: string
  passages: { text: string }[]
}
const cases = join(import.meta.dirname, '..', '..', 'shared', 'cases', 'ntrex-odd.claims.jsonl')
const lines = readFileSync(cases, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
  .filter(({ kind, passages }) => kind === 'translation' && passages.length === 1)

function refusesOurs({ claim, passages, lang, published }: Line): boolean {
  const passage = { id: 'p1', kind: 'paragraph' as const, text: passages[0]?.text.trim() ?? '' }
  const of = { ...article, language: lang, publishedAt: published ? `${published.slice(0, 10)}T12:00:00Z` : null }
  const findings = checkTranslation(claim.trim(), passage, {
    article: { ...of, headline: '', passages: [passage] },
    readerLanguage: 'zh-Hans',
    terms: [],
  })
  return findings.some(({ tier }) => tier === 'blocking')
}

function refusesNaive({ claim, passages }: Line): boolean {
  const digits = (text: string) => text.replace(/[,\s]/gu, '').match(/\d+/gu) ?? []
  const ours = new Set(digits(claim))
  return digits(passages[0]?.text ?? '').some((one) => !ours.has(one))
}

for (const [name, refuses] of [
  ['waikan', refusesOurs],
  ['digits must reappear', refusesNaive],
] as const) {
  const share = (label: string): string => {
    const of = lines.filter((line) => line.label === label)
    const refused = of.filter(refuses).length
    return `${refused} of ${of.length} (${((100 * refused) / of.length).toFixed(1)} %)`
  }
  console.log(`${name}: refuses ${share('supported')} right translations, ${share('unsupported')} wrong ones`)
}
