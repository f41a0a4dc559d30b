import type { Document, Element } from 'domhandler'
import { parseLinked } from '../metadata/linked-data.ts'
import { elementsOf, parsePage, scriptText, visibleText } from '../tree.ts'

/** What a page's JSON-LD declares as `articleBody`, each as plain text with its line breaks. Often cut or of another page. */
export function declaredBodies(document: Document): string[] {
  return declaredStories(document).map(({ body }) => body)
}

/** The same with the headline that each is declared under. */
export function declaredStories(document: Document): { headline: string | null; body: string }[] {
  const stories: { headline: string | null; body: string }[] = []
  for (const script of elementsOf(document)) {
    if (script.name !== 'script' || !/ld\+json/iu.test(script.attribs.type ?? '')) continue
    const text = scriptText(script)
    if (!text.includes('"articleBody"') && !text.includes('"reviewBody"')) continue
    for (const one of parseLinked(text)) {
      const body = one.articleBody ?? one.reviewBody
      const headline = typeof one.headline === 'string' ? one.headline : null
      if (typeof body === 'string' && body.length > 100) stories.push({ headline, body: plain(body) })
    }
  }
  return stories
}

// Outlets declare HTML, entities, and entities of entities.
function plain(body: string): string {
  let text = body
  for (let round = 0; round < 2 && /<\/?\p{L}|&#?\w+;/u.test(text); round++) {
    const lines = text.replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/giu, '$&\u2028').split(/[\n\u2028]/u)
    text = lines.map((line) => visibleText(parsePage(`<p>${line}</p>`) as unknown as Element)).join('\n')
  }
  return text
}
