/** A figure of the claim that the source does not have. */
export type FigureFault = { check: 'number' | 'unit' | 'currency' | 'percent' | 'date' | 'measure'; message: string }
