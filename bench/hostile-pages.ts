/**
 * Every script vector in every field of feed, page and scripted reply, published, and each file of the site opened in
 * Chromium without the content policy: how many scripts ran, how many requests left?
 *
 *     npm run build && node bench/hostile-pages.ts [articles]
 */
import { mkdtempSync, readFileSync, globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '../test/browser.ts'
import { publishHostilePress } from '../test/hostile/hostile-press.ts'
import { openSite } from '../test/hostile/open-site.ts'
import { vectors } from '../test/hostile/vectors.ts'

const articles = Number(process.argv[2] ?? vectors.length)
const folder = mkdtempSync(join(tmpdir(), 'waikan-hostile-'))
const { site, said } = await publishHostilePress(folder, { vectors, articles })
process.stdout.write(`${said.trim().split('\n').slice(-8).join('\n')}\n`)
const shown = globSync('**/*.html', { cwd: site }).filter((file) =>
  readFileSync(join(site, file), 'utf8').includes('waikanRan'),
)
const reviewed = shown.filter((file) => readFileSync(join(site, file), 'utf8').includes('港口'))
const browser = await openBrowser()
const seen = await openSite(browser, site)
await browser.close()
process.stdout.write(
  `${vectors.length} vectors in ${articles} articles; ${seen.pages} files opened, ${shown.length} pages show a vector as text, ${reviewed.length} with a review: ${seen.ran.length} scripts ran, ${seen.asked.length} requests to others, ${seen.unsafe.length} that would run when touched\n${[...seen.ran, ...seen.asked, ...seen.unsafe].slice(0, 20).join('\n')}\n${folder}\n`,
)
process.exitCode = seen.ran.length + seen.asked.length + seen.unsafe.length > 0 ? 1 : 0
