/** What the words around a quotation say: `spoken` when a speech verb stands beside it, `name` where somebody is named. */
export type Attribution = { spoken: boolean; name: string | null }

/** Nothing around a quotation says that it was spoken. */
export const nobody: Attribution = { spoken: false, name: null }
