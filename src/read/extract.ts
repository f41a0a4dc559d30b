import type { ArticleText, FeedItem, Page } from '../types.ts'
import type { OutletLines } from './outlet-lines.ts'

/** `extractArticle` and the language of the text, wherever it runs. */
export type Extract = (page: Page, item: FeedItem | null, outlet?: OutletLines | null) => Promise<ArticleText>
