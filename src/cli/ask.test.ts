import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { InterruptedError } from '../errors.ts'
import { createAsker } from './ask.ts'

function terminal() {
  const input = new PassThrough()
  return { input, asker: createAsker({ input, output: new PassThrough(), terminal: true }) }
}

test('createAsker() gives the line that was typed', async () => {
  const { input, asker } = terminal()
  const answer = asker.ask('Name: ')
  input.write('The Gull\r')
  expect(await answer).toBe('The Gull')
})

test('createAsker() says that nothing was written at Ctrl-C', async () => {
  const { input, asker } = terminal()
  const answer = asker.ask('Name: ')
  input.write('half a na\u0003')
  await expect(answer).rejects.toThrow(new InterruptedError('Stopped: nothing was written'))
})

test('createAsker() does not wait for an input that has ended', async () => {
  const { input, asker } = terminal()
  const answer = asker.ask('Name: ')
  input.end()
  await expect(answer).rejects.toThrow(InterruptedError)
})
