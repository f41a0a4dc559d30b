/** The shortest piece of a script that is looked at, in characters. */
const shortest = 400
/** The least a list or object is when it may name what another row of a stream holds. */
const leastRow = 8

/** What stands in a script as a value of its own, and for a text in quotation marks the program around it. */
export type Quoted = { text: string; around: string }

type Reading = { revive?: (key: string, value: unknown) => unknown; least?: number }

/** Every piece of JSON in a script: the whole of it, or what is assigned to a name or handed to a function. */
export function* jsonIn(script: string, { revive, least = shortest }: Reading = {}): Generator<unknown> {
  // Brackets that are never closed are looked for to the end: not more often than some programs need.
  let budget = script.length * 8 + 1_000_000
  const openings = /(?:^|[=(,:]|return)\s*([[{])/gu
  for (let at = openings.exec(script); at; at = openings.exec(script)) {
    const from = at.index + at[0].length - 1
    const to = endOfJson(script, from)
    budget -= to > from ? to - from : script.length - from
    if (budget < 0) return
    if (to - from < least) continue
    const piece = script.slice(from, to)
    // A piece of program: its own pieces may be JSON.
    const value = parse(piece, revive) ?? parseLiteral(piece)
    if (value === undefined) continue
    yield value
    openings.lastIndex = to
  }
}

function parse(piece: string, revive?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(piece, revive)
  } catch {
    // What is no JSON says so to the caller by `undefined`.
    return undefined
  }
}

const literal = /^[[{]\s*(?:[[{"'\]}]|[\w$]+\s*[:,}\]]|!)/u
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|![01]|void 0|[A-Za-z_$][\w$]*(\s*:)?|,(?=\s*[}\]])/gsu
const words = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['!0', 'true'],
  ['!1', 'false'],
  [',', ''],
])

/** An object of a program as its author wrote it: keys without marks, `!0`, names that stand for values (read as `null`). */
function parseLiteral(piece: string): unknown {
  if (!literal.test(piece)) return undefined
  const mended = piece.replace(tokens, (token, colon?: string) => {
    if (token.startsWith('"')) return token
    if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1).replace(/\\(['\\])/gu, '$1'))
    return colon === undefined ? (words.get(token) ?? 'null') : `"${token.slice(0, -colon.length)}":`
  })
  return parse(mended)
}

/** How much of a program around a text is looked at. */
const nearby = 3000

/** Every long string in double quotation marks. */
export function* quotedIn(script: string): Generator<Quoted> {
  for (let from = script.indexOf('"'); from >= 0; from = script.indexOf('"', from)) {
    let to = from + 1
    for (; to < script.length && script.charCodeAt(to) !== 0x22; to++) if (script.charCodeAt(to) === 0x5c) to++
    if (to - from >= shortest) {
      const value = parse(script.slice(from, to + 1))
      // Between two strings and not inside one: the next quotation mark may begin one.
      if (value === undefined) {
        from++
        continue
      }
      const around = `${script.slice(Math.max(0, from - nearby), from)}${script.slice(to + 1, to + nearby)}`
      if (typeof value === 'string') yield { text: value, around }
    }
    from = to + 1
  }
}

/** What a script pushes into a React stream. */
export function streamed(script: string): string {
  let text = ''
  const pushes = /__next_f\.push\(\s*\[/gu
  for (let at = pushes.exec(script); at; at = pushes.exec(script)) {
    const from = at.index + at[0].length - 1
    // A push of something else, or a cut page: the other pushes stand.
    const value = parse(script.slice(from, endOfJson(script, from)))
    if (Array.isArray(value) && value[0] === 1 && typeof value[1] === 'string') text += value[1]
  }
  return text
}

/** Where the bracket at `from` is closed again, strings respected; `from` when it is not closed. */
function endOfJson(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) {
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++
    } else if (sign === 0x7b || sign === 0x5b) depth++
    else if (sign === 0x7d || sign === 0x5d) {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return from
}

/** The rows of a React stream by number: `id:JSON`, or `id:T` with a length in hexadecimal bytes and that much text. */
export function* readStream(stream: string): Generator<{ name: string; value: unknown }> {
  const bytes = Buffer.from(stream, 'utf8')
  let at = 0
  while (at < bytes.length) {
    const colon = bytes.indexOf(0x3a, at)
    if (colon < 0) return
    const name = `$${bytes.toString('utf8', at, colon).trim()}`
    const comma = bytes[colon + 1] === 0x54 ? bytes.indexOf(0x2c, colon) : -1
    const length = comma > 0 && comma - colon < 12 ? Number.parseInt(bytes.toString('utf8', colon + 2, comma), 16) : NaN
    if (Number.isFinite(length)) {
      yield { name, value: bytes.toString('utf8', comma + 1, comma + 1 + length) }
      at = comma + 1 + length
      continue
    }
    const end = bytes.indexOf(0x0a, colon)
    const row = bytes.toString('utf8', colon + 1, end < 0 ? undefined : end)
    for (const value of jsonIn(row, { revive: reactValue, least: leastRow })) yield { name, value }
    if (end < 0) return
    at = end + 1
  }
}

const wordless = new Set(['script', 'style', 'meta', 'link', 'img', 'template', 'svg'])

/**
 * A value of a React stream without the stream's own signs: of an element `["$", type, key, props]` its props, of `$1f` a
 * reference to that row, of other strings that begin with `$` nothing, unless the sign is written twice.
 * The rows as `react-server-dom` writes them: https://github.com/facebook/react/blob/main/packages/react-client/src/ReactFlightClient.js
 */
function reactValue(_key: string, value: unknown): unknown {
  if (Array.isArray(value) && value[0] === '$' && value.length >= 4)
    return wordless.has(String(value[1])) ? null : value[3]
  if (typeof value !== 'string' || value === '$' || !value.startsWith('$')) return value
  if (value.startsWith('$$')) return value.slice(1)
  return /^\$[\da-f]+$/u.test(value) ? { __ref: value } : ''
}

/**
 * The values of Nuxt's data as objects again, `null` for other data: it is one list in which objects and lists hold the
 * numbers of their values. Objects in objects stay references, as `#7`.
 * As `devalue` writes it: https://github.com/sveltejs/devalue/blob/main/src/stringify.js
 */
export function unflatten(value: unknown): { name: string; value: unknown }[] | null {
  if (!Array.isArray(value) || value.length < 3 || !isNumbered(value[0])) return null
  const all: unknown[] = value
  const at = (number: unknown): unknown => {
    const one = typeof number === 'number' ? all[number] : null
    return typeof one === 'object' && one !== null ? { __ref: `#${number}` } : one
  }
  const read = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(at)
    if (typeof one !== 'object' || one === null) return null
    return Object.fromEntries(Object.entries(one).map(([key, number]) => [key, at(number)]))
  }
  return all.map((one, number) => ({ name: `#${number}`, value: read(one) }))
}

/** `["ShallowReactive", 1]`, `{ "data": 2 }`: numbers, and perhaps the name of a kind before them. */
function isNumbered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const values = Object.values(value)
  const numbers = Array.isArray(value) && typeof values[0] === 'string' ? values.slice(1) : values
  return numbers.length > 0 && numbers.every((one) => Number.isInteger(one))
}
