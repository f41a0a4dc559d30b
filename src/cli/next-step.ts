import { holderOfPress } from '../app.ts'

/**
 * What to do after a source was written into `waikan.yaml`. Where a Waikan works on the press here, no other may; a press of
 * another folder (`--press`) is not known to the commands that only write the configuration.
 */
export function nextStep(): string {
  const holder = holderOfPress()
  if (holder === null) return 'waikan start, or once and no more: waikan run'
  return `wait if ${holder} is "waikan start", which takes it up by itself after its present round; else: waikan run`
}
