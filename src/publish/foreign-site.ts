import { likeness } from '../text/likeness.ts'
import { areSiblings, siteOf } from '../text/site-of.ts'
import type { Article, Source } from '../types.ts'

/** More than half: a name that differs in one word of two is another house. */
const sameHouse = 0.5

/**
 * The site on which an article stands that is not its source's own, or `null`. What a source allows is said of its own
 * texts: a page that its feed only links to is somebody else's.
 *
 * A site with the same first part of its name is the outlet's where its page names the outlet as its publisher. The feed's
 * own text is always the source's.
 */
export function foreignSite(article: Article, source: Source): string | null {
  if (article.pageHash === null || source.sites === undefined) return null
  const site = siteOf(article.url)
  if (site === null || source.sites.includes(site)) return null
  const isSibling = source.sites.some((own) => areSiblings(own, site))
  return isSibling && likeness(article.publisher ?? '', source.name) > sameHouse ? null : site
}
