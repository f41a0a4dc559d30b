import { spentOn } from '../store/model-calls.ts'
import { priceOf } from './remember-review.ts'
import type { Road } from './road.ts'
import type { Reviewer } from './reviewer.ts'

/** `null` where the day's or the article's money does not reach; `giveBack` when the work is done and its price is in the ledger. */
export type Purse = {
  reserve(articleId: string, likely: { input: number; output: number }): { giveBack(): void } | null
}

/** The day's money: what is under way counts as spent, so that lanes cannot spend the same coin. */
export function openPurse(road: Road, reviewer: Reviewer): Purse {
  let underWay = 0
  const { perDay, perArticle } = reviewer.budget
  return {
    reserve(articleId, likely) {
      const price = priceOf(reviewer, likely)
      const spent = spentOn(road.store, road.now().slice(0, 10))
      if (perDay !== null && spent + underWay + price > perDay) return null
      if (perArticle !== null && spentOn(road.store, '', articleId) + price > perArticle) return null
      underWay += price
      return { giveBack: () => void (underWay -= price) }
    },
  }
}
