import type { Ask } from '../../llm/ask.ts'

/** A source of numbers in [0, 1), injected for tests. */
export type Random = () => number

const tries = 3

const schema = {
  type: 'object',
  properties: { word: { type: 'string' }, sum: { type: 'number' } },
  required: ['word', 'sum'],
}

/**
 * Does something at the other end read what it is asked? A word and a sum that were never asked before tell a model
 * from a server that plays back a script. A model may stumble once; a script fails each time.
 */
export async function readsQuestions(ask: Ask, random: Random): Promise<boolean> {
  for (let round = 0; round < tries; round++) {
    const word = Array.from({ length: 8 }, () => 'bcdfghjkmnpqrstvwxz'[Math.floor(random() * 19)]).join('')
    const [a, b] = [100 + Math.floor(random() * 900), 100 + Math.floor(random() * 900)]
    const answer = await ask({
      prefix: 'Answer with one JSON object {"word": string, "sum": number} and nothing else.',
      material: `The word is "${word}". Write it backwards. The sum is of ${a} and ${b}.`,
      schema,
      names: [],
    })
    const backwards = [...word].toReversed().join('')
    if (answer.text.includes(backwards) && answer.text.includes(String(a + b))) return true
  }
  return false
}
