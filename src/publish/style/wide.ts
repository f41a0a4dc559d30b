/** The look of what a wide screen has room for. */
export const wideStyle = `
@media(min-width:64rem) {
  .overview {
    grid-template-columns: 1.4fr 1.15fr 1fr 1fr;
  }
  .view label:last-child {
    margin-inline-end: 0;
  }
  :root:has(#view-parallel:checked) :is(.pinned:has(.pair),.pinned:has(.notes)) {
    max-width: none;
    display: block;
  }
  :root:has(#view-parallel:checked) .pair {
    display: grid;
    grid-template-columns: repeat(2,minmax(0,1fr));
    column-gap: 2.5rem;
  }
  :root:has(#view-parallel:checked) .pair>.parallel {
    margin: 0;
  }
  .sources th,
  .sources td:nth-child(2) {
    white-space: nowrap;
  }
  .sources td:nth-child(3) {
    min-width: 6rem;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit,minmax(20rem,1fr));
    gap: 0 3rem;
  }
  .parts>div+div {
    border-inline-start: 1px solid var(--rule);
    padding-inline-start: 1.5rem;
    margin-inline-start: -1.5rem;
  }
  .parts>div:only-child,
  .ours>:is(.headline,.lede) {
    max-width: 46rem;
  }
  .view {
    width: fit-content;
    margin: -2.1rem 0 .8rem auto;
    border: 0;
    padding: 0;
  }
  .card:has(.fold) dl {
    columns: 2;
    column-gap: 3rem;
  }
  .card:not(:has(.fold))~.notice {
    max-width: 41rem;
  }
  .card:not(:has(.fold)) {
    float: inline-end;
    width: calc(100% - 44rem);
    margin-top: 1rem;
  }
  :root:has(#view-ours:checked) .card {
    float: none;
    width: auto;
  }
  .card dl>div {
    break-inside: avoid;
  }
  .pinned:has(.notes) {
    max-width: none;
    display: grid;
    grid-template-columns: minmax(0,41rem) minmax(0,1fr);
    column-gap: 2.5rem;
  }
  .notes {
    align-self: start;
    margin-top: .8rem;
  }
  .pulse {
    display: grid;
    grid-template-columns: minmax(0,32rem) 1fr;
    gap: 0 3rem;
    align-items: end;
  }
  .pulse h2,
  .pulse details {
    grid-column: 1/-1;
  }
  .list {
    columns: 2;
    column-gap: 3.5rem;
    column-rule: 1px solid var(--rule);
  }
  /* The first article runs across: its headline at the left, who and what at the right. */
  .list li:first-child {
    column-span: all;
    padding-top: .6rem;
    display: grid;
    grid-template: "head facts" auto "head hand" auto "sub hand" 1fr/minmax(0,2fr) minmax(0,1fr);
    column-gap: 2.5rem;
  }
  .list li:first-child h2 {
    grid-area: head;
    font-size: 2.2rem;
    line-height: 1.25;
    text-wrap: balance;
  }
  .list li:first-child .original {
    grid-area: sub;
    font-size: 1.1rem;
  }
  .list li:first-child .facts {
    grid-area: facts;
  }
  .list li:first-child>p:last-child:not(.facts) {
    grid-area: hand;
    align-self: start;
    font-size: 1.1rem;
    line-height: 1.7;
  }
  .list:has(li:nth-child(-n+3):last-child) {
    columns: 1;
  }
}
@media(min-width:80rem) {
  .pinned {
    position: relative;
  }
  .pinned:has(>.pair)::before {
    top: .25rem!important;
  }
  :root:has(#view-translation:checked) .pinned:has(>.pair)::before {
    top: .75rem!important;
  }
  .pinned:not(:has(:is(h2,h3,h4,h5,h6)))::before {
    content: attr(data-passage);
    position: absolute;
    inset-inline-end: calc(100% + 1rem);
    top: .8rem;
    color: var(--grey);
    font-size: .75rem;
    white-space: nowrap;
  }
}
/* Letters of Latin are not spread: words fall apart. */
:root:lang(en) :is(.front~main>h1,.overview h2,.pulse h2,.card dt,.ours :is(h2,h3),.card h2,.earlier h2,.correction h2) {
  letter-spacing: .02em;
}
`
