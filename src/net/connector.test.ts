import type { buildConnector } from 'undici'
import { expect, test } from 'vitest'
import { guardedConnector } from './connector.ts'
import { createReaches } from './reach.ts'

type Socket = Parameters<Extract<Parameters<buildConnector.connector>[1], (...args: never[]) => void>>[1]

/** Connect to `hostname` where the system reaches `peer` in the end, whatever the name resolved to before. */
function connectTo(hostname: string, peer: string, allow: string[] = []) {
  const { promise, resolve } = Promise.withResolvers<{ error: Error | null; destroyed: boolean }>()
  let destroyed = false
  const socket = {
    remoteAddress: peer,
    destroy: () => {
      destroyed = true
    },
  } as unknown as Socket
  const build = (): buildConnector.connector => (_options, callback) =>
    callback(...([null, socket] as Parameters<typeof callback>))
  const connect = guardedConnector(build, createReaches(allow)([`http://${hostname}/`]))
  connect({ hostname, host: hostname, protocol: 'http:', port: '80' } as buildConnector.Options, (...[error]) =>
    resolve({ error, destroyed }),
  )
  return promise
}

test.each(['127.0.0.1', '::1', '::ffff:10.0.0.1', '169.254.169.254', '64:ff9b::7f00:1'])(
  'guardedConnector() drops a connection that arrived at %s, whatever the name said before',
  async (peer) => {
    const { error, destroyed } = await connectTo('rebinding.example', peer)
    expect(error?.message).toContain(`leads to the address ${peer}, which is not public`)
    expect(destroyed).toBe(true)
  },
)

test('guardedConnector() lets public peers and allowed hosts pass', async () => {
  expect((await connectTo('outlet.example', '8.8.8.8')).error).toBeNull()
  expect((await connectTo('rsshub.home.lan', '10.0.0.7', ['rsshub.home.lan'])).error).toBeNull()
})
