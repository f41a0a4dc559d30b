import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with one request: a status with headers and raw body, a text said in the protocol, or a broken line. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  | { say: string; finish?: 'stop' | 'length'; usage?: boolean }
  | 'reset'
  | 'hang'

/** A scripted endpoint that speaks the OpenAI protocol (also Ollama's `/v1`) and Anthropic's. Never a model. */
export async function startFaultServer(script: Fault[]) {
  const asked: { path: string; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body })
      answer(script[Math.min(asked.length, script.length) - 1] ?? 'reset', request, response)
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

function answer(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'hang') return
  if (fault === 'reset') {
    request.socket.destroy()
    return
  }
  if ('status' in fault) {
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
    response.end(fault.body ?? '{"error":{"message":"scripted","type":"scripted"}}')
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(request.url?.endsWith('/messages') ? anthropic(fault) : openai(fault)))
}

type Said = { say: string; finish?: 'stop' | 'length'; usage?: boolean }

function openai({ say, finish = 'stop', usage = true }: Said) {
  return {
    id: 'r1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message: { role: 'assistant', content: say }, finish_reason: finish }],
    ...(usage && { usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 } }),
  }
}

function anthropic({ say, finish = 'stop' }: Said) {
  return {
    id: 'r1',
    type: 'message',
    role: 'assistant',
    model: 'scripted',
    content: [{ type: 'text', text: say }],
    stop_reason: finish === 'stop' ? 'end_turn' : 'max_tokens',
    stop_sequence: null,
    usage: { input_tokens: 100, output_tokens: 50 },
  }
}
