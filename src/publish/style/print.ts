/** The look of the printed sheet. */
export const printStyle = `
/* A sheet to hand on: whose text, when, where it stands; ours in a frame of its own and in the margin; nothing to press. */
@page {
  margin: 16mm 18mm 18mm;
}
@media print {
  :root,
  :root:has(#theme-dark:checked) {
    color-scheme: light;
  }
  html {
    font-size: 10.5pt;
  }
  body {
    max-width: none;
    padding: 0;
    font-size: 1rem;
    line-height: 1.6;
    background: none;
  }
  .mast nav,
  .choices,
  .paging,
  .skip,
  dialog,
  .colophon>:not(:first-child),
  .marks .out,
  details,
  .facts a:not(.original) {
    display: none;
  }
  .row:has(.original)>:not(:has(.original)) {
    display: none;
  }
  .facts .original {
    text-decoration: none;
    white-space: normal;
  }
  .facts .original::after {
    content: " "attr(href);
    overflow-wrap: anywhere;
  }
  .mast {
    padding-top: 0;
  }
  .mast .title {
    font-size: 1.6rem;
  }
  .mast.front {
    padding-top: 0;
    grid-template-columns: 1fr auto 1fr;
  }
  .front .title {
    font-size: 3rem;
    grid-column: auto;
  }
  main {
    padding-top: .4rem;
  }
  h1 {
    font-size: 1.9rem;
  }
  h1,
  h2,
  h3 {
    break-after: avoid;
  }
  .standfirst {
    font-size: 1.1rem;
  }
  p {
    orphans: 3;
    widows: 3;
  }
  a {
    text-decoration: none;
  }
  .ours,
  .card {
    border: 1px solid var(--brush);
    border-inline-start-width: 3px;
    padding: .7rem 1rem;
    margin: 1rem 0;
    font-size: .95rem;
  }
  .ours .headline {
    font-size: 1.3rem;
  }
  .card dl>div,
  li,
  figure,
  .pinned table,
  .card,
  .earlier {
    break-inside: avoid;
  }
  .card:not(:has(.fold)) {
    float: none;
    width: auto;
  }
  .fold {
    display: none;
  }
  .pinned,
  .pinned:has(.notes) {
    position: relative;
    max-width: none;
    display: grid;
    grid-template-columns: minmax(0,1fr) 48mm;
    column-gap: 6mm;
    padding-inline-start: 7mm;
  }
  .pinned[data-passage]:not(:has(>:is(h2,h3,h4,h5,h6)))::before {
    content: "¶"attr(data-passage);
    position: absolute;
    inset-inline-start: 0;
    top: .65rem;
    color: var(--grey);
    font-size: .75rem;
  }
  .notes {
    margin: .55rem 0;
    font-size: .9rem;
    line-height: 1.5;
    align-self: start;
    padding-inline-start: .6rem;
  }
  .notes a {
    border: 0;
    padding: 0;
  }
  .colophon {
    margin-top: 1rem;
    break-before: avoid;
  }
  .colophon p {
    margin: .3rem 0;
  }
  .earlier {
    margin-top: 1rem;
  }
  .list {
    columns: 1;
  }
  .list li {
    padding: .6rem 0;
  }
  :root:has(#view-text:checked) .pinned {
    grid-template-columns: 1fr;
  }
}
`
