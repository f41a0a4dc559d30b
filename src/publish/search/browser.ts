// The search page's script: dependency-free, reads block after block from the newest and shows what holds every word.
type BrowserCard = [path: string, headline: string, day: string, source: string, language: string, text: string]
type Node = { textContent: string | null; append(...children: unknown[]): void; replaceChildren(): void; href: string }
type Page = { querySelector(selector: string): (Node & { value: string }) | null; createElement(name: string): Node }

const page = (globalThis as unknown as { document?: Page }).document
const here = (globalThis as unknown as { location?: { search: string } }).location

/** Letters without case and marks; Han, kana and Hangul as they are. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

async function load<T>(path: string): Promise<T> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`Cannot load "${path}": server answered ${answer.status}, expected 200`)
  return (await answer.json()) as T
}

function show(card: BrowserCard, word: string): void {
  const list = page?.querySelector('#found')
  if (!page || !list) return
  const [path, headline, day, source, , text] = card
  const item = page.createElement('li')
  const title = page.createElement('h2')
  const link = page.createElement('a')
  const facts = page.createElement('p')
  const snippet = page.createElement('p')
  link.href = `../${path.split('/').map(encodeURIComponent).join('/')}`
  link.textContent = headline
  facts.textContent = `${source} ${day}`
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 30)
  snippet.textContent = text.slice(at, at + 120)
  title.append(link)
  item.append(title, facts, snippet)
  list.append(item)
}

async function search(query: string): Promise<void> {
  const words = fold(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return
  const { blocks } = await load<{ blocks: number }>('index.json')
  for (let block = blocks - 1, found = 0; block >= 0 && found < 100; block--) {
    for (const card of await load<BrowserCard[]>(`${block}.json`)) {
      const text = fold(`${card[1]}\n${card[3]}\n${card[5]}`)
      if (!words.every((word) => text.includes(word))) continue
      found++
      show(card, words[0] ?? '')
    }
  }
}

const query = new URLSearchParams(here?.search ?? '').get('q')
const field = page?.querySelector('input[name=q]')
if (query !== null && field) {
  field.value = query
  await search(query)
}
