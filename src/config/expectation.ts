import type { z } from 'zod'

const kinds: Record<string, string> = {
  object: 'a group of settings, each as "key: value" on a line of its own',
  array: 'a list, each entry on a line of its own behind "- "',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  record: 'a list of pairs, each as "name: text"',
}

/** What is allowed in the place of a wrong value, as "expected …". */
export function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `expected one of ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return `expected ${kinds[issue.expected] ?? issue.expected}`
    case 'too_small':
      return `expected ${leastOf(issue)}`
    case 'too_big':
      return `expected ${issue.origin === 'number' ? 'a number of ' : ''}at most ${issue.maximum}`
    default:
      return issue.message.replace(/^Invalid input: /u, '').replace(/,? received .*$/u, '')
  }
}

function leastOf({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return 'some text'
  if (origin === 'array') return 'at least one entry'
  return inclusive ? `a number of at least ${minimum}` : `a number above ${minimum}`
}
