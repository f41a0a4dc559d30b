/** The look of an article: facts, standfirst, evidence marks. */
export const articleStyle = `
.facts,
.kicker,
.label {
  color: var(--grey);
  font-size: .92rem;
  margin: .2rem 0;
}
.facts {
  text-wrap: pretty;
}
.kicker a {
  color: var(--ink);
  font-weight: 700;
  font-size: 1rem;
  letter-spacing: .02em;
  text-decoration-color: var(--rule);
}
.facts a {
  white-space: nowrap;
}
/* A line begins with no dot: each stands before its fact, and those at the left edge are cut off. */
.row {
  display: flex;
  flex-wrap: wrap;
  margin-inline-start: -1.1em!important;
  clip-path: inset(-.4em -.4em -.4em .8em);
}
.row:dir(rtl) {
  clip-path: inset(-.4em .8em -.4em -.4em);
}
.row>span {
  padding-inline-start: 1.1em;
}
.row i {
  display: inline-block;
  width: 1.1em;
  margin-inline-start: -1.1em;
  text-align: center;
  font-style: normal;
}
.standfirst {
  font-size: 1.2rem;
  line-height: 1.65;
}
/* Each mark stays in one piece, and the first with its sentence by a sign in the page: many of them need several lines. */
.marks>* {
  white-space: nowrap;
}
.marks a {
  display: inline-block;
  color: var(--brush);
  font-size: .85rem;
  line-height: 1.5rem;
  min-width: 1.5rem;
  text-align: center;
  margin-inline-start: .2em;
  text-decoration: none;
}
.marks a:hover {
  text-decoration: underline;
}
`
