import { createHash } from 'node:crypto'
import { browserCode } from './browser-code.ts'

/** The script that stands in every page: a file of its own would be one more thing to fetch before reading. */
export const readerScript = `(()=>{${browserCode('reader/browser')}})()`

const hash = createHash('sha256').update(readerScript).digest('base64')

/**
 * What a page may load: its own style, script and index, and the one script that stands in it, told by its hash; nothing
 * from anywhere else. In every file and as a header of `serve`, so that a plain folder on any web server is as closed.
 * Pictures of outlets are linked, not loaded (ADR 32).
 */
export const contentPolicy = `default-src 'none'; style-src 'self'; script-src 'self' 'sha256-${hash}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'`
