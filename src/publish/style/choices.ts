/** The look of a reader's choices, and what stands beside them. */
export const choicesStyle = `
/* A reader's choices: by the boxes that are ticked, with no script. */
:root:has(#size-l:checked) {
  font-size: 118%;
}
:root:has(#size-s:checked) {
  font-size: 92%;
}
:root:has(#theme-light:checked) {
  color-scheme: light;
}
:root:has(#theme-dark:checked) {
  color-scheme: dark;
}
:root:has(#view-text:checked) :is(.ours,.card,.notes) {
  display: none;
}
:root:has(#view-text:checked) mark {
  text-decoration: none;
}
:root:has(#view-text:checked) .pinned {
  display: flow-root;
  max-width: 41rem;
}
:root:has(#view-ours:checked) :is(.text:not(:has(:target)),figure,.earlier) {
  display: none;
}
:root:has(:is(#view-both,#view-text,#view-ours):checked) .parallel,
:root:has(#view-translation:checked) :is(.outlets:not(:has(:target),:has(+.refused)),h1+.standfirst) {
  display: none;
}
/* A translation is our hand beside the outlet's text: the same ink, a red line before it. */
.parallel {
  border-inline-start: 2px solid color-mix(in srgb,var(--brush) 60%,transparent);
  padding-inline-start: 1rem;
}
.pair>*>:first-child {
  margin-block: 0;
}
.pair>.parallel {
  margin-top: .5rem;
}
.parallel .headline {
  font-size: 1.5rem;
  font-weight: 700;
  line-height: 1.4;
  margin: .2rem 0;
  text-wrap: balance;
}
.parallel .standfirst,
.parallel>p {
  margin: .2rem 0;
}
.parallel .heading {
  font-weight: 700;
  font-size: 1.15rem;
}
.pinned:has(.outlets>:is(h2,h3,h4,h5,h6))>.pair {
  margin-top: 1.6rem;
}
.choices {
  color: var(--grey);
  font-size: .9rem;
}
.mast {
  position: relative;
}
.mast .choices {
  position: absolute;
  inset-inline-end: 0;
  top: 1.1rem;
  max-width: 100%;
}
.mast .choices[open] {
  z-index: 1;
  background: var(--paper);
  border: 1px solid var(--rule);
  padding: .1rem .9rem .6rem;
}
.mast .choices summary {
  text-align: end;
}
.choices fieldset {
  border: 0;
  margin: 0;
  padding: 0;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
}
.choices legend {
  float: inline-start;
  padding: 0;
  margin-inline-end: .8em;
}
.choices label {
  position: relative;
  border-bottom: 2px solid transparent;
  margin-inline-end: 1em;
  padding: .15rem 0;
  cursor: pointer;
}
.choices label:has(:checked) {
  color: var(--ink);
  border-color: var(--ink);
}
.choices label:has(:focus-visible) {
  outline: 3px solid var(--brush);
  outline-offset: 2px;
}
/* The box itself is not seen: its label is what is touched. */
.choices input,
.fold input {
  position: absolute;
  opacity: 0;
  inset: 0;
  width: 100%;
  height: 100%;
  margin: 0;
  cursor: pointer;
}
.view {
  border-block: 1px solid var(--rule);
  padding: .25rem 0;
  margin: .8rem 0;
}
.keys {
  margin: 0;
}
.keys>div,
.about .keys>div {
  display: grid;
  grid-template-columns: 5rem 1fr;
  gap: 1rem;
  border-top: 1px solid var(--rule);
  padding: .3rem 0;
}
.keys dd {
  margin: 0;
}
kbd {
  font: inherit;
  white-space: pre;
}
dialog {
  background: var(--paper);
  color: var(--ink);
  border: 1px solid var(--grey);
  padding: 1.2rem 1.6rem;
  max-width: 34rem;
}
dialog::backdrop {
  background: rgb(0 0 0/.4);
}
dialog h2 {
  margin: 0 0 .5rem;
  font-size: 1.1rem;
}
dialog form {
  margin-top: 1rem;
}
`
