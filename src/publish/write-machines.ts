import { escapeXml } from './feeds/feed-document.ts'
import { sitemapPart } from './settle.ts'
import type { SiteFile } from './write-files.ts'
import type { Printer } from './printer.ts'
import { absolute, absoluteArticle } from './addresses.ts'

/** One part of the sitemap: articles by position on the home list, so that old parts never change. */
export function writeSitemapPart(part: number, { shelf, site }: Printer): SiteFile {
  const entries = shelf.addresses('', part * sitemapPart, (part + 1) * sitemapPart)
  const lines = entries.map(
    (entry) =>
      `<url><loc>${escapeXml(absoluteArticle(site, entry))}</loc><lastmod>${entry.changedAt}</lastmod></url>\n`,
  )
  const home = part === 0 ? `<url><loc>${escapeXml(absolute(site, ''))}</loc></url>\n` : ''
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${home}${lines.join('')}</urlset>\n`
  return { path: `sitemap/${part + 1}.xml`, body }
}

/** The list of the sitemap's parts. */
export function writeSitemapIndex({ shelf, site }: Printer): SiteFile {
  const parts = Math.max(1, Math.ceil(shelf.lengthOf('') / sitemapPart))
  const lines = Array.from(
    { length: parts },
    (_, part) => `<sitemap><loc>${escapeXml(absolute(site, `sitemap/${part + 1}.xml`))}</loc></sitemap>\n`,
  )
  return {
    path: 'sitemap.xml',
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</sitemapindex>\n`,
  }
}

/**
 * robots.txt: readers' search engines are welcome; crawlers that train models are not, while any source keeps rights
 * to its text. The names are those the crawlers' owners publish.
 */
export function writeRobots({ site, sources }: Printer): SiteFile {
  const kept = [...sources.values()].some((source) => source.rights !== 'full')
  const trainers = [
    'GPTBot',
    'ClaudeBot',
    'CCBot',
    'Google-Extended',
    'Applebot-Extended',
    'Bytespider',
    'Meta-ExternalAgent',
  ]
  const refusal = kept ? `${trainers.map((name) => `User-agent: ${name}\n`).join('')}Disallow: /\n\n` : ''
  return {
    path: 'robots.txt',
    body: `${refusal}User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, 'sitemap.xml')}\n`,
  }
}

/** llms.txt: what this site is, in Markdown, for software that reads. */
export function writeLlms({ site, sources }: Printer): SiteFile {
  const open = [...sources.values()].filter((source) => source.rights !== 'private')
  const line = (text: string) => text.replace(/[\n[\]()<>]/gu, ' ')
  const list = open.map((source) => `- ${line(source.name)}: rights ${source.rights}\n`).join('')
  const body = `# ${line(site.title)}\n\n> ${line(site.tagline)}\n\nEvery page names its JSON twin (\`link rel=alternate type=application/json\`): an article has \`a/<id>/index.json\`, a list a JSON Feed. The outlets keep their rights: quote the outlet and link to its page.\n\n## Feeds\n\n- [RSS](${absolute(site, 'feed.xml')})\n- [Atom](${absolute(site, 'atom.xml')})\n- [JSON Feed](${absolute(site, 'feed.json')})\n\n## Sources\n\n${list}`
  return { path: 'llms.txt', body }
}
