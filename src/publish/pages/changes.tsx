import { diffArrays } from 'diff'
import type { Article, SentenceChange } from '../../types.ts'
import { dayWords, momentWords } from '../calendar.ts'
import type { History, ShownRevision } from '../history.ts'
import { tongueOf, type Tongue } from '../../text/tongue.ts'
import { wordsOf } from '../plain-words.ts'

type Language = 'zh-Hans' | 'en'
type Props = { history: History; article: Article; language: Language }

/** A page that is gone, or shows something else, says so before anything else: what is shown was kept from it. */
export function VanishedNotice({ history, article, language }: Props) {
  const { gone, nowShows = '' } = history
  const words = wordsOf(language)
  const read = dayWords(article.readAt, language)
  const said = gone
    ? words.vanished(gone.status, dayWords(gone.at, language), read)
    : words.nowShows(insteadOf[nowShows] ?? null, read)
  if (said === null) return null
  return (
    <p class="incomplete" lang={language}>
      {said}
    </p>
  )
}

/** What a page shows in place of its text, in three words; of a fault, which passes, nothing is said. */
const insteadOf: Record<string, 'wall' | 'part' | 'other'> = {
  wall: 'wall',
  part: 'part',
  cut: 'part',
  teaser: 'part',
  'other-text': 'other',
}

/** What our review said about an earlier text: under correction until it is written anew, corrected afterwards. */
export function Corrections({ history, language }: { history: History; language: Language }) {
  const words = wordsOf(language)
  const pending = history.underCorrection.length > 0
  const sentences = pending ? history.underCorrection.map((claim) => claim.text) : history.corrected
  if (sentences.length === 0) return null
  const edited = history.revisions.at(-1)?.kind !== 'completed'
  const why = edited ? words.underCorrectionEdited : words.underCorrectionCompleted
  const title = pending ? words.underCorrection : words.corrected
  return (
    <section class="correction" lang={language} aria-label={title}>
      <h2>{title}</h2>
      <p>{pending ? why : words.correctedText}</p>
      <ul>
        {sentences.map((sentence) => (
          <li>
            <s>{sentence}</s>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The headlines that an article had, and what the outlet changed each time, sentence by sentence. */
export function Changes({ history, article, language }: Props) {
  const { headlines, revisions } = history
  if (headlines.length < 2 && revisions.length === 0) return null
  const words = wordsOf(language)
  const own = tongueOf(article.language)
  return (
    <section class="earlier" lang={language} aria-label={words.earlier}>
      {headlines.length < 2 ? null : (
        <>
          <h2>{words.headlines}</h2>
          <ol>
            {headlines.map((one, at) => (
              <li>
                <time datetime={one.from}>{distinctMoment(headlines, at, language)}</time>{' '}
                <span {...own}>{one.text}</span>
                {at === headlines.length - 1 ? <span class="state">{words.presentHeadline}</span> : null}
              </li>
            ))}
          </ol>
        </>
      )}
      {revisions.map((revision) => (
        <RevisionLine revision={revision} own={own} language={language} />
      ))}
    </section>
  )
}

/** The minute since when a headline stood, with its seconds where another has the same minute. */
function distinctMoment(headlines: History['headlines'], at: number, language: Language): string {
  const minutes = headlines.map(({ from }) => momentWords(from, language))
  const own = minutes[at] ?? ''
  if (minutes.filter((minute) => minute === own).length < 2) return own
  const seconds = headlines[at]?.from.slice(16, 19) ?? ''
  return own.replace(' UTC', `${seconds} UTC`)
}

type LineProps = { revision: ShownRevision; own: Tongue; language: Language }

function RevisionLine({ revision, own, language }: LineProps) {
  const words = wordsOf(language)
  const counted = words.counted(revision.counts)
  return (
    <>
      <h2>
        {words[revision.kind]} <time datetime={revision.seenAt}>{momentWords(revision.seenAt, language)}</time>
      </h2>
      {counted === '' ? null : <p>{counted}</p>}
      {revision.sentences.length === 0 ? null : (
        <ul {...own}>
          {revision.sentences.map((change) => (
            <li>
              <Sentence change={change} own={own.lang} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

// Two sentences with more words than this are shown one after the other.
const mostWords = 400

/** A sentence with what was taken out and put in marked word by word. */
function Sentence({ change, own }: { change: SentenceChange; own: string | undefined }) {
  const { before, after } = change
  if (before === null) return <ins>{after}</ins>
  if (after === null) return <del>{before}</del>
  const parts = diffArrays(wordsIn(before, own), wordsIn(after, own), { maxEditLength: mostWords })
  if (!parts) {
    return (
      <>
        <del>{before}</del> <ins>{after}</ins>
      </>
    )
  }
  return (
    <>
      {parts.map(({ value, added, removed }) => {
        const text = value.join('')
        if (added) return <ins>{text}</ins>
        return removed ? <del>{text}</del> : text
      })}
    </>
  )
}

function wordsIn(text: string, language: string | undefined): string[] {
  return Array.from(segmenterFor(language).segment(text), ({ segment }) => segment)
}

function segmenterFor(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? 'und', { granularity: 'word' })
  } catch {
    // The tag comes from a page and may be any text.
    return new Intl.Segmenter('und', { granularity: 'word' })
  }
}
