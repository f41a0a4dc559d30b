import type { Article } from '../../types.ts'
import type { Outcome } from './measure.ts'
import type { Random } from './probe.ts'

/** One statement for a person to judge, with the words it is said to stand on. */
export type AuditLine = { model: string; articleId: string; headline: string; statement: string; passages: string[] }

/** Criteria of "News Integrity in AI Assistants" (EBU and BBC, 2025), as columns that a person fills in. */
export const criteria = ['accuracy', 'sourcing', 'opinion from fact', 'editorialisation', 'context'] as const

/** Draw statements that would be published, the same number of each model where it has so many. */
export function drawAudit(
  measured: { model: string; outcomes: Outcome[] }[],
  { articles, count, random }: { articles: Article[]; count: number; random: Random },
): AuditLine[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return measured.flatMap(({ model, outcomes }) => {
    const all = outcomes.flatMap(({ articleId, headline, published }) =>
      published.map((claim) => ({
        model,
        articleId,
        headline,
        statement: claim.text,
        passages: [...new Set(claim.evidence.map((one) => one.passage))].map(
          (id) => `${id}: ${byId.get(articleId)?.passages.find((passage) => passage.id === id)?.text ?? ''}`,
        ),
      })),
    )
    return shuffle(all, random).slice(0, Math.ceil(count / measured.length))
  })
}

// Fisher and Yates: every order is as likely.
function shuffle<T>(list: T[], random: Random): T[] {
  const order = [...list]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [order[at], order[other]]
    if (a === undefined || b === undefined) continue
    order[at] = b
    order[other] = a
  }
  return order
}

/** The sheet as CSV (RFC 4180). A cell that a table program would take for a formula begins with an apostrophe. */
export function formatAudit(lines: AuditLine[]): string {
  const head = ['model', 'article', 'headline', 'statement', 'passages', ...criteria, 'note']
  const rows = lines.map((line) => [
    line.model,
    line.articleId,
    line.headline,
    line.statement,
    line.passages.join('\n'),
    ...criteria.map(() => ''),
    '',
  ])
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
