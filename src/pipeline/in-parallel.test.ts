import { expect, test } from 'vitest'
import { hostOf, inParallel } from './in-parallel.ts'

test('inParallel() goes on with other hosts while every page of one hangs', async () => {
  const list = ['http://slow.example/1', 'http://slow.example/2', 'http://slow.example/3', 'http://fast.example/1']
  const done: string[] = []
  let release: () => void = () => undefined
  const hanging = new Promise<void>((resolve) => (release = resolve))
  const all = inParallel(list, { width: 2, queue: hostOf }, async (url) => {
    if (url.includes('slow')) await hanging
    done.push(url)
    if (url.includes('fast')) release()
  })
  await all
  expect(done).toEqual([
    'http://fast.example/1',
    'http://slow.example/1',
    'http://slow.example/2',
    'http://slow.example/3',
  ])
})

test('inParallel() throws what a piece throws', async () => {
  const work = () => Promise.reject(new RangeError('no'))
  await expect(inParallel(['http://a.example/'], { width: 2, queue: hostOf }, work)).rejects.toThrow('no')
})
