import { expect, test } from 'vitest'
import { publicUrl } from './public-url.ts'

test.each([
  ['https://bo:pw@reed.example/a/7', 'https://reed.example/a/7'],
  ['https://bo@reed.example', 'https://reed.example'],
  ['https://reed.example/a/7?token=abc123', 'https://reed.example/a/7'],
  ['https://reed.example/a?id=7&auth=x9&page=2#top', 'https://reed.example/a?id=7&page=2#top'],
  ['https://reed.example/a?id=7&amp;access_token=x9', 'https://reed.example/a?id=7'],
  ['https://reed.example/a;jsessionid=F00/b?x=1', 'https://reed.example/a/b?x=1'],
  ['https://reed.example/a#access_token=x9&state=1', 'https://reed.example/a#state=1'],
  [
    'https://hop.example/?to=https%3A%2F%2Freed.example%2F%3Ftoken%3Dx9',
    'https://hop.example/?to=https%3A%2F%2Freed.example%2F',
  ],
  ['https://reed.example/?key=9f3kQ77ahZ', 'https://reed.example/'],
])('publicUrl() prints %s as %s', (url, shown) => {
  expect(publicUrl(url)).toBe(shown)
})

test.each([
  'https://reed.example/a/@bo?author=bo&keyword=sea#p=',
  'https://reed.example/news/view.php?code=0100&key=20261107.22003001200',
  'https://reed.example/list?sid=politics&token=',
  'https://reed.example/a?q=100%&x=a+b&y=%E8%8A%A6#:~:text=reed,cutters',
  'https://reed.example?',
  '/relative/@place?x=1',
  '',
])('publicUrl() leaves %s as it is', (url) => {
  expect(publicUrl(url)).toBe(url)
})

test('publicUrl() takes out what is known to be one reader’s, in an address within the address too', () => {
  const known = ['RIVERw77q', 'u=swordfish']
  expect(publicUrl('https://reed.example/a?u=swordfish&v=swordfish&w=RIVERw77q', known)).toBe(
    'https://reed.example/a?v=swordfish',
  )
  expect(publicUrl('https://hop.example/?to=https%3A%2F%2Freed.example%2F%3Fu%3Dswordfish', known)).toBe(
    'https://hop.example/?to=https%3A%2F%2Freed.example%2F',
  )
})
