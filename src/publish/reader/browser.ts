// What a reader chose is kept in this browser alone: no cookie, nothing is sent. Everything here works without it, but
// for the memory and the keys; each key stands in the page as `data-key`.

// What this script uses of a browser: the project is typed for Node alone.
type Node = {
  id: string
  name: string
  type: string
  checked: boolean
  tabIndex: number
  click(): void
  focus(): void
  showModal?(): void
  matches(selector: string): boolean
  querySelectorAll(selector: string): Iterable<Node>
}
type Happening = {
  key: string
  target: Node
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  preventDefault(): void
}
type Page = Node & {
  activeElement: Node | null
  querySelector(selector: string): Node | null
  addEventListener(name: string, work: (event: Happening) => void): void
}
type Memory = { getItem(name: string): string | null; setItem(name: string, value: string): void }

const { document: page, localStorage: memory } = globalThis as unknown as { document?: Page; localStorage?: Memory }
const choices = '.choices input[type=radio]'
const notes = '.notes'
const stops = '.list h2 a,.hits h2 a,.pinned>:first-child'

if (page) {
  restore(page)
  page.addEventListener('DOMContentLoaded', () => restore(page))
  page.addEventListener('change', ({ target }) => target.matches(choices) && keep(target))
  page.addEventListener('keydown', (event) => answer(page, event))
}

/** The head's choices are there before the first line is drawn, an article's own when the page is whole. */
function restore(page: Page): void {
  for (const one of page.querySelectorAll(choices)) if (recall(one.name) === one.id) one.checked = true
}

function recall(name: string): string | null {
  try {
    return memory?.getItem(`waikan.${name}`) ?? null
  } catch {
    // A browser that keeps nothing for a page (a file, a private window) still shows what is chosen now.
    return null
  }
}

function keep({ name, id }: Node): void {
  try {
    memory?.setItem(`waikan.${name}`, id)
  } catch {
    // As above: it holds for this page.
  }
}

function answer(page: Page, event: Happening): void {
  const { key, target } = event
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target.matches('input:not([type=radio],[type=checkbox]),select,textarea')
  )
    return
  const field = key === '/' ? page.querySelector('#search input') : null
  const to = /^[a-z/?]$/u.test(key) ? page.querySelector(`[data-key="${key}"]`) : null
  const step = /^[jn]$/u.test(key) ? 1 : /^[kp]$/u.test(key) ? -1 : 0
  if (field) field.focus()
  // On a list n and p turn the page; in a text they go from note to note, where there is one.
  else if (step !== 0 && !to) move(page, step, /^[np]$/u.test(key) && page.querySelector(notes) ? notes : stops)
  else if (to?.showModal) to.showModal()
  else if (to?.matches('fieldset')) turn(to)
  else if (to) to.click()
  else return
  event.preventDefault()
}

function move(page: Page, step: number, to: string): void {
  const all = [...page.querySelectorAll(to)]
  const at = all.indexOf(page.activeElement as Node)
  const next = all[Math.min(all.length - 1, Math.max(0, at + step))]
  if (!next) return
  if (!next.matches('a')) next.tabIndex = -1
  next.focus()
}

function turn(group: Node): void {
  const all = [...group.querySelectorAll('input')]
  const next = all[(all.findIndex((one) => one.checked) + 1) % all.length]
  next?.click()
}
