import type { Element } from 'domhandler'
import { rememberingClass } from '../remember.ts'

// Class names that say by agreement that nothing is seen: for screen readers, of Bootstrap, Tailwind, Bulma, WordPress.
const hiddenClass =
  /(?:^|\s)(?:sr-only(?!-focusable)|(?:u-)?visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text|offscreen|off-screen|d-none|invisible|(?:is|u|js)-(?:hidden|invisible)|hide-text|hidden|hide)(?:\s|$)/iu
// What the same frameworks call shown again on a wide screen.
const shownWide =
  /(?:^|\s)(?:(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|inline-block|inline-flex|table|visible|contents)|d-(?:sm|md|lg|xl|xxl)-(?!none)[\w-]+|(?:sm|md|lg):not-sr-only)(?:\s|$)/u
const unread = new Set([
  'datalist',
  'canvas',
  'audio',
  'video',
  'noframes',
  'noembed',
  'object',
  'rp',
  'template',
  'noscript',
])

/** By which attribute, tag or agreed class name an element is hidden; `null` when by none. */
export function hidesByName({ name, attribs }: Element): string | null {
  if (attribs.hidden !== undefined) return 'hidden'
  // Caption and date are kept from screen readers where another wording is read to them: the eye sees these.
  if (attribs['aria-hidden']?.toLowerCase() === 'true' && name !== 'figcaption' && name !== 'time') return 'aria-hidden'
  // The template of a shadow root that the page itself declares is what a browser shows.
  if (unread.has(name) && attribs.shadowrootmode === undefined) return 'tag'
  if ((name === 'dialog' && attribs.open === undefined) || attribs.popover !== undefined) return 'closed'
  const classes = attribs.class
  if (classes === undefined) return null
  return hidesByClass(classes) ? 'class' : null
}

const hidesByClass = rememberingClass((classes) => hiddenClass.test(classes) && !shownWide.test(classes))
