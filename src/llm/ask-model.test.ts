import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { askModel } from './ask-model.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test.each(['ollama:qwen3:8b', 'tiny-model'])(
  'askModel() says that nothing answers where %s is not running',
  async (model) => {
    const baseUrl = `http://127.0.0.1:${await freePort()}/v1`
    const ask = askModel({ model, baseUrl }, { env: { WAIKAN_MODEL_KEY: 'k' } })
    const question = { system: 's', prompt: 'p', schema: z.object({ a: z.string() }) }
    await expect(ask(question as never)).rejects.toThrow(`nothing answers at ${baseUrl} (ECONNREFUSED); is it running?`)
  },
)
