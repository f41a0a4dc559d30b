/** The look of the page itself: paper and ink, fonts, links, where the focus is. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1d1a16,#e9e4d8);
  --paper: light-dark(#faf7f0,#17150f);
  --brush: light-dark(#b3261e,#f58470);
  --seal: light-dark(#b3261e,#c43a2d);
  --grey: light-dark(#5e574c,#aaa294);
  --rule: light-dark(#cfc7b6,#47423a);
}
* {
  box-sizing: border-box;
}
/* Chinese and Japanese take their quotation signs from their own fonts, Latin texts from theirs. */
:lang(zh) {
  font-family: "Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif;
}
:lang(ja) {
  font-family: "Hiragino Mincho ProN","Noto Serif CJK JP","Yu Mincho",serif;
}
:lang(en),
:lang(de) {
  font-family: Georgia,"Iowan Old Style","Noto Serif","Liberation Serif","DejaVu Serif",serif;
}
html {
  scroll-padding-top: 2rem;
}
body {
  margin: 0 auto;
  max-width: 72rem;
  padding: 0 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.8 Georgia,"Iowan Old Style","Noto Serif","Liberation Serif","DejaVu Serif","Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif;
  text-autospace: normal;
  text-spacing-trim: trim-start;
  line-break: strict;
  overflow-wrap: anywhere;
  hanging-punctuation: allow-end;
}
a {
  color: inherit;
  text-decoration-thickness: 1px;
  text-underline-offset: .22em;
}
a:focus-visible,
input:focus-visible,
button:focus-visible,
select:focus-visible,
summary:focus-visible {
  outline: 3px solid var(--brush);
  outline-offset: 2px;
}
`
