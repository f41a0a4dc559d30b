/** Words of a text by their number, those that are the same ones joined. */
export type SameWords = {
  /** The first of the words that are the same as this one. */
  firstOf(word: number): number
  /** The run at `from` is the one at `earlier`, word by word. */
  join(earlier: number, run: { from: number; to: number }): void
}

/**
 * Which of `count` words of a text, with all its revisions, are the same ones: those of a run that stands in several
 * revisions, or twice in one. A word joins all that the runs around it know, so it is one, whichever of them is met.
 */
export function openSameWords(count: number): SameWords {
  const before = Uint32Array.from({ length: count }, (_, at) => at)
  const firstOf = (word: number): number => {
    let at = word
    for (let next = before[at] ?? at; next !== at; next = before[at] ?? at) {
      // Half of the way is saved for whoever asks next: many revisions would make it long.
      before[at] = before[next] ?? next
      at = next
    }
    return at
  }
  return {
    firstOf,
    join(earlier, { from, to }) {
      for (let word = from; word < to; word++) {
        const [one, other] = [firstOf(word), firstOf(earlier + word - from)]
        before[Math.max(one, other)] = Math.min(one, other)
      }
    },
  }
}
