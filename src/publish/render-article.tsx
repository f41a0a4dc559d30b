import type { Completeness, ParallelText, Source, Verdict } from '../types.ts'
import { tongueOf } from '../text/tongue.ts'
import { dayWords, monthWords, weekWords } from './calendar.ts'
import { ArticleHead } from './pages/article-head.tsx'
import { Card } from './pages/card.tsx'
import { Changes, Corrections, VanishedNotice } from './pages/changes.tsx'
import { ViewChoice } from './pages/choices.tsx'
import { Passages, pinClaims } from './pages/passages.tsx'
import { ReviewSection } from './pages/review.tsx'
import { labelledBlurb, wordsOf } from './plain-words.ts'
import type { Printable } from './rights.ts'
import { Facts, href, linkTo, rootOf, sheet } from './sheet.tsx'
import type { Entry } from './shelf.ts'
import type { SiteSettings } from './printer.ts'
import { articleFolder } from './addresses.ts'

type ArticleFacts = { entry: Entry; source: Source; site: SiteSettings }

/** The page of an article: what the outlet says, our reading of it, and where each statement stands. */
export function renderArticle(printable: Printable, { entry, source, site }: ArticleFacts): string {
  const { article, card, review, parallel, waiting, history, withheld } = printable
  const words = wordsOf(site.language)
  const { dir } = tongueOf(article.language)
  const root = rootOf(articleFolder(entry))
  const shown = new Set(article.passages.map((passage) => passage.id))
  const claims = review && review.heldBecause === null ? review.claims : []
  return sheet({
    site,
    root,
    title: article.headline,
    description: labelledBlurb(entry, site.language) ?? undefined,
    twin: `a/${entry.id}/index.json`,
    head: (
      <ArticleHead
        entry={entry}
        source={source}
        foreign={withheld?.site ?? null}
        site={site}
        review={claims.length > 0 ? review : null}
        parallel={parallel}
      />
    ),
    children: (
      <article lang={article.language ?? undefined}>
        <p class="kicker" lang={site.language}>
          <a href={href(root, `source/${source.id}/`)}>{source.name}</a>
          {article.edition ? ` · ${article.edition}` : null}
        </p>
        <h1 dir={dir}>{article.headline}</h1>
        {article.standfirst ? (
          <p class="standfirst" dir={dir}>
            {article.standfirst}
          </p>
        ) : null}
        {parallel ? <TranslatedHead parallel={parallel} language={site.language} /> : null}
        <Facts language={site.language}>
          {article.authors.join(words.and)}
          {article.agency === null || article.authors.includes(article.agency) ? '' : article.agency}
          {article.dateline ?? ''}
          <>
            {entry.publishedAt === null ? `${words.firstSeen} ` : null}
            <time datetime={entry.sortedAt}>{dayWords(entry.sortedAt, site.language)}</time>
          </>
          {entry.verdict === 'not-text' ? '' : words.length(entry)}
          {withheld && entry.verdict === 'whole' ? words.wholeThere[shownOf(printable)] : words.verdict[entry.verdict]}
          {entry.kind === undefined ? null : <strong class="verdict">{words.outletCalls[entry.kind]}</strong>}
        </Facts>
        <Facts language={site.language}>
          <a class="original" href={linkTo(article.url)} rel="external" data-key="o">
            {words.original}
          </a>
          <a href={href(root, `w/${entry.week}/`)}>{weekWords(entry.week, site.language)}</a>
          <a href={href(root, `m/${entry.month}/`)}>{monthWords(entry.month, site.language)}</a>
          <a href={`${root}a/${entry.id}/index.json`}>{words.twin}</a>
        </Facts>
        {(claims.length > 0 || card) && article.passages.length > 0 ? (
          <ViewChoice language={site.language} translated={parallel !== null} reviewed={claims.length > 0} />
        ) : null}
        <CompletenessNotice
          completeness={article.completeness}
          isEmpty={withheld === null ? article.passages.length === 0 : withheld.unquoted === 'unread'}
          language={site.language}
        />
        <VanishedNotice history={history} article={article} language={site.language} />
        {review ? (
          <ReviewSection
            review={review}
            article={article}
            shown={shown}
            unshown={withheld?.unshown ?? {}}
            language={site.language}
          />
        ) : null}
        {waiting ? (
          <p class="held" lang={site.language}>
            {words.waiting[waiting]}
          </p>
        ) : null}
        <Corrections history={history} language={site.language} />
        {card ? (
          <Card
            card={card}
            article={article}
            site={site}
            excerpts={withheld?.excerpts}
            folds={claims.length > 0 || parallel !== null}
          />
        ) : null}
        {article.photo && /^https?:/iu.test(article.photo.url) ? (
          <figure>
            <figcaption dir={dir}>
              {article.photo.caption} {article.photo.credit ? <cite>{article.photo.credit}</cite> : null}{' '}
              <a href={linkTo(article.photo.url)} rel="external noopener" lang={site.language}>
                {words.photo}
              </a>
            </figcaption>
          </figure>
        ) : null}
        <WithheldNotice printable={printable} source={source} language={site.language} />
        {parallel ? <TranslationLabel parallel={parallel} language={site.language} /> : null}
        <div class="text">
          <Passages
            passages={article.passages}
            excerpts={withheld?.excerpts ?? null}
            pinned={pinClaims(claims)}
            parallel={parallel}
            language={site.language}
            own={article.language}
          />
        </div>
        <Changes history={history} article={article} language={site.language} />
      </article>
    ),
  })
}

/** How much of a withheld text stands on its page. */
function shownOf({ article }: Printable): 'some' | 'none' {
  return article.passages.length > 0 || article.standfirst !== null ? 'some' : 'none'
}

type WithheldProps = { printable: Printable; source: Source; language: SiteSettings['language'] }

/** Why not all of a text stands here. Of one that could not be had nothing is kept back. */
function WithheldNotice({ printable, source, language }: WithheldProps) {
  const { withheld } = printable
  if (withheld === null || withheld.unquoted === 'unread') return null
  const words = wordsOf(language)
  return (
    <p class="notice" lang={language}>
      {withheld.because === 'expiry' ? words.expired : words.withheld[withheld.unquoted ?? shownOf(printable)]}
      {withheld.site === undefined ? '' : words.foreign(withheld.site, source.name)}
    </p>
  )
}

/** Headline and standfirst in the reader's language, under the outlet's own and never in their place. */
function TranslatedHead({ parallel, language }: { parallel: ParallelText; language: SiteSettings['language'] }) {
  const head = parallel.passages.filter(({ id, text }) => (id === 'headline' || id === 'standfirst') && text !== null)
  const text = (id: string) => head.find((one) => one.id === id)?.text
  const [headline, standfirst] = [text('headline'), text('standfirst')]
  if (head.length === 0) return null
  const advice = [...new Set(head.flatMap(({ findings }) => findings).map(({ check }) => check))]
  return (
    <div class="parallel head" lang={parallel.language}>
      {headline ? <p class="headline">{headline}</p> : null}
      {standfirst ? <p class="standfirst">{standfirst}</p> : null}
      {advice.length > 0 ? <p class="state">{wordsOf(language).advice(advice)}</p> : null}
    </div>
  )
}

/** Who translated, when, what was checked and what did not pass. */
function TranslationLabel({ parallel, language }: { parallel: ParallelText; language: SiteSettings['language'] }) {
  const words = wordsOf(language)
  const { model, promptVersion, translatedAt, passages } = parallel
  return (
    <p class="label parallel" lang={language}>
      {model === 'replay' ? words.translatedByHand : `${words.translatedBy} ${model}`} · {promptVersion} ·{' '}
      <time datetime={translatedAt}>{translatedAt.replace('T', ' ').slice(0, 16)} UTC</time> ·{' '}
      {words.translationChecked(passages.filter(({ text }) => text === null).length)}
    </p>
  )
}

function noticeOf(
  verdict: Exclude<Verdict, 'whole'>,
  { isEmpty, isRead }: { isEmpty: boolean; isRead: boolean },
): keyof ReturnType<typeof wordsOf>['incomplete'] {
  if (verdict === 'teaser' && isEmpty) return isRead ? 'nothing' : 'notRead'
  return verdict === 'not-text' && !isEmpty ? 'about' : verdict
}

type NoticeProps = { completeness: Completeness; isEmpty: boolean; language: SiteSettings['language'] }

/** A text that is not whole says so before anything else, with the share that is missing where it is known; so does one that only a script shows. */
function CompletenessNotice({ completeness, isEmpty, language }: NoticeProps) {
  const { verdict, shareMissing, signs } = completeness
  const words = wordsOf(language)
  const fromScript = signs.some(({ code }) => code === 'text-from-script')
  const isRead = !signs.some(({ code }) => code === 'page-not-read')
  return (
    <>
      {verdict === 'whole' ? null : (
        <p class="incomplete" lang={language}>
          {words.incomplete[noticeOf(verdict, { isEmpty, isRead })]}
          {shareMissing === null ? null : words.missingShare(Math.round(shareMissing * 100))}
        </p>
      )}
      {fromScript ? (
        <p class="notice" lang={language}>
          {words.fromScript}
        </p>
      ) : null}
    </>
  )
}
