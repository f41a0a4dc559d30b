import type { Get, GetOptions, Got } from '../net/get.ts'
import type { Follow } from '../store/follow.ts'
import type { Url } from '../types.ts'

/** What a page's last whole answer gave to be recognised by. */
export type Marks = Pick<Follow, 'etag' | 'lastModified' | 'marksOf'>

/**
 * Ask for a page with the marks of its last answer. A 304 says that it is unchanged at the address that gave them alone;
 * one of any other address is asked again without them.
 */
export async function askWithMarks(
  get: Get,
  url: Url,
  { marks, options }: { marks: Marks; options: GetOptions },
): Promise<{ got: Got; isUnchanged: boolean }> {
  const { etag, lastModified, marksOf = url } = marks
  if (etag === null && lastModified === null) return { got: await get(url, options), isUnchanged: false }
  const got = await get(url, { ...options, etag, lastModified, marksOf })
  if (got.status !== 304) return { got, isUnchanged: false }
  if (isOneAddress(got.url, marksOf)) return { got, isUnchanged: true }
  return { got: await get(url, options), isUnchanged: false }
}

function isOneAddress(one: Url, other: Url): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)]
  return a?.origin === b?.origin && a?.pathname === b?.pathname && a?.search === b?.search
}
