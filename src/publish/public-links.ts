import { hideSecrets, maskSecrets } from '../text/feed-secrets.ts'
import { publicUrl } from '../text/public-url.ts'
import type { Article } from '../types.ts'

/** Shorter values stand in addresses by chance. */
const leastSecret = 6

/**
 * An article whose links everybody may follow: what a feed gave its one reader (tokens, a password) is out of the address,
 * and of every link of the page that repeats it. Other links stay as the outlet wrote them.
 *
 * @param given what the addresses of the source's feeds hold for one reader
 */
export function withPublicLinks(article: Article, given: string[] = []): Article {
  const url = publicUrl(article.url, given)
  const secrets = url === article.url ? [] : valuesOf(article.url).filter((value) => !url.includes(value))
  const known = [...secrets, ...given]
  const open = (link: string): string => {
    if (!/\/\/[^/?#]*@/u.test(link) && maskSecrets(link, known) === link) return link
    const shown = publicUrl(link, known)
    // In the middle of a path it cannot be told apart from the address: no link then.
    return secrets.some((secret) => shown.includes(secret)) ? '' : shown
  }
  return {
    ...article,
    url,
    itemKey: open(article.itemKey),
    ...withoutGiven(article, known, open),
    photo: article.photo && { ...article.photo, url: open(article.photo.url) },
    passages: article.passages.map((passage) =>
      passage.marks?.some((mark) => mark.url !== undefined && open(mark.url) !== mark.url)
        ? { ...passage, marks: passage.marks.map((mark) => (mark.url ? { ...mark, url: open(mark.url) } : mark)) }
        : passage,
    ),
  }
}

/** The same data with stars over every secret in its texts, so that spans still fit: a page may print its one reader's address. */
export function maskAll<T>(data: T, secrets: string[]): T {
  const masked = (value: unknown): unknown => {
    if (typeof value === 'string') return maskSecrets(value, secrets)
    if (Array.isArray(value)) return value.map(masked)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one)]))
  }
  return masked(data) as T
}

function valuesOf(url: string): string[] {
  return [...url.matchAll(/=([^&#;]+)/gu)].map(([, value = '']) => value).filter((value) => value.length >= leastSecret)
}

/** Where the article goes on, and what is said of it where that could not be read. */
function withoutGiven(
  { nextPage, furtherPages, completeness }: Article,
  secrets: string[],
  open: (link: string) => string,
): Partial<Article> {
  const signs = completeness.signs.map((sign) => ({ ...sign, detail: hideSecrets(sign.detail, secrets) }))
  return {
    completeness: { ...completeness, signs },
    ...(nextPage !== undefined && { nextPage: open(nextPage) }),
    ...(furtherPages && { furtherPages: furtherPages.map((page) => ({ ...page, url: open(page.url) })) }),
  }
}
