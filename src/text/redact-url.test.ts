import { expect, test } from 'vitest'
import { redactUrl } from './redact-url.ts'

test.each([
  ['https://ann:pw@a.example/feed?id=1', 'https://a.example/feed?id=1'],
  ['https://ann@a.example/', 'https://a.example/'],
  ['https://a.example/feed?token=abc&x=1', 'https://a.example/feed?token=***&x=1'],
  ['https://a.example/?api_key=abc#t', 'https://a.example/?api_key=***#t'],
  ['Cannot fetch "http://u:p%40@a.example:8080/x": reset', 'Cannot fetch "http://a.example:8080/x": reset'],
  ['https://a.example/@ann?keyword=sea&author=bo', 'https://a.example/@ann?keyword=sea&author=bo'],
])('redactUrl() shows %s without its secrets', (text, shown) => {
  expect(redactUrl(text)).toBe(shown)
})
