/** The look of our own part: review and reading card. */
export const reviewStyle = `
.ours,
.card {
  border-inline-start: 3px solid var(--brush);
  padding-inline-start: 1.1rem;
  margin: 1.2rem 0;
  font-size: .97rem;
  line-height: 1.7;
}
/* Our part is folded, so that the outlet's first lines stand on the first screen; a mark that leads into it opens it. */
article {
  display: flow-root;
}
.fold {
  position: relative;
  display: inline-block;
  cursor: pointer;
  color: var(--brush);
  font-size: .92rem;
  margin: .1rem 0 .3rem;
}
.fold::before {
  content: "＋";
  margin-inline-end: .3em;
}
.fold:has(:checked)::before {
  content: "－";
}
.fold:hover {
  text-decoration: underline;
}
.fold:has(:focus-visible) {
  outline: 3px solid var(--brush);
  outline-offset: 2px;
}
@media screen {
  :root:not(:has(#view-ours:checked)) :is(.ours,.card):has(.fold):not(:has(.fold :checked,.folded :target)) .folded {
    display: none;
  }
  :root:has(#view-ours:checked) .fold {
    display: none;
  }
}
.card:has(.fold) {
  margin: .7rem 0;
}
article>.label {
  max-width: none;
}
.card:has(.fold) h2 {
  display: inline-block;
  margin: 0 .8em 0 0;
}
.ours h2,
.card h2 {
  color: var(--brush);
  font-size: 1.1rem;
  letter-spacing: .3em;
  margin: 0 0 .6rem;
}
.card dl,
.card dd {
  margin: 0;
}
.card dl>div {
  border-top: 1px solid var(--rule);
  padding: .45rem 0;
}
.card dt {
  color: var(--grey);
  font-size: .88rem;
  letter-spacing: .15em;
}
.card dd {
  display: inline-block;
  margin-inline-end: 1.1em;
}
.card .form {
  color: var(--grey);
  font-size: .93em;
}
.card .passages dd {
  display: block;
  margin: 0 0 .5rem;
}
.ours .analysis,
.ours .context {
  font-style: italic;
}
.ours :lang(zh).analysis,
.ours :lang(zh).context {
  font-style: normal;
}
`
