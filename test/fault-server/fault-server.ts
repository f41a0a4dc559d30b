import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { protocolOf, type Said } from './protocols.ts'

/** What the server does with one request: a status with headers and raw body, a text said in the protocol, or a broken line. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  | Said
  | { inStream: { type: string; message: string } }
  | 'reset'
  | 'hang'
  | 'endless'

/** A fault, or one that is chosen by what was asked. */
export type Step = Fault | ((body: string) => Fault)

/**
 * A scripted endpoint that speaks OpenAI's, Anthropic's and Ollama's protocol, plain and streaming. Never a model.
 *
 * @param script one fault a request, the last one again for all that follow
 */
export async function startFaultServer(script: Step[]) {
  const asked: { path: string; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body })
      const step = script[Math.min(asked.length, script.length) - 1] ?? 'reset'
      answer(typeof step === 'function' ? step(body) : step, {
        request,
        response,
        stream: /"stream":\s*true/u.test(body),
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { baseUrl: `http://127.0.0.1:${port}/v1`, asked, close }
}

type Exchange = { request: IncomingMessage; response: ServerResponse; stream: boolean }

function answer(fault: Fault, { request, response, stream }: Exchange): void {
  if (fault === 'hang') return
  if (fault === 'reset') {
    request.socket.destroy()
    return
  }
  const protocol = protocolOf(request.url ?? '')
  if (fault === 'endless') {
    response.writeHead(200, { 'content-type': stream ? protocol.streamType : protocol.type })
    const pieces = stream ? protocol.stream({ say: 'and so on '.repeat(200), broken: true }) : [' '.repeat(10)]
    response.write(pieces.join(''))
    goOn(response, pieces.at(-1) ?? '')
    return
  }
  if ('status' in fault) {
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
    response.end(fault.body ?? '{"error":{"message":"scripted","type":"scripted"}}')
    return
  }
  response.writeHead(200, { 'content-type': stream ? protocol.streamType : protocol.type })
  if ('inStream' in fault) {
    response.end(protocol.failure(fault.inStream))
    return
  }
  const whole = JSON.stringify(protocol.whole(fault))
  const body = stream ? protocol.stream(fault).join('') : fault.broken ? whole.slice(0, whole.length / 2) : whole
  if (!fault.broken) response.end(body)
  else response.write(body, () => request.socket.destroy())
}

function goOn(response: ServerResponse, piece: string): void {
  const timer = setInterval(() => response.write(piece), 5)
  response.on('close', () => clearInterval(timer))
}
