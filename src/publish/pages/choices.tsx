import { wordsOf } from '../plain-words.ts'
import type { SiteSettings } from '../printer.ts'

type Language = SiteSettings['language']

/** `chosen`: the value that holds until the reader takes another; the first where none is named. */
type ChoiceProps = { name: string; legend: string; options: [string, string][]; letter: string; chosen?: string }

/** One choice: `id` is what the style sheet looks for (`:has(#theme-dark:checked)`) and what the browser remembers. */
function Choice({ name, legend, options, letter, chosen = options[0]?.[0] }: ChoiceProps) {
  return (
    <fieldset data-key={letter}>
      <legend>{legend}</legend>
      {options.map(([value, word]) => (
        <label>
          <input type="radio" name={name} id={`${name}-${value}`} checked={value === chosen} />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Size and light, on every page. */
export function Choices({ language }: { language: Language }) {
  const words = wordsOf(language).choices
  return (
    <details class="choices">
      <summary>{words.title}</summary>
      <Choice name="size" legend={words.size} options={words.sizes} letter="s" chosen="m" />
      <Choice name="theme" legend={words.theme} options={words.themes} letter="t" />
    </details>
  )
}

type ViewProps = { language: Language; translated: boolean; reviewed: boolean }

/**
 * On an article: the text beside its translation where there is one, the text with our part, the text alone, or our part
 * alone, which is the card where no review is.
 */
export function ViewChoice({ language, translated, reviewed }: ViewProps) {
  const words = wordsOf(language).choices
  const views = reviewed ? words.views : words.cardViews
  const options = translated ? [...words.parallelViews, ...views] : views
  return (
    <div class="choices view" lang={language}>
      <Choice name="view" legend={words.view} options={options} letter="v" />
    </div>
  )
}

/** What opens the block of class `folded` beside it, with no script; where everything is shown it has nothing to do. */
export function Fold({ says }: { says: string }) {
  return (
    <label class="fold">
      <input type="checkbox" />
      {says}
    </label>
  )
}

/** The keys, shown under `?`. */
export function Keys({ language }: { language: Language }) {
  const words = wordsOf(language).choices
  return (
    <dialog id="keys" data-key="?" aria-label={words.keys}>
      <h2>{words.keys}</h2>
      <KeyTable language={language} />
      <form method="dialog">
        <button type="submit">{words.close}</button>
      </form>
    </dialog>
  )
}

/** What each key does. */
export function KeyTable({ language }: { language: Language }) {
  return (
    <dl class="keys">
      {wordsOf(language).choices.keyList.map(([key, does]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
