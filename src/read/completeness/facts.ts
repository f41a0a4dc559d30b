import type { Document } from 'domhandler'
import type { FeedItem, Passage, Url } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import type { Shown } from './shown-lines.ts'

/** What is weighed. `usualLength`: words and characters of the outlet's usual article, where known. `html`: the page's source. */
export type Facts = {
  passages: Passage[]
  metadata: PageMetadata
  item: FeedItem | null
  document: Document
  shown: Shown
  html?: string
  url?: Url
  usualLength?: number | null
}
