import { raw } from '../../text/jsx-runtime.ts'
import type { Claim, ParallelText, Review, Source } from '../../types.ts'
import { labelledBlurb } from '../plain-words.ts'
import type { Entry } from '../shelf.ts'
import type { SiteSettings } from '../printer.ts'
import { absoluteArticle } from '../addresses.ts'

export type HeadProps = {
  entry: Entry
  source: Source
  /** The site of somebody else on which the article stands. */
  foreign: string | null
  site: SiteSettings
  review: Review | null
  parallel: ParallelText | null
}

/** What other software reads of an article's page: whose it is, that ours is based on it, and what a machine wrote. */
export function ArticleHead(props: HeadProps) {
  const { entry, site, review, parallel } = props
  const address = absoluteArticle(site, entry)
  // A data block is no script, but `</script>` in a headline would end it: no angle bracket stays as it is.
  const json = JSON.stringify(linkedData(props, address)).replace(
    /[<>\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return (
    <>
      {site.url === undefined ? null : (
        <>
          <link rel="canonical" href={address} />
          <link rel="alternate" hreflang={site.language} href={address} />
          <link rel="alternate" hreflang="x-default" href={address} />
        </>
      )}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={entry.headline} />
      <meta property="og:site_name" content={site.title} />
      {entry.blurb ? <meta property="og:description" content={labelledBlurb(entry, site.language) ?? ''} /> : null}
      {byMachine(review) || byMachine(parallel) ? <meta name="digital-source-type" content={machineMade} /> : null}
      <script type="application/ld+json">{raw(json)}</script>
    </>
  )
}

/** IPTC's code for what a trained model made: cv.iptc.org/newscodes/digitalsourcetype. */
const machineMade = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'

function byMachine(ours: { model: string } | null): boolean {
  return ours !== null && ours.model !== 'replay'
}

function linkedData({ entry, source, foreign, site, review, parallel }: HeadProps, address: string) {
  const original = {
    '@type': 'NewsArticle',
    '@id': entry.original,
    headline: entry.headline,
    url: entry.original,
    inLanguage: entry.language ?? undefined,
    author: entry.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: foreign ?? source.name },
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: entry.headline,
    url: address,
    ...(entry.publishedAt === null ? {} : { datePublished: entry.publishedAt }),
    dateModified: entry.changedAt,
    inLanguage: entry.language ?? undefined,
    publisher: { '@type': 'Organization', name: site.title },
    isBasedOn: original,
    ...(review === null ? {} : { hasPart: reviewData(review, { entry, site }) }),
    ...(parallel === null ? {} : { workTranslation: translationData(parallel, { entry, site }) }),
  }
}

/** The review is a work of ours about the outlet's article, and says what wrote it. */
function reviewData(review: Review, { entry, site }: Pick<HeadProps, 'entry' | 'site'>) {
  const text = (part: Claim['part']) =>
    review.claims
      .filter((claim) => claim.part === part)
      .map((claim) => claim.text)
      .join('')
  return {
    '@type': 'Review',
    itemReviewed: { '@id': entry.original },
    author: { '@type': 'Organization', name: site.title },
    inLanguage: review.language,
    datePublished: review.reviewedAt,
    name: text('headline') || undefined,
    abstract: text('lede') || undefined,
    ...(byMachine(review)
      ? {
          digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
          creditText: `Written by AI (${review.model}, ${review.promptVersion}); each statement cites the article, its quotes and figures were checked by a program`,
        }
      : { creditText: 'Written by hand for the sample press' }),
  }
}

/** The translation is a work of ours after the outlet's, and says what made it. */
function translationData(parallel: ParallelText, { entry, site }: Pick<HeadProps, 'entry' | 'site'>) {
  return {
    '@type': 'Article',
    translationOfWork: { '@id': entry.original },
    inLanguage: parallel.language,
    dateCreated: parallel.translatedAt,
    translator: { '@type': 'Organization', name: site.title },
    ...(byMachine(parallel)
      ? {
          digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
          creditText: `Translated by AI (${parallel.model}, ${parallel.promptVersion}); figures, dates, names and length of each passage were checked by a program`,
        }
      : { creditText: 'Translated by hand for the sample press' }),
  }
}
