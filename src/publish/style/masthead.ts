/** The look of masthead, seal and colophon. */
export const mastheadStyle = `
.skip {
  position: absolute;
  inset-inline-start: 1rem;
  top: -4rem;
  background: var(--paper);
  padding: .5rem 1rem;
}
.skip:focus {
  top: .5rem;
}
.mast {
  display: grid;
  grid-template-columns: auto 1fr;
  align-items: baseline;
  gap: 0 1.25rem;
  border-bottom: 4px double var(--ink);
  padding: .9rem 0 .45rem;
}
.mast .title {
  font-size: 1.75rem;
  line-height: 1.2;
  font-weight: 700;
  letter-spacing: .14em;
  text-decoration: none;
  white-space: nowrap;
}
.mast .latin,
.front .latin {
  letter-spacing: 0;
  text-indent: 0;
}
.mast .tagline {
  color: var(--grey);
  font-size: .9rem;
  letter-spacing: .2em;
}
.mast nav {
  grid-column: 1/-1;
  display: flex;
  gap: .1rem 1.6rem;
  flex-wrap: wrap;
  border-top: 1px solid var(--rule);
  margin-top: .5rem;
  padding-top: .35rem;
}
.mast nav a {
  text-decoration: none;
  padding: .2rem .1rem;
}
.mast nav a:hover {
  text-decoration: underline;
}
.mast.front {
  grid-template-columns: 1fr auto 1fr;
  justify-items: center;
  text-align: center;
  padding-top: 2.25rem;
}
.front .title {
  font-size: clamp(2.5rem,7vw,4.5rem);
  letter-spacing: .18em;
  text-indent: .18em;
}
.front .title.latin {
  font-size: clamp(2rem,6vw,4rem);
  line-height: 1.15;
  letter-spacing: 0;
  text-indent: 0;
  white-space: normal;
  text-wrap: balance;
}
.front .tagline {
  grid-column: 1/-1;
  letter-spacing: .35em;
  text-indent: .35em;
  font-size: .95rem;
}
.front nav {
  width: 100%;
  justify-content: center;
  margin-top: 1.1rem;
  gap: .25rem 2rem;
}
.ear {
  color: var(--grey);
  font-size: .92rem;
  align-self: end;
  padding-bottom: .7rem;
}
.ear:first-child {
  justify-self: start;
  text-align: start;
}
.title+.ear {
  justify-self: end;
  text-align: end;
}
@media(max-width:40rem) {
  .mast .tagline {
    grid-column: 1/-1;
  }
  .mast.front {
    padding-top: 3rem;
    grid-template-columns: auto auto;
  }
  .front .title {
    grid-column: 1/-1;
    grid-row: 1;
  }
  .front .ear {
    grid-row: 3;
    padding: .4rem 0 0;
    font-size: .82rem;
    text-wrap: balance;
  }
  .front .tagline {
    grid-row: 2;
  }
}
.seal {
  width: .86em;
  height: .86em;
  vertical-align: -.06em;
  margin-inline-start: .08em;
}
.front .seal {
  width: .62em;
  height: .62em;
  vertical-align: .12em;
  margin-inline-start: -.02em;
}
.seal rect {
  fill: var(--seal);
}
.seal text {
  fill: #faf7f0;
  font-size: 16px;
  letter-spacing: 0;
  text-anchor: middle;
}
.colophon {
  border-top: 4px double var(--ink);
  color: var(--grey);
  font-size: .88rem;
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 2rem;
  margin-top: 3rem;
}
.colophon a {
  margin-inline-start: .6em;
}
`
