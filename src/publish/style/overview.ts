/** The look of the week at a glance, and charts. */
export const overviewStyle = `
.week {
  border-bottom: 1px solid var(--rule);
  padding-bottom: .8rem;
  margin: .2rem 0 0;
  color: var(--grey);
  font-size: .95rem;
}
.week a {
  color: var(--ink);
  font-weight: 700;
}
.week {
  display: flex;
  flex-wrap: wrap;
  gap: 0 .6em;
}
.overview,
.pulse {
  border-block: 1px solid var(--rule);
  padding: .4rem 0 1rem;
  margin: 1rem 0;
  font-size: .92rem;
}
.overview h2,
.pulse h2 {
  font-size: 1rem;
  letter-spacing: .25em;
  font-weight: 400;
  color: var(--grey);
  margin: .3rem 0;
}
.overview {
  display: grid;
  grid-template-columns: repeat(auto-fit,minmax(15rem,1fr));
  gap: .5rem 2rem;
  align-items: start;
}
.overview h2 {
  grid-column: 1/-1;
}
.bars {
  border-collapse: collapse;
  width: 100%;
  line-height: 1.5;
}
.bars caption {
  text-align: start;
  font-weight: 700;
  padding: .3rem 0;
}
.bars th {
  text-align: start;
  font-weight: 400;
  width: 1%;
  max-width: 14rem;
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
  padding: .1rem .8rem .1rem 0;
}
.bars td {
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
.bars svg {
  width: calc(100% - 3.2em);
  height: .5em;
  margin-inline-end: .5em;
}
.bars rect,
.columns rect {
  fill: var(--ink);
  opacity: .62;
}
.columns {
  width: 100%;
  height: 3.5rem;
  display: block;
  border-bottom: 1px solid var(--ink);
}
.rhythm .facts {
  display: flex;
  justify-content: space-between;
  gap: 1rem;
  font-size: .85rem;
}
.unseen {
  position: absolute;
  clip-path: inset(50%);
  width: 1px;
  height: 1px;
  overflow: hidden;
}
.notice {
  border-bottom: 1px solid var(--rule);
  color: var(--grey);
  font-size: .88rem;
  padding: .35rem 0;
  margin: 0;
  text-align: center;
}
article>.notice {
  border-block: 1px solid var(--rule);
  padding: .35rem 0;
  margin: 1rem 0;
  text-align: start;
  max-width: none;
}
`
