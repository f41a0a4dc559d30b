import type { Article, Evidence, Figure, ReadingCard } from '../../types.ts'
import { quoted, standingOf, uncut, type Excerpt } from '../excerpt.ts'
import { tongueOf } from '../../text/tongue.ts'
import { wordsOf } from '../plain-words.ts'
import { Fold } from './choices.tsx'
import { fragmentLink } from './passages.tsx'
import type { SiteSettings } from '../printer.ts'

type MarksProps = { evidence: Evidence[]; article: Article; language: SiteSettings['language'] }

/** Where an entry stands: in a passage on this page, else on the outlet's own page at those words. */
function Marks({ evidence, article, language }: MarksProps) {
  const here = evidence.filter(({ passage, quote }) =>
    article.passages.some(({ id, text }) => id === passage && text.includes(quote)),
  )
  const [first] = evidence
  return (
    <span class="marks">
      {'\u2060'}
      {[...new Set(here.map((one) => one.passage))].map((id) => (
        <a href={`#${id}`}>¶{id.slice(1)}</a>
      ))}
      {here.length > 0 || !first ? null : (
        <a
          class="out"
          href={fragmentLink(article.url, first.quote, article.language)}
          rel="external"
          aria-label={wordsOf(language).atOutlet}
        >
          ↗
        </a>
      )}
    </span>
  )
}

type CardProps = {
  card: ReadingCard
  article: Article
  site: SiteSettings
  excerpts: Record<string, Excerpt> | undefined
  /** Beside a review or a translation the card is folded; alone it stands in the margin. */
  folds: boolean
}

/** A key passage in quotation signs, with what shows that its sentence was cut. */
function keyWords(one: Evidence, { passages, language }: Article): string {
  const passage = passages.find(({ id }) => id === one.passage)
  return quoted(one.quote, language, passage ? { ...uncut, ...standingOf(passage.text, one) } : uncut)
}

/** Figures that the page shows; its JSON twin has them all. */
const mostFigures = 12

/** The reading card: words of the outlet in the outlet's language, each with the reader's form where it has one, headings in the reader's; nothing where it is empty. */
export function Card({ card, article, site, excerpts, folds }: CardProps) {
  const words = wordsOf(site.language)
  const more = card.figures.length - mostFigures
  const all: [string, { text: string; own?: boolean; readerForm?: string | null; evidence: Evidence[] }[]][] = [
    [
      words.speakers,
      card.speakers.map((one) => ({ text: one.name ?? words.unnamed, own: one.name === null, evidence: one.quotes })),
    ],
    [
      words.figures,
      [
        ...card.figures.slice(0, mostFigures).map((one) => ({ text: figureText(one), evidence: [one.evidence] })),
        ...(more > 0 ? [{ text: words.moreFigures(more), own: true, evidence: [] }] : []),
      ],
    ],
    [words.places, card.places],
    [words.dates, card.dates],
    [words.organisations, card.organisations],
    [
      words.keyPassages,
      // An excerpt prints them below, and a line of numbers without words tells nobody anything.
      excerpts ? [] : card.keyPassages.map((one) => ({ text: keyWords(one, article), evidence: [one] })),
    ],
  ]
  const rows = all.filter(([, entries]) => entries.length > 0)
  if (rows.length === 0) return null
  return (
    <section class="card" lang={site.language} aria-label={words.card}>
      <h2>{words.card}</h2>
      {folds ? <Fold says={words.inCard(rows.map(([name, entries]) => [name, entries.length]))} /> : null}
      <dl class="folded">
        {rows.map(([name, entries]) => (
          <div class={name === words.keyPassages ? 'passages' : undefined}>
            <dt>{name}</dt>
            {entries.map((one) => (
              <dd>
                <span {...(one.own ? {} : tongueOf(article.language))}>{one.text}</span>
                {one.readerForm && one.readerForm !== one.text ? <span class="form"> {one.readerForm}</span> : null}
                <Marks evidence={one.evidence} article={article} language={site.language} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A figure with what it counts as the text writes them: without a space where the script has none ("3.2亿元"). */
function figureText({ text, counts }: Figure): string {
  if (counts === null) return text
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(counts)
    ? text + counts
    : `${text} ${counts}`
}
