/** A number as a text writes it. Offsets in UTF-16 units. */
export type Numeral = {
  value: number
  start: number
  end: number
  /** Worth of its last written digit: 1.5 million has 100,000. */
  step: number
  /** `digits`: has a digit; `han`: Chinese numerals alone; `word`: spelt out. */
  form: 'digits' | 'han' | 'word'
  /** "Hundreds of", 数百: a power of ten and no more. */
  vague: boolean
  /** What the scale word multiplied with, 1 without one: a range hands it to its first number. */
  scale: number
  /** Stands inside a name, as F-35 or COVID-19. */
  inName: boolean
}
