import type { Child } from '../../text/jsx-runtime.ts'

/** One bar: what it stands for, how much, and where its name leads. */
export type Bar = { name: Child; value: number; href?: string }

type BarTableProps = { caption: string; head: [string, string]; bars: Bar[] }

/** Figures as a table whose last column is drawn: the number stands beside its bar, so nothing is told by the picture alone. */
export function BarTable({ caption, head, bars }: BarTableProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, value, href }) => (
          <tr>
            <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
            <td>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={share(value, most)} height="8" />
              </svg>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A row of thin columns, the newest at the end: the shape alone; the figures stand in a table beside it. */
export function Columns({ label, values }: { label: string; values: number[] }) {
  const most = Math.max(1, ...values)
  return (
    <svg
      class="columns"
      viewBox={`0 0 ${values.length * 10} 40`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, at) => {
        const height = (Number(share(value, most)) * 40) / 100
        return <rect x={at * 10 + 1} y={(40 - height).toFixed(1)} width="8" height={height.toFixed(1)} />
      })}
    </svg>
  )
}

function share(value: number, most: number): string {
  return ((value / most) * 100).toFixed(1)
}
