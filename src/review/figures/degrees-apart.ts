/** "2.7 degrees Fahrenheit above the mean" is so many degrees more, and has no zero to be counted from. */
export function differenceOf(
  value: number,
  { unit, before, after }: { unit: string; before: string; after: string },
): number[] {
  const apart =
    /^.{0,22}\b(?:above|below|warmer|colder|cooler|hotter|higher|lower|more|less)\b/iu.test(after) ||
    /\bby (?:\p{L}+ )?$/iu.test(before)
  if (unit !== 'fahrenheit' || !apart) return []
  const celsius = (value * 5) / 9
  return [celsius, Math.round(celsius * 10) / 10, Math.round(celsius)]
}
