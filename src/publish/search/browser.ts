import { chunksOf, findArticles, type Found, type Question, type SearchIndex } from './find.ts'
import { snippetAround } from './snippet.ts'
import { fold } from './tokens.ts'

// What this script uses of a browser: the project is typed for Node alone.
type Element = {
  textContent: string | null
  value: string
  href: string
  name: string
  disabled: boolean
  lang: string
  className: string
  dir: string
  append(...children: unknown[]): void
  replaceChildren(...children: unknown[]): void
  focus(): void
  querySelectorAll(selector: string): Iterable<Element>
  addEventListener(name: string, work: (event: Key) => void): void
}
type Key = { key: string; target: unknown; preventDefault(): void }
type Page = {
  documentElement: Element
  activeElement: Element | null
  querySelector(selector: string): Element | null
  createElement(name: string): Element
  addEventListener(name: string, work: (event: Key) => void): void
}
type Place = { search: string; protocol: string }

const page = (globalThis as unknown as { document?: Page }).document
const here = (globalThis as unknown as { location?: Place }).location

const chinese = {
  none: '没有找到。',
  short: '中文请至少输入两个字。',
  some: (count: number) => `找到 ${count} 篇${count >= 40 ? '（只列最相关的）' : ''}`,
  file: '直接打开的文件不能检索：浏览器不许页面读取旁边的文件。请用 waikan serve，或放到网站上。',
  translated: '〔译文〕',
  busy: '正在检索……',
  failed: '检索没有完成：',
  week: (year: string, number: number) => `${year}年第${number}周`,
}
const english = {
  none: 'Nothing found.',
  short: 'At least two letters of Chinese are needed.',
  some: (count: number) => `${count} found${count >= 40 ? ' (the best are shown)' : ''}`,
  file: 'Search needs a server: browsers do not let a page opened as a file read the files beside it. Use waikan serve.',
  translated: '[translation] ',
  busy: 'Searching …',
  failed: 'The search did not come to its end: ',
  week: (year: string, number: number) => `Week ${number}, ${year}`,
}
const say = page?.documentElement.lang.startsWith('en') ? english : chinese

async function read(path: string): Promise<Uint8Array> {
  const answer = await fetch(`../${path}`)
  if (!answer.ok || !answer.body)
    throw new Error(`Cannot load "${path}": server answered ${answer.status}, expected 200`)
  if (!path.endsWith('.bin')) return new Uint8Array(await answer.arrayBuffer())
  const open = answer.body.pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(open).arrayBuffer())
}

/** Whether the server answers searches: it says so with the index, so that a plain folder is asked for nothing it lacks. */
let isServed = false

async function readIndex(): Promise<SearchIndex> {
  const answer = await fetch('index.json', { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`Cannot load the index: server answered ${answer.status}, expected 200`)
  isServed = answer.headers.has('waikan-search')
  return (await answer.json()) as SearchIndex
}

/** The answer of a site that is served, out of its store; `null` where there is none. */
async function askServer({ query, ...others }: Question): Promise<Found[] | null> {
  if (!isServed) return null
  const answer = await fetch(`find.json?${new URLSearchParams({ q: query, ...others })}`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { found: Found[] }).found : null
}

async function ask(question: Question, index: SearchIndex): Promise<Found[]> {
  const found = await askServer(question)
  if (found) return found
  try {
    return await findArticles(question, index, read)
  } catch {
    // A publish may have merged segments since the index was read: once more with the new one.
    return await findArticles(question, await readIndex(), read)
  }
}

function make(name: string, children: unknown[], more: Partial<Element> = {}): Element {
  const made = (page as Page).createElement(name)
  Object.assign(made, more)
  made.append(...children)
  return made
}

/** A text with what was searched marked in it; the text itself is never read as markup. */
function marked(text: string, words: string[]): unknown[] {
  const word = words.find((one) => text.toLowerCase().includes(one))
  if (!word) return [text]
  const at = text.toLowerCase().indexOf(word)
  return [text.slice(0, at), make('mark', [text.slice(at, at + word.length)]), text.slice(at + word.length)]
}

function around(text: string, words: string[]): string {
  const folded = fold(text)
  return snippetAround(text, Math.max(0, ...words.map((word) => folded.indexOf(word))))
}

function dayWords(day: string): string {
  const language = page?.documentElement.lang ?? 'en'
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

function show(found: Found, words: string[]): Element {
  const [path, headline, day, source, language, , blurb, by, ours = ''] = found.card
  const link = make('a', marked(ours || headline, words), {
    href: `../${path.split('/').map(encodeURIComponent).join('/')}`,
  })
  const snippet = make('p', [], { dir: 'auto' })
  const original =
    ours === '' ? [] : [make('p', marked(headline, words), { className: 'original', lang: language, dir: 'auto' })]
  fillSnippet(snippet, { text: blurb, by }, words)
  const holds = words.some((word) => fold(`${ours}\n${headline}\n${blurb}`).includes(word))
  if (!holds) void passage(path, words, by).then((said) => said && fillSnippet(snippet, said, words))
  return make('li', [
    ours === ''
      ? make('h2', [link], { lang: language, dir: 'auto' })
      : // Whose the headline is; where our own words stand below, they say it.
        make('h2', [link, make('span', [by || say.translated], { className: 'by' })]),
    ...original,
    make('p', [`${source} · ${dayWords(day)}`], { className: 'facts' }),
    snippet,
  ])
}

/** Words under a result; `by` says whose they are where they are ours, which a red line shows too. */
type Said = { text: string; by: string }

function fillSnippet(snippet: Element, { text, by }: Said, words: string[]): void {
  const found = marked(around(text, words), words)
  const hand = () => make('span', [make('span', [by], { className: 'by' }), ...found], { className: 'hand' })
  snippet.replaceChildren(...(by === '' ? found : [hand()]))
}

/** The passage of the article, its translation or our review that holds a word, out of the JSON twin. */
async function passage(path: string, words: string[], by: string): Promise<Said | null> {
  const bytes = await read(`${path.split('/').slice(0, 2).join('/')}/index.json`)
  type Texts<Name extends string> = Partial<Record<Name, { text: string | null }[]>>
  type Twin = { article?: Texts<'passages'>; review?: Texts<'claims'> | null; parallel?: Texts<'passages'> }
  const { article, review, parallel } = JSON.parse(new TextDecoder().decode(bytes)) as Twin
  const said = (texts: { text: string | null }[] | undefined, whose: string): Said[] =>
    (texts ?? []).flatMap(({ text }) => (text === null ? [] : [{ text, by: whose }]))
  const all = [...said(review?.claims, by), ...said(article?.passages, ''), ...said(parallel?.passages, say.translated)]
  return all.find(({ text }) => words.some((word) => fold(text).includes(word))) ?? null
}

/** What a value of a filter is called: languages and weeks stand in the index by their codes. */
const names: Record<string, (value: string) => string> = {
  language: (tag) => new Intl.DisplayNames([page?.documentElement.lang ?? 'en'], { type: 'language' }).of(tag) ?? tag,
  week: (code) => {
    const [year = '', number] = code.split('-W')
    return say.week(year, Number(number))
  },
}

/** Fill a filter that stands in the page, empty until the index says what there is. */
function fill(form: Element, name: string, { values, chosen }: { values: string[]; chosen: string }): void {
  const select = [...form.querySelectorAll('select')].find((one) => one.name === name)
  if (!select) return
  select.append(...values.map((value) => make('option', [names[name]?.(value) ?? value], { value })))
  select.value = values.includes(chosen) ? chosen : ''
  select.disabled = false
}

/** Up and down go through the results, `/` goes to the field. */
function listen(list: Element, field: Element): void {
  page?.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('h2 a')]
    const at = links.findIndex((link) => link === page.activeElement)
    const typing = page.activeElement === field
    const next = event.key === 'ArrowDown' ? links[at + 1] : event.key === 'ArrowUp' ? (links[at - 1] ?? field) : null
    const to = event.key === '/' && !typing ? field : at >= 0 || typing ? next : null
    if (!to) return
    event.preventDefault()
    to.focus()
  })
}

type Parts = { form: Element; list: Element; field: Element; status: Element }

async function start({ form, list, field, status }: Parts): Promise<void> {
  const asked = new URLSearchParams(here?.search ?? '')
  const value = (name: string): string => asked.get(name) ?? ''
  field.value = value('q')
  listen(list, field)
  if (here?.protocol === 'file:') {
    status.textContent = say.file
    return
  }
  try {
    const index = await readIndex()
    fill(form, 'source', { values: index.sources, chosen: value('source') })
    fill(form, 'language', { values: index.languages, chosen: value('language') })
    fill(form, 'week', { values: index.weeks, chosen: value('week') })
    if (value('q').trim() === '') return
    if (chunksOf(value('q')).length === 0) {
      status.textContent = say.short
      return
    }
    const question = { query: value('q'), source: value('source'), language: value('language'), week: value('week') }
    status.textContent = say.busy
    const found = await ask(question, index)
    status.textContent = found.length === 0 ? say.none : say.some(found.length)
    const words = fold(question.query).split(/\s+/u).filter(Boolean)
    list.replaceChildren(...found.map((one) => show(one, words)))
  } catch (error) {
    status.textContent = `${say.failed}${error instanceof Error ? error.message : ''}`
  }
}

const form = page?.querySelector('#search')
const list = page?.querySelector('#found')
const field = page?.querySelector('#search input[name=q]')
const status = page?.querySelector('#status')
if (form && list && field && status) await start({ form, list, field, status })
