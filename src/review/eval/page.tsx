import type { Evaluation } from './evaluate.ts'
import { criteria } from './audit.ts'

const style = `body{font:16px/1.6 Georgia,Noto Serif CJK SC,serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d1a16;background:#faf7f0}table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-top:1px solid #cfc7b6;padding:.35rem .6rem;text-align:start;vertical-align:top}td.n{text-align:end;font-variant-numeric:tabular-nums}caption{text-align:start;font-weight:700;padding:.4rem 0}.quiet{color:#5e574c}`

const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
const whole = (value: number | null): string => (value === null ? '–' : Math.round(value).toLocaleString('en'))
const money = (value: number | null): string => (value === null ? '–' : value.toFixed(5))
const shares = (list: Record<string, number>, all: number): string =>
  Object.entries(list)
    .map(([name, count]) => `${name} ${count} (${share(all === 0 ? null : count / all)})`)
    .join(', ') || '–'
const counts = (list: Record<string, number>): string =>
  Object.entries(list)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '–'

type Model = Evaluation['models'][number]

const rows: [string, (model: Model) => string][] = [
  ['Calls itself', (model) => model.answeredAs.join(', ') || '–'],
  ['Articles, of them reviewed', (model) => `${model.articles}, ${model.reviewed}`],
  ['Held or not answered', (model) => counts(model.held)],
  ['Questions refused, or answered without a word', (model) => whole(model.emptyAnswers)],
  ['Sentences of first answers', (model) => whole(model.drafted)],
  ['Refused by the checks (unsupported rate)', (model) => share(model.unsupportedRate)],
  ['Refused, by check, with the share of all sentences', (model) => shares(model.refusedBy, model.drafted)],
  [
    'Sentences with a wrong figure or date',
    (model) =>
      `${whole(model.numberErrors)} (${share(model.drafted === 0 ? null : model.numberErrors / model.drafted)})`,
  ],
  ['Cited quotes that are exact', (model) => share(model.quoteExactness)],
  ['Sentences that would be published', (model) => whole(model.published)],
  ['… of them repaired / with advice', (model) => `${model.repaired} / ${model.advised}`],
  ['Calls an article', (model) => model.callsPerArticle.toFixed(2)],
  ['Latency, median / 95 in 100', (model) => `${whole(model.latencyMs.median)} / ${whole(model.latencyMs.p95)} ms`],
  [
    'Tokens an article, in / out',
    (model) => `${whole(model.inputTokensPerArticle)} / ${whole(model.outputTokensPerArticle)}`,
  ],
  ['Cost an article', (model) => money(model.costPerArticle)],
]

/** The report as a page of its own: models side by side, each refused sentence with its reasons, the sheet for people. */
export function renderEvaluation(evaluation: Evaluation): string {
  const { at, models, audit } = evaluation
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Waikan: models measured</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>Models measured</h1>
        <p class="quiet">
          {at}. Each model reviewed the same articles. “Refused” are sentences of its first answer that a program could
          not prove from the article, before anything was mended. Each model first wrote a new word backwards and added
          two new numbers, which a server that plays back a script cannot.
        </p>
        <p class="quiet">{conditions(evaluation)}</p>
        <table>
          <thead>
            <tr>
              <th />
              {models.map((model) => (
                <th>{model.model}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cell]) => (
              <tr>
                <th scope="row">{name}</th>
                {models.map((model) => (
                  <td class="n">{cell(model)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <ArticleTable models={models} />
        {models.map((model) => (
          <RefusedSentences model={model} />
        ))}
        <AuditTable audit={audit} />
      </body>
    </html>
  )
  return `<!doctype html>${String(page)}\n`
}

function conditions({ promptVersion, language, price }: Evaluation): string {
  const priced = price === null ? 'no price was given' : `a million tokens cost ${price.input} in, ${price.output} out`
  return `Prompt ${promptVersion}; reviews in ${language}; ${priced}.`
}

function ArticleTable({ models }: Pick<Evaluation, 'models'>) {
  const [first] = models
  return (
    <table>
      <caption>Article by article: sentences refused of those written, sentences to publish, calls, seconds</caption>
      <thead>
        <tr>
          <th>Article</th>
          {models.map((model) => (
            <th>{model.model}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {first?.outcomes.map((one, at) => (
          <tr>
            <th scope="row">{one.headline}</th>
            {models.map((model) => (
              <td class="n">{outcomeOf(model.outcomes[at])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function outcomeOf(outcome: Model['outcomes'][number] | undefined): string {
  if (!outcome || outcome.error !== null) return 'no answer'
  const { refused, drafted, published, calls } = outcome
  const seconds = calls.reduce((all, call) => all + call.ms, 0) / 1000
  return `${refused.length} of ${drafted}, ${published.length}, ${calls.length}, ${seconds.toFixed(1)} s`
}

function RefusedSentences({ model }: { model: Model }) {
  const refused = model.outcomes.flatMap((one) => one.refused.map((sentence) => ({ ...sentence, of: one.headline })))
  return (
    <table>
      <caption>
        {model.model}: {refused.length} refused
      </caption>
      <thead>
        <tr>
          <th>Article</th>
          <th>Sentence</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        {refused.map((one) => (
          <tr>
            <td>{one.of}</td>
            <td>{one.text}</td>
            <td>{one.reasons.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AuditTable({ audit }: Pick<Evaluation, 'audit'>) {
  return (
    <table>
      <caption>
        For a person to judge: {audit.length} statements, drawn by chance (the same in audit.csv). Write what is amiss
        by each criterion of “News Integrity in AI Assistants” (EBU and BBC, 2025), or leave the cell empty.
      </caption>
      <thead>
        <tr>
          <th>Statement</th>
          <th>Passages</th>
          {criteria.map((one) => (
            <th>{one}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {audit.map((line) => (
          <tr>
            <td>
              {line.statement} <span class="quiet">({line.model})</span>
            </td>
            <td>{line.passages.join(' ')}</td>
            {criteria.map(() => (
              <td />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
