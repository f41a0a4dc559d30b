import { Duplex, pipeline, Transform } from 'node:stream'

/**
 * A connection on which the head of an answer comes as RFC 9112 §5 has it, with lines that are no fields left out and a
 * `Content-Length` that is sent twice said once (RFC 9110 §8.6); all behind the head as it is. Browsers read such answers.
 *
 * @param most bytes of a head, above which it comes as it is
 */
export function withMendedHead(socket: Duplex, most: number): Duplex {
  const readable = pipeline(socket, new HeadMender(most), () => undefined)
  const mended = Duplex.from({ readable, writable: socket })
  // What goes wrong reaches whoever reads; once nobody does, as behind the last byte, it must not end the process.
  for (const stream of [socket, readable, mended]) stream.on('error', () => undefined)
  return mended
}

/** Holds the head back until it is whole. */
class HeadMender extends Transform {
  private readonly most: number
  private held: Buffer | null = Buffer.alloc(0)

  constructor(most: number) {
    super()
    this.most = most
  }

  override _transform(part: Buffer, _encoding: string, done: () => void): void {
    if (this.held === null) this.push(part)
    else this.hold(part)
    done()
  }

  override _flush(done: () => void): void {
    if (this.held !== null) this.push(this.held)
    done()
  }

  private hold(part: Buffer): void {
    let bytes: Buffer = Buffer.concat([this.held ?? Buffer.alloc(0), part])
    // The end of a head may lie across two pieces; what stands before was looked at.
    let from = Math.max(0, bytes.length - part.length - 3)
    for (;;) {
      const end = /\r?\n\r?\n/u.exec(bytes.toString('latin1', from))
      this.held = end === null && bytes.length <= this.most ? bytes : null
      if (end === null) break
      const length = from + end.index
      this.push(Buffer.from(mendHead(bytes.toString('latin1', 0, length)), 'latin1'))
      // Behind 100 and the like comes another head.
      const more = /^HTTP\/1\.\d 1(?!01)/u.test(bytes.toString('latin1', 0, 16))
      bytes = bytes.subarray(length + end[0].length)
      from = 0
      if (!more) break
    }
    if (this.held === null) this.push(bytes)
  }
}

/** A head without its last empty line, in fields that every parser reads. */
function mendHead(head: string): string {
  // A line that begins with a blank goes on with the one before.
  const [status = '', ...lines] = head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)
  const fields = lines.flatMap((line) => {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+)[ \t]*:(.*)$/su.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [`${name}:${value}`]
  })
  const seen = new Set<string>()
  const once = fields.filter((field) => {
    const length = /^content-length:(.*)$/isu.exec(field)?.[1]?.trim()
    return length === undefined || (!seen.has(length) && seen.add(length))
  })
  return [status, ...once, '', ''].join('\r\n')
}
