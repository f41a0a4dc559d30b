import { expect, test } from 'vitest'
import { createRecent } from './recent.ts'

test('createRecent() forgets the name that was added longest ago', () => {
  const recent = createRecent(2)
  for (const name of ['a', 'b', 'a', 'c']) recent.add(name)
  expect(['a', 'b', 'c'].map((name) => recent.has(name))).toEqual([true, false, true])
})
