import type { Command } from 'commander'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openApp, type App } from '../app.ts'
import { serveSite } from '../desk/serve-site.ts'
import { ConfigError } from '../errors.ts'
import { canSearch, isOwnPress, presentSlug, searchSite, serveSearch } from '../pipeline.ts'
import { parsePort, withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { stopOnSignal } from './stop.ts'

/** `waikan serve`: the published site on this machine. */
export function addServe(program: Command): void {
  withPlaces(
    program
      .command('serve')
      .description('serve the published site')
      .option('--port <number>', 'port, 0 for any free one', parsePort, 8321)
      .option('--host <address>', 'address to listen on', '127.0.0.1'),
  ).action(async (options: PlaceOptions & ListenOptions, command: Command) => {
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
      begun: true,
    })
    if (!isOwnPress(app.road))
      process.stderr.write(
        `warning: the press in "${app.folder}" follows none of the sources of ${app.configFile ?? 'the sample press'}; name its own configuration with --config\n`,
      )
    const server = await listen(app, { ...options, isAsked: command.getOptionValueSource('port') === 'cli' })
    stopOnSignal(
      () => close(server),
      () => app.close(),
    )
  })
}

/** `isAsked`: somebody named the port, so that no other will do. */
export type ListenOptions = { port: number; host: string; isAsked?: boolean }

/**
 * Serve an app's site and print the address. A taken port falls to any free one, said so.
 *
 * @throws {ConfigError} when the port that was asked for is taken
 */
export async function listen(app: App, { port, host, isAsked = false }: ListenOptions): Promise<Server> {
  serveSearch(app.road)
  const server = serveSite(join(app.folder, 'site'), {
    slugOf: (id) => presentSlug(app.road, id),
    canSearch: () => canSearch(app.road),
    search: (question) => searchSite(app.road, question),
  })
  const open = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(at, host, () => {
        server.removeListener('error', reject)
        resolve()
      })
    })
  try {
    await open(port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (isAsked)
      throw new ConfigError(
        `Cannot serve at port ${port} of ${host}: another program has it; end that or give another --port`,
      )
    process.stderr.write(`warning: port ${port} is taken, using a free one\n`)
    await open(0)
  }
  const bound = (server.address() as AddressInfo).port
  const name = host.includes(':') ? `[${host}]` : host
  process.stdout.write(`Waikan is at http://${name}:${bound}/ (stop with Ctrl-C)\n`)
  return server
}

/** End a server, open connections too. */
export function close(server: Server): void {
  server.close()
  server.closeAllConnections()
}
