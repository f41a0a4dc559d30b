import { expect, test } from 'vitest'
import { askSite } from './init.ts'

async function answer(...answers: string[]) {
  const said: string[] = []
  const ask = () => Promise.resolve(answers.shift() ?? '')
  const site = await askSite({ title: '外刊', language: 'zh-Hans' }, ask, (line) => said.push(line))
  return { site, said }
}

test('askSite() takes what is given for empty answers, and leaves out what stays empty', async () => {
  expect((await answer()).site).toEqual({ title: '外刊', language: 'zh-Hans' })
})

test('askSite() says at once what is wrong with an answer, and asks again', async () => {
  const { site, said } = await answer(
    'Gull',
    'english',
    'en',
    'gull.example',
    'https://gull.example/',
    'me',
    'a@b.example',
  )
  expect(said).toEqual([
    'current value is "english", expected one of zh-Hans, en',
    'current value is "gull.example", expected an address that begins with http:// or https://',
    'current value is "me", expected a mail address, as editor@press.example, or an address that begins with http:// or https://',
  ])
  expect(site).toEqual({ title: 'Gull', language: 'en', url: 'https://gull.example/', contact: 'a@b.example' })
})
