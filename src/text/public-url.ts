import type { Url } from '../types.ts'
import { isSecretName } from './redact-url.ts'

// Names that outlets also give to numbers of articles and sections; a secret mixes letters and digits.
const ambiguous = /^(?:key|sid|session)$/iu
const plainValue = /^(?:[\d.,_-]+|[a-z_-]{1,24})$/u

/**
 * An address as a page may print it: a link for everybody, without what only one reader was given.
 *
 * User name, password and parameters such as `token` are taken out, not masked, as the link must still lead somewhere; all
 * else stays sign for sign. Feeds made for one reader carry such secrets in the links of their items.
 *
 * @param known values that are secret under any name, or `name=value` under that one
 */
export function publicUrl(url: Url, known: string[] = []): Url {
  const isSecret = (name: string, value: string): boolean =>
    known.includes(value) ||
    known.includes(`${name}=${value}`) ||
    (value !== '' && isSecretName(name) && !(ambiguous.test(name) && plainValue.test(value)))
  const judge = { known, isSecret }
  const [, before = '', path = '', query = '', fragment = ''] =
    /^([a-z][a-z\d+.-]*:\/\/)?([^?#]*)(\?[^#]*)?(#.*)?$/isu.exec(url) ?? []
  const at = path.slice(0, /[/\\]|$/u.exec(path)?.index).lastIndexOf('@')
  const place = before === '' ? path : path.slice(at + 1)
  return (
    before +
    place.replace(/;([^=;/]+)=([^;/]*)/gu, (all: string, name: string, value: string) =>
      isSecret(name, value) ? '' : all,
    ) +
    withoutSecrets(query, judge) +
    (fragment.includes('=') ? withoutSecrets(fragment, judge) : fragment)
  )
}

type Judge = { known: string[]; isSecret: (name: string, value: string) => boolean }

/** `?a=1&token=2&b=3` → `?a=1&b=3`; nothing is left of a list that was all secrets. */
function withoutSecrets(list: string, { known, isSecret }: Judge): string {
  if (list.length < 2) return list
  const kept = list
    .slice(1)
    .split('&')
    .filter((part) => {
      const [, name = '', value = ''] = /^(?:amp;)?([^=]*)=?(.*)$/su.exec(part) ?? []
      return !isSecret(name, value)
    })
  return kept.length === 0 ? '' : list.slice(0, 1) + kept.map((part) => withoutInnerSecrets(part, known)).join('&')
}

/** An address that is a parameter of another has its secrets too. */
function withoutInnerSecrets(part: string, known: string[]): string {
  const [, before = '', value = ''] = /^([^=]*=)(https?(?:%3A|:).*)$/isu.exec(part) ?? []
  if (value === '') return part
  try {
    const inner = decodeURIComponent(value)
    const shown = publicUrl(inner, known)
    return shown === inner ? part : before + encodeURIComponent(shown)
  } catch {
    // A percent sign that encodes nothing: no address that could be followed.
    return part
  }
}
