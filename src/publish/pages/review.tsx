import type { Article, Claim, Review, Term } from '../../types.ts'
import { wordsOf } from '../plain-words.ts'
import { Fold } from './choices.tsx'
import { fragmentLink } from './passages.tsx'

type ReviewProps = {
  review: Review
  article: Article
  /** Ids of the passages on this page. */
  shown: Set<string>
  /** By claim: passages that prove it and whose words the rights keep from this page. */
  unshown: Record<string, string[]>
  language: 'zh-Hans' | 'en'
}

/** Our review: what the report says, then what we make of it, each sentence with its kind and its evidence. */
export function ReviewSection({ review, article, shown, unshown, language }: ReviewProps) {
  const words = wordsOf(language)
  if (review.heldBecause !== null)
    return (
      <p class="held" lang={language}>
        {review.heldBecause}
      </p>
    )
  const part = (name: Claim['part']): Claim[] => review.claims.filter((claim) => claim.part === name)
  const rest = part('summary').length + part('commentary').length
  const props = { article, shown, unshown, language }
  return (
    <section class="ours" lang={language} aria-label={words.review}>
      <h2>{words.review}</h2>
      {part('headline').map((claim) => (
        <p class="headline" id={`c-${claim.id}`}>
          {claim.text}
          <Evidences claim={claim} {...props} />
          <State claim={claim} language={language} />
        </p>
      ))}
      {part('lede').map((claim) => (
        <p class="lede" id={`c-${claim.id}`}>
          {claim.text}
          <Evidences claim={claim} {...props} />
          <State claim={claim} language={language} />
        </p>
      ))}
      {rest === 0 ? null : <Fold says={words.furtherSentences(rest)} />}
      <div class="folded">
        <div class="parts">
          {[part('summary'), part('commentary')].map((claims, at) =>
            claims.length === 0 ? null : (
              <div>
                <h3>{at === 0 ? words.summary : words.commentary}</h3>
                <ul class={at === 0 ? 'summary' : 'commentary'}>
                  {claims.map((claim) => (
                    <ClaimLine claim={claim} terms={review.terms} {...props} />
                  ))}
                </ul>
              </div>
            ),
          )}
        </div>
        <Terms review={review} language={language} />
        <Framing review={review} shown={shown} language={language} />
      </div>
      <p class="label">
        {review.model === 'replay' ? words.replay : `${words.machine} ${review.model}`} · {review.promptVersion} ·{' '}
        <time datetime={review.reviewedAt}>{review.reviewedAt.replace('T', ' ').slice(0, 16)} UTC</time> ·{' '}
        {checkedWords(review, unshown, language)}
        {review.leftOut ? ` · ${words.leftOut(review.leftOut.map((id) => id.slice(1)))}` : null}
      </p>
    </section>
  )
}

/** How many of the sentences on the page name what proves them, and of how many that is not shown. */
function checkedWords({ claims }: Review, unshown: ReviewProps['unshown'], language: 'zh-Hans' | 'en'): string {
  const cited = claims.filter(({ id, evidence }) => evidence.length > 0 || unshown[id])
  return wordsOf(language).checked({
    sentences: claims.length,
    cited: cited.length,
    unshown: cited.filter(({ evidence }) => evidence.length === 0).length,
  })
}

type LineProps = Omit<ReviewProps, 'review'> & { claim: Claim }

function ClaimLine({ claim, terms, ...props }: LineProps & { terms: Term[] }) {
  const words = wordsOf(props.language)
  // The sentence already says who speaks, in the reader's form of the name.
  const namesSpeaker = [claim.speaker, ...readerForms(claim.speaker, terms)].some(
    (name) => name && claim.text.includes(name),
  )
  return (
    <li class={claim.kind} id={`c-${claim.id}`}>
      <span class="kind">{words.kinds[claim.kind]}</span>
      {claim.kind === 'attribution' && claim.speaker && !namesSpeaker ? (
        <span class="speaker">{claim.speaker}</span>
      ) : null}{' '}
      {claim.text}
      <Evidences claim={claim} {...props} />
      <State claim={claim} language={props.language} />
    </li>
  )
}

function readerForms(speaker: string | null, terms: Term[]): string[] {
  return terms
    .filter(({ original }) => speaker?.includes(original) || (speaker && original.includes(speaker)))
    .map(({ reader }) => reader)
}

/** What the checks left to say of a sentence; nothing for one that was simply proved. */
function State({ claim, language }: { claim: Claim; language: 'zh-Hans' | 'en' }) {
  const words = wordsOf(language)
  const advice = [...new Set(claim.findings.map((one) => one.check))]
  return (
    <>
      {words.states[claim.state] === '' ? null : <span class="state">{words.states[claim.state]}</span>}
      {advice.length === 0 ? null : <span class="state">{words.advice(advice)}</span>}
    </>
  )
}

/**
 * Links from a sentence to the words that prove it, held together with the sentence's own last sign: a line never begins
 * with them. Two quotes of one passage are ¶7a and ¶7b. A passage that is not shown is named without a link.
 */
function Evidences({ claim, article, shown, unshown, language }: LineProps) {
  const words = wordsOf(language)
  const [first] = claim.evidence
  const seen = claim.evidence.map((one) => one.passage)
  const letter = (at: number): string => {
    const same = seen.filter((id) => id === seen[at]).length
    const before = seen.slice(0, at).filter((id) => id === seen[at]).length
    return same < 2 ? '' : (latin[before] ?? '')
  }
  return (
    <span class="marks">
      {'\u2060'}
      {claim.evidence.map((one, at) =>
        shown.has(one.passage) ? (
          <a href={`#e-${claim.id}-${at + 1}`} title={one.quote} lang={article.language ?? undefined}>
            ¶{one.passage.slice(1)}
            {letter(at)}
          </a>
        ) : null,
      )}
      {(unshown[claim.id] ?? []).map((id) => (
        <span class="unshown" title={words.unshown}>
          ¶{id.slice(1)}
        </span>
      ))}
      {first ? (
        <a
          class="out"
          href={fragmentLink(article.url, first.quote, article.language)}
          rel="external"
          aria-label={words.atOutlet}
        >
          ↗
        </a>
      ) : null}
    </span>
  )
}

const latin = 'abcdefghijklmnopqrstuvwxyz'

function Terms({ review, language }: { review: Review; language: 'zh-Hans' | 'en' }) {
  if (review.terms.length === 0) return null
  const words = wordsOf(language)
  return (
    <details class="terms">
      <summary>{words.terms}</summary>
      <dl>
        {review.terms.map((term) => (
          <div>
            <dt>{term.original}</dt>
            <dd>{term.reader}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Framing({ review, shown, language }: Pick<ReviewProps, 'review' | 'shown' | 'language'>) {
  if (review.framing.length === 0) return null
  const words = wordsOf(language)
  return (
    <details class="framing">
      <summary>{words.framing}</summary>
      <ul>
        {review.framing.map((note) => (
          <li>
            {note.kind === 'loaded-word' ? words.loaded(note.evidence.quote, note.neutral) : null}
            {note.kind === 'paraphrased-only' ? words.paraphrased(note.name) : null}
            {note.kind !== 'absent' && shown.has(note.evidence.passage) ? (
              <a href={`#${note.evidence.passage}`}> ¶{note.evidence.passage.slice(1)}</a>
            ) : null}
            {note.kind === 'absent' ? (words.absent[note.what] ?? note.what) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
