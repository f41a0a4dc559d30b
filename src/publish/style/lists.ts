/** The look of lists, search, sources, about. */
export const listsStyle = `
main {
  padding-top: 1rem;
}
h1 {
  font-size: clamp(1.7rem,4vw,2.6rem);
  line-height: 1.28;
  margin: .3rem 0 .6rem;
  text-wrap: balance;
}
h2 {
  line-height: 1.4;
}
.list {
  list-style: none;
  padding: 0;
  margin: 0;
}
.list li {
  border-bottom: 1px solid var(--rule);
  padding: 1.1rem 0;
  break-inside: avoid;
}
.list li>p,
.list .facts {
  margin: .3rem 0;
}
.list li>p {
  text-wrap: pretty;
}
.front~main>h1 {
  font-size: 1rem;
  font-weight: 400;
  letter-spacing: .4em;
  color: var(--grey);
  margin: .4rem 0 0;
}
.list h2 {
  font-size: 1.3rem;
  margin: .1rem 0;
  line-height: 1.4;
  text-wrap: pretty;
}
.list h2 a {
  text-decoration: none;
}
.list h2 a:hover {
  text-decoration: underline;
}
.hand {
  border-inline-start: 2px solid var(--brush);
  padding-inline-start: .8rem;
}
.hand strong::after {
  content: "\\a";
  white-space: pre;
}
.list .original {
  color: var(--grey);
  margin: .1rem 0;
  line-height: 1.45;
}
.by {
  color: var(--brush);
  font-size: .85rem;
}
.verdict {
  white-space: nowrap;
  color: var(--ink);
  border: 1px solid;
  padding: 0 .35em;
  font-weight: 400;
}
.list li:first-child h2 {
  font-size: clamp(1.5rem,3.4vw,2.1rem);
  line-height: 1.3;
}
.hits {
  list-style: none;
  padding: 0;
}
.hits li {
  border-bottom: 1px solid var(--rule);
  padding: .9rem 0;
}
.hits h2 {
  font-size: 1.2rem;
  margin: 0;
}
.hits p {
  margin: .2rem 0;
}
.hits h2 .by {
  margin-inline-start: .5em;
  font-weight: 400;
}
.hits li:has(.hand) h2 .by {
  display: none;
}
.hits .original {
  color: var(--grey);
}
.hits .hand {
  display: block;
}
.hits mark {
  color: var(--ink);
  background: color-mix(in srgb,var(--brush) 18%,transparent);
  text-decoration: none;
}
/* Names of other directions keep to themselves between dots. */
.facts span,
.terms dt,
.by {
  unicode-bidi: isolate;
}
/* The filters and the answer come later: room is kept for them, so that nothing moves. */
main:has(#search) {
  min-height: 100vh;
}
#status {
  min-height: 1lh;
}
.hits li>p:last-child {
  height: 2lh;
  overflow: hidden;
}
@media(max-width:40rem) {
  .hits li>p:last-child {
    height: 4lh;
  }
}
.ask {
  display: flex;
  gap: .6rem;
  max-width: 41rem;
}
.ask input {
  flex: 1;
}
input,
button,
select {
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--grey);
  border-radius: 2px;
  padding: .4rem .7rem;
  min-width: 0;
}
button {
  cursor: pointer;
}
#search label {
  display: inline-flex;
  gap: .5em;
  align-items: center;
  margin: .8rem 1.5rem 0 0;
  color: var(--grey);
  font-size: .92rem;
}
#search select {
  width: 9rem;
}
.sources {
  border-collapse: collapse;
  width: 100%;
}
.sources th,
.sources td {
  text-align: start;
  border-bottom: 1px solid var(--rule);
  padding: .55rem 1rem .55rem 0;
  vertical-align: top;
}
.sources thead th {
  color: var(--grey);
  font-weight: 400;
  font-size: .92rem;
}
.sources tbody th {
  font-weight: 700;
}
.sources time {
  white-space: nowrap;
}
.about {
  max-width: 41rem;
}
.about h2 {
  font-size: 1.15rem;
}
.about dl>div {
  display: grid;
  grid-template-columns: 9rem 1fr;
  gap: 1rem;
  border-top: 1px solid var(--rule);
  padding: .4rem 0;
}
.about dt {
  font-weight: 700;
}
.about dd {
  margin: 0;
}
@media(max-width:40rem) {
  .sources thead {
    display: none;
  }
  .sources tr {
    display: block;
    border-bottom: 1px solid var(--rule);
    padding: .5rem 0;
  }
  .sources th,
  .sources td {
    display: block;
    border: 0;
    padding: .1rem 0;
  }
  .about dl>div {
    grid-template-columns: 1fr;
    gap: 0;
  }
}
.index {
  list-style: none;
  padding: 0;
  columns: 3 12rem;
}
.index li {
  padding: .2rem 0;
}
.index .facts {
  margin-inline-start: .7em;
}
`
