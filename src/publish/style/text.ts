/** The look of the outlet's text with our notes beside it. */
export const textStyle = `
:target {
  background: color-mix(in srgb,var(--brush) 13%,transparent);
  box-shadow: -.4rem 0 0 var(--brush);
}
article>p {
  max-width: 41rem;
}
.pinned {
  max-width: 41rem;
  display: flow-root;
}
.pinned>:first-child {
  margin-block: .55rem;
}
.pinned>:is(h2,h3,h4,h5,h6):first-child {
  margin-top: 1.6rem;
}
.pinned h2 {
  font-size: 1.3rem;
}
.pinned :is(h3,h4,h5,h6) {
  font-size: 1.1rem;
}
.pinned ul {
  padding-inline-start: 1.4rem;
}
.pinned table {
  border-collapse: collapse;
  width: 100%;
}
.pinned td {
  border-top: 1px solid var(--rule);
  padding: .3rem 1rem .3rem 0;
  vertical-align: top;
}
mark {
  background: none;
  color: inherit;
  text-decoration: underline;
  text-decoration-color: color-mix(in srgb,var(--brush) 70%,transparent);
  text-decoration-thickness: 1px;
  text-underline-offset: .3em;
}
mark:target,
:target mark {
  background: color-mix(in srgb,var(--brush) 22%,transparent);
  box-shadow: none;
}
/* An editor's brush: red ink and a written face where the system has one. */
.notes {
  border-inline-start: 2px solid var(--brush);
  padding-inline-start: .9rem;
  margin: .4rem 0 1.1rem;
  font-size: 1rem;
  line-height: 1.65;
  color: var(--brush);
  text-wrap: pretty;
}
.notes:lang(zh) {
  font-family: "Kaiti SC",STKaiti,KaiTi,"AR PL UKai CN","TW-Kai","Songti SC","Noto Serif CJK SC",serif;
}
.notes:lang(en) {
  font-style: italic;
}
.notes p {
  margin: 0 0 .45rem;
}
.notes a,
.kind {
  color: var(--brush);
  text-decoration: none;
  font-size: .82rem;
  letter-spacing: .1em;
  margin-inline-end: .4em;
}
.notes a {
  border: 1px solid;
  border-radius: 2px;
  padding: 0 .25em;
  letter-spacing: .05em;
  font-style: normal;
}
.notes a:hover {
  background: var(--brush);
  color: var(--paper);
}
.speaker {
  color: var(--grey);
}
.speaker::after {
  content: "：";
}
.state {
  color: var(--grey);
  font-size: .82rem;
  margin-inline-start: .5em;
}
.ours .headline {
  font-size: 1.5rem;
  line-height: 1.45;
  text-wrap: balance;
  font-weight: 700;
  margin: .2rem 0;
}
.ours .lede {
  font-size: 1.08rem;
  margin: .3rem 0 .8rem;
}
.ours h3 {
  font-size: .92rem;
  letter-spacing: .2em;
  color: var(--grey);
  margin: .9rem 0 .2rem;
  font-weight: 400;
}
.ours ul {
  list-style: none;
  padding: 0;
  margin: 0;
}
.ours li {
  padding: .28rem 0;
  text-wrap: pretty;
}
.label {
  text-wrap: pretty;
}
.terms dl {
  display: grid;
  grid-template-columns: repeat(auto-fill,minmax(14rem,1fr));
  gap: .2rem 1.5rem;
  margin: .4rem 0;
}
.terms dl>div {
  display: flex;
  gap: .6em;
}
.terms dt {
  color: var(--grey);
}
.terms dd {
  margin: 0;
}
summary {
  cursor: pointer;
  color: var(--grey);
  font-size: .9rem;
}
.held {
  color: var(--grey);
  border-inline-start: 3px solid var(--rule);
  padding-inline-start: 1rem;
}
blockquote {
  margin: 1rem 0;
  padding-inline-start: 1.2rem;
  border-inline-start: 1px solid var(--rule);
}
.excerpt p {
  margin: 0;
}
.whence {
  color: var(--grey);
  font-size: .88rem;
}
.unshown {
  color: var(--grey);
  font-size: .85rem;
  margin-inline-start: .4em;
}
.incomplete {
  border: 2px solid var(--ink);
  padding: .5rem 1rem;
  font-weight: 700;
}
.verse {
  white-space: pre-line;
}
.earlier {
  color: var(--grey);
  font-size: .92rem;
  border-top: 1px solid var(--rule);
  margin-top: 2rem;
  max-width: 41rem;
}
.earlier h2 {
  font-size: 1rem;
  letter-spacing: .1em;
  margin: .8rem 0 .2rem;
}
.earlier ol,
.earlier ul {
  list-style: none;
  padding: 0;
  margin: .2rem 0;
}
.earlier li {
  padding: .2rem 0;
}
.earlier li time {
  margin-inline-end: .8em;
}
.earlier h2 time {
  font-weight: 400;
  letter-spacing: 0;
  color: var(--grey);
  margin-inline-start: .6em;
}
.earlier del+ins {
  margin-inline-start: .2em;
}
.earlier del {
  text-decoration-thickness: 1px;
}
.earlier ins {
  color: var(--ink);
  text-decoration-thickness: 2px;
}
.correction {
  border: 1px dashed var(--brush);
  padding: .5rem 1rem;
  margin: 1rem 0;
  font-size: .95rem;
}
.correction h2 {
  color: var(--brush);
  font-size: 1rem;
  letter-spacing: .2em;
  margin: 0;
}
.correction ul {
  padding-inline-start: 1.2rem;
  margin: .3rem 0;
  color: var(--grey);
}
.list-item {
  padding-inline-start: 1.2rem;
}
figure {
  margin: 1.5rem 0;
  max-width: 40rem;
}
figcaption {
  color: var(--grey);
  font-size: .92rem;
  border-block: 1px solid var(--rule);
  padding: .5rem 0;
}
figcaption a {
  white-space: nowrap;
}
figcaption cite {
  font-style: normal;
  margin-inline-start: .6em;
}
figcaption cite:first-child {
  margin: 0;
}
.paging {
  display: flex;
  gap: 2rem;
  padding-top: 1.5rem;
}
`
