import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { letThrough } from './reviews-let-through.ts'

const perFeed = 60
const evidence = [{ passage: 'p2', quote: 'spoke about the bridge, its keeper and the ferry' }]

/** How the text of a field is chosen: another one for each field of an article, each in turn. */
type Pick = (field: string) => string

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const xml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  escape(text).replace(/[\u0000-\u0008\v\f\u000E-\u001F]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/gu, '?')
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

function itemOf(number: number, address: string, pick: Pick): string {
  const link = number % 9 === 8 ? xml(pick('link')) : address
  const f = (name: string): string => xml(pick(name))
  return `<item><title>${f('title')} town ${number}</title><link>${link}</link><guid isPermaLink="false">${number} ${f('guid')}</guid><dc:creator>${f('creator')}</dc:creator><category>${f('category')}</category><pubDate>Mon, 23 Nov 2026 07:00:00 GMT</pubDate><comments>${f('comments')}</comments><enclosure url="${f('enclosure')}" type="${f('type')}" length="1"/><media:content url="${f('media')}"><media:credit>${f('credit')}</media:credit></media:content><description>${f('description')}</description><content:encoded>${cdata(`<p>The harbour council met.</p>${pick('content')}`)}</content:encoded></item>`
}

function feedOf(items: string[], pick: Pick): string {
  const f = (name: string): string => xml(pick(name))
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${f('feed title')}</title><link>${f('feed link')}</link><language>${f('feed language')}</language><image><url>${f('feed image')}</url></image>${items.join('')}</channel></rss>`
}

function linkedData(number: number, pick: Pick): string {
  const about = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: `${pick('ld headline')} town ${number}`,
    author: [{ '@type': 'Person', name: pick('ld author'), url: pick('ld url') }],
    image: { url: pick('ld image'), caption: pick('ld caption') },
    publisher: { name: pick('ld publisher') },
    articleSection: pick('ld section'),
    keywords: [pick('ld keyword')],
    inLanguage: pick('ld language'),
  }
  return JSON.stringify(about).replaceAll('<', '\\u003c')
}

function pageOf(number: number, pick: Pick): string {
  const f = (name: string): string => escape(pick(name))
  const told = Array.from(
    { length: 5 },
    (_, at) =>
      `<p>The council of harbour town ${number} met for the ${at + 1}th time this year and spoke about the bridge, its keeper and the ferry that carries people until the work is done.</p>`,
  )
  return `<!doctype html><html lang="${number % 2 ? 'en' : f('lang')}"><head><meta charset="utf-8"><title>${f('page title')} town ${number}</title><meta property="og:title" content="${f('og title')} town ${number}"><meta name="description" content="${f('meta description')}"><meta name="author" content="${f('meta author')}"><meta property="og:image" content="${f('og image')}"><meta property="article:section" content="${f('meta section')}"><meta property="og:site_name" content="${f('site name')}"><link rel="canonical" href="${number % 4 ? '' : f('canonical')}"><script type="application/ld+json">${linkedData(number, pick)}</script></head><body><article><h1>${f('h1')} town ${number}</h1><p class="standfirst">${f('standfirst')} the report</p><p class="byline">By ${f('byline')}</p><figure><img src="${f('image')}" alt="${f('alt')}" width=900 height=600><figcaption>${f('caption')} The bridge of town ${number}. <span class="credit">Photo: ${f('page credit')}</span></figcaption></figure>${told.join('')}<p>A spokesman said ${f('paragraph')} and nothing else about it on Monday.</p><blockquote>${f('quote')}</blockquote><p>See <a href="${f('href')}">${f('link text')} the plan</a> of the council.</p><ul><li>${f('list')} is the first of the things that were said</li></ul><table><tr><th>${f('head cell')}</th><td>${f('cell')}</td></tr><tr><td>1</td><td>2</td></tr></table><h2>${f('h2')}</h2><p>The town waited ten years for it, and now it is there.</p><p>So it ended, on a wet evening in the harbour.</p><div>${pick('raw')}</div></article></body></html>`
}

/** What the scripted endpoint answers: never a model. */
function replyOf(pick: Pick, last: number): unknown {
  const claim = (text: string, kind = 'fact') => ({ text, kind, evidence })
  const f = (name: string): string => pick(`reply ${name}`)
  return {
    headline: claim(`港口议会谈到桥梁${f('headline')}`),
    lede: claim(`议会谈到桥梁、守桥人和渡船。${f('lede')}`),
    summary: [claim('议会谈到桥梁、守桥人和渡船。'), claim(`议会谈到渡船${f('summary')}。`)],
    commentary: [
      claim(`渡船会帮助人们${f('comment')}。`, 'analysis'),
      { text: `何时完工${f('question')}？`, kind: 'question' },
    ],
    terms: [
      { original: 'bridge', reader: `桥梁${f('term')}` },
      { original: f('original'), reader: '渡船' },
    ],
    framing: [{ kind: 'loaded-word', passage: 'p2', quote: 'spoke', neutral: f('neutral') }],
    last: `p${last}`,
  }
}

type World = { vectors: string[]; articles: number; base: string }

/** Field number f of article number n has the vector n + 37 f: with enough articles each stands in every field. */
function pickOf({ vectors }: World, number: number): Pick {
  const fields: string[] = []
  return (field) => {
    const known = fields.indexOf(field)
    const at = known === -1 ? fields.push(field) - 1 : known
    return vectors[(number + at * 37) % vectors.length] ?? ''
  }
}

function answer(world: World, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? ''
  const [, kind, digits] = /^\/(feed|page)\/(\d+)$/u.exec(path) ?? []
  const number = Number(digits)
  if (kind === 'feed') {
    const from = number * perFeed
    const count = Math.min(perFeed, world.articles - from)
    const items = Array.from({ length: count }, (_, at) => from + at).map((one) =>
      itemOf(one, `http://127.0.0.${number + 1}:${new URL(world.base).port}/page/${one}`, pickOf(world, one)),
    )
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(items, pickOf(world, number)))
  } else if (kind === 'page' && number % 13 === 12) {
    // An error page: what it says may come into a message.
    response.writeHead(500, { 'content-type': 'text/html' }).end(pickOf(world, number)('error'))
  } else if (kind === 'page') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(number, pickOf(world, number)))
  } else response.writeHead(404).end()
}

const lastPassage = (asked: string): number =>
  Math.max(1, ...[...asked.matchAll(/\bp(\d{1,3})\b/gu)].map((found) => Number(found[1])))

function answerModel(world: World, request: IncomingMessage, response: ServerResponse): void {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const number = Number(/harbour town (\d+) met/u.exec(body)?.[1] ?? 0)
    const content = JSON.stringify(replyOf(pickOf(world, number), lastPassage(body)))
    const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }]
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: '1', object: 'chat.completion', created: 1, model: 'scripted', choices, usage }))
  })
}

/**
 * A press whose outlets, pages and scripted endpoint say nothing but vectors, collected, read, reviewed and published by
 * the built program over loopback.
 *
 * @returns the folder of the site, and what the program printed
 */
export async function publishHostilePress(
  folder: string,
  { vectors, articles }: { vectors: string[]; articles: number },
): Promise<{ site: string; said: string }> {
  const world = { vectors, articles, base: '' }
  const server = createServer((request, response) =>
    request.method === 'POST' ? answerModel(world, request, response) : answer(world, request, response),
  )
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  world.base = `http://127.0.0.1:${port}`
  const sources = Array.from({ length: Math.ceil(articles / perFeed) }, (_, at) => {
    const name = JSON.stringify(`Outlet ${at} ${vectors[(at * 7) % vectors.length] ?? ''}`)
    return `  - { name: ${name}, feed: "http://127.0.0.${at + 1}:${port}/feed/${at}", rights: full, images: true }`
  })
  const config = join(folder, 'waikan.yaml')
  writeFileSync(
    config,
    `site: { title: "Hostile", url: "https://press.example", language: zh-Hans }\nreview: { model: "scripted", baseUrl: "${world.base}/v1", parallel: 8, translate: false }\nnet: { allow: ["127.0.0.0/8"], delayMs: 0 }\nsources:\n${sources.join('\n')}\n`,
  )
  const main = join(import.meta.dirname, '../../dist/main.js')
  const press = join(folder, 'press')
  const go = async (...stage: string[]): Promise<string> => {
    const command = [main, 'run', ...stage, '-c', config, '-p', press]
    const env = { ...process.env, OPENAI_API_KEY: 'none' }
    const said = await promisify(execFile)(process.execPath, command, { env, maxBuffer: 1e9 }).catch(endedWith)
    return `${said.stdout}\n${said.stderr}`
  }
  try {
    const said = await go()
    letThrough(press, (number) => pickOf(world, number + 11))
    return { site: join(press, 'site'), said: said + (await go('publish')) }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** Pages that answer 500 end the program with 1: some work failed, as it should. */
function endedWith(error: { code?: unknown; stdout: string; stderr: string }): { stdout: string; stderr: string } {
  if (error.code !== 1) throw new Error(`Cannot publish the hostile press: ${error.stderr}`, { cause: error })
  return error
}
