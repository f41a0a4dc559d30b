/**
 * The headline as printed: of the heading, JSON-LD, OpenGraph and the title, the one others agree with.
 *
 * Letters are never changed; only a tail that names the outlet (` | Outlet`, ` - outlet.com`) is taken off.
 */
export function pickHeadline(
  said: { h1: string[]; linked: string | null; meta: string | null; title: string | null; item: string | null },
  outlet: string[],
): string {
  const others = [said.linked, said.meta, said.title, said.item].flatMap((one) =>
    one ? [withoutTail(one, outlet)] : [],
  )
  const h1 = said.h1.filter((one) => one.length >= 4)
  // A page may have several first-level headings (the logo is often one): the one other sources repeat is the headline.
  const agreed = h1.find((one) => others.some((other) => alike(one, other)))
  if (agreed) return withoutTail(agreed, outlet)
  const twice = others.find((one, index) => others.some((other, at) => at !== index && alike(one, other)))
  const alone = h1.filter((one) => !outlet.some((name) => fold(name) === fold(one)))
  if (alone.length === 1 && alone[0] && alone[0].length >= 15) return alone[0]
  return twice ?? others[0] ?? alone[0] ?? said.item ?? ''
}

/** Take the outlet's name off the end of a title. */
export function withoutTail(title: string, outlet: string[]): string {
  const names = outlet.map(fold).filter((name) => name.length > 1)
  const cuts = [...title.matchAll(/\s+[|–—\-·•:»/]\s+|[_|｜]|\s*[－]\s*/gu)].toReversed()
  let kept = title
  for (const cut of cuts) {
    const tail = fold(title.slice(cut.index + cut[0].length, kept.length))
    if (
      !names.some(
        (name) =>
          tail === name ||
          name === tail.replace(/^the\s*/u, '') ||
          (tail.length > 3 && name.includes(tail)) ||
          tail.includes(name),
      )
    )
      break
    kept = title.slice(0, cut.index).trim()
  }
  return kept === '' ? title : kept
}

function alike(a: string, b: string): boolean {
  const [one, two] = [fold(a), fold(b)]
  if (one === '' || two === '') return false
  if (one === two) return true
  const [short, long] = one.length < two.length ? [one, two] : [two, one]
  return short.length >= 10 && short.length / long.length > 0.6 && long.includes(short)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
