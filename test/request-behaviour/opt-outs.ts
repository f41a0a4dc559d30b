import type { OutgoingHttpHeaders } from 'node:http'
import type { Behaviour } from './requests.ts'
import { must } from './verdicts.ts'

/** A page with such headers or such HTML says so many things against machines. */
const says = (what: string, count: number, how: { headers?: OutgoingHttpHeaders; html?: string }): Behaviour =>
  must(
    what,
    (response, request) => {
      const { headers, html = '<p>Tide tables</p>' } = how
      if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html)
      else response.writeHead(404).end()
    },
    async (world) => ((await world.get(`${world.url}/page`, { kind: 'page' })).optOut ?? []).length === count,
  )

/** Words against machines in the forms in which servers and templates write them. */
export const optOutForms: Behaviour[] = [
  says('of two headers X-Robots-Tag each counts', 1, { headers: { 'x-robots-tag': ['noindex', 'noai'] } }),
  says('X-Robots-Tag for another robot is not for us, the next header is', 1, {
    headers: { 'x-robots-tag': ['otherbot: noindex', 'noimageai'] },
  }),
  says('noai that is said to another robot alone stops nothing', 0, {
    headers: { 'x-robots-tag': 'otherbot: noindex, noai' },
  }),
  says('noai that is said to us by name counts', 1, { headers: { 'x-robots-tag': 'waikan: noai' } }),
  says('NOAI;NOIMAGEAI counts', 1, { headers: { 'x-robots-tag': 'NOAI;NOIMAGEAI' } }),
  says('tdm-reservation that is sent twice counts', 1, { headers: { 'tdm-reservation': ['1', '1'] } }),
  says('tdm-reservation in quotation marks counts', 1, { headers: { 'tdm-reservation': '"1"' } }),
  says('a meta element without blanks, in capitals, counts', 1, { html: '<META/NAME="ROBOTS"CONTENT=NOAI>' }),
  says('a meta element with > in a value before it counts', 1, {
    html: `<meta name="robots" title="a>b ${'x'.repeat(900)}" content="no&#97;i">`,
  }),
  says('a meta element in a comment, a script or a text stops nothing', 0, {
    html: '<!-- <meta name="robots" content="noai"> --><script>"<meta name=robots content=noai>"</script><code>&lt;meta name=robots content=noai></code>',
  }),
]
