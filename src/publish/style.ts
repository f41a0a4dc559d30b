/**
 * The look: paper and ink, serif, system fonts only. Vermilion (`--brush`) is used for our own hand and nothing else.
 * On a wide screen the card stands in the margin beside the text; on a narrow one above it.
 */
export const style = `:root{color-scheme:light dark;--ink:light-dark(#1d1a16,#e9e4d8);--paper:light-dark(#faf7f0,#17150f);--brush:light-dark(#b3261e,#ff8270);--grey:light-dark(#5e574c,#aaa294);--rule:light-dark(#cfc7b6,#47423a)}
*{box-sizing:border-box}
/* Chinese and Japanese take their quotation signs from their own fonts, Latin texts from theirs. */
:lang(zh){font-family:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif}:lang(ja){font-family:"Hiragino Mincho ProN","Noto Serif CJK JP","Yu Mincho",serif}:lang(en),:lang(de){font-family:Georgia,"Iowan Old Style","Noto Serif","Liberation Serif","DejaVu Serif",serif}
html{scroll-padding-top:2rem}
body{margin:0 auto;max-width:72rem;padding:0 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.8 Georgia,"Iowan Old Style","Noto Serif","Liberation Serif","DejaVu Serif","Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif;text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;overflow-wrap:anywhere;hanging-punctuation:allow-end}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:.22em}
a:focus-visible,input:focus-visible,button:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--brush);outline-offset:2px}
/* A reader's choices: by the boxes that are ticked, with no script. */
:root:has(#size-l:checked){font-size:118%}:root:has(#size-s:checked){font-size:92%}:root:has(#theme-light:checked){color-scheme:light}:root:has(#theme-dark:checked){color-scheme:dark}
:root:has(#view-text:checked) :is(.ours,.card,.notes){display:none}:root:has(#view-text:checked) mark{text-decoration:none}:root:has(#view-text:checked) .pinned{display:block;max-width:41rem}:root:has(#view-ours:checked) :is(.text:not(:has(:target)),figure,.earlier){display:none}
.choices{color:var(--grey);font-size:.9rem}.mast{position:relative}.mast .choices{position:absolute;inset-inline-end:0;top:1.1rem;max-width:100%}.mast .choices[open]{z-index:1;background:var(--paper);border:1px solid var(--rule);padding:.1rem .9rem .6rem}.mast .choices summary{text-align:end}.choices fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;align-items:center}.choices legend{float:inline-start;padding:0;margin-inline-end:.8em}.choices label{position:relative;border-bottom:2px solid transparent;margin-inline-end:1em;padding:.15rem 0;cursor:pointer}.choices label:has(:checked){color:var(--ink);border-color:var(--ink)}.choices label:has(:focus-visible){outline:3px solid var(--brush);outline-offset:2px}.choices input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}.view{border-block:1px solid var(--rule);padding:.25rem 0;margin:.8rem 0}
.keys{margin:0}.keys>div,.about .keys>div{display:grid;grid-template-columns:5rem 1fr;gap:1rem;border-top:1px solid var(--rule);padding:.3rem 0}.keys dd{margin:0}kbd{font:inherit;white-space:pre}dialog{background:var(--paper);color:var(--ink);border:1px solid var(--grey);padding:1.2rem 1.6rem;max-width:34rem}dialog::backdrop{background:rgb(0 0 0/.4)}dialog h2{margin:0 0 .5rem;font-size:1.1rem}dialog form{margin-top:1rem}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--paper);padding:.5rem 1rem}.skip:focus{top:.5rem}
.mast{display:grid;grid-template-columns:auto 1fr;align-items:baseline;gap:0 1.25rem;border-bottom:4px double var(--ink);padding:.9rem 0 .45rem}
.mast .title{font-size:1.75rem;line-height:1.2;font-weight:700;letter-spacing:.14em;text-decoration:none;white-space:nowrap}
.mast .latin,.front .latin{letter-spacing:0;text-indent:0}
.mast .tagline{color:var(--grey);font-size:.9rem;letter-spacing:.2em}
.mast nav{grid-column:1/-1;display:flex;gap:.1rem 1.6rem;flex-wrap:wrap;border-top:1px solid var(--rule);margin-top:.5rem;padding-top:.35rem}
.mast nav a{text-decoration:none;padding:.2rem .1rem}.mast nav a:hover{text-decoration:underline}
.mast.front{grid-template-columns:1fr auto 1fr;justify-items:center;text-align:center;padding-top:2.25rem}
.front .title{font-size:clamp(2.5rem,7vw,4.5rem);letter-spacing:.18em;text-indent:.18em}.front .tagline{grid-column:1/-1;letter-spacing:.35em;text-indent:.35em;font-size:.95rem}.front nav{width:100%;justify-content:center;margin-top:1.1rem;gap:.25rem 2rem}
.ear{color:var(--grey);font-size:.92rem;align-self:end;padding-bottom:.7rem}.ear:first-child{justify-self:start;text-align:start}.title+.ear{justify-self:end;text-align:end}
@media(max-width:40rem){.mast .tagline{grid-column:1/-1}.mast.front{padding-top:3rem;grid-template-columns:1fr 1fr}.front .title{grid-column:1/-1;grid-row:1}.front .ear{grid-row:3;padding:.4rem 0 0}.front .tagline{grid-row:2}}
.seal{width:.62em;height:.62em;vertical-align:.12em;margin-inline-start:-.02em}.seal rect{fill:var(--brush)}.seal text{fill:var(--paper);font-size:16px;letter-spacing:0;text-anchor:middle}
.colophon{border-top:4px double var(--ink);color:var(--grey);font-size:.88rem;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2rem;margin-top:3rem}.colophon a{margin-inline-start:.6em}
.week{border-bottom:1px solid var(--rule);padding-bottom:.8rem;margin:.2rem 0 0;color:var(--grey);font-size:.95rem}.week a{color:var(--ink);font-weight:700}.week span{margin-inline-start:.6em}
.overview,.pulse{border-block:1px solid var(--rule);padding:.4rem 0 1rem;margin:1rem 0;font-size:.92rem}.overview h2,.pulse h2{font-size:1rem;letter-spacing:.25em;font-weight:400;color:var(--grey);margin:.3rem 0}
.overview{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.5rem 2.5rem;align-items:start}.overview h2{grid-column:1/-1}
.bars{border-collapse:collapse;width:100%;line-height:1.5}.bars caption{text-align:start;font-weight:700;padding:.3rem 0}.bars th{text-align:start;font-weight:400;width:55%;padding:.1rem .8rem .1rem 0;vertical-align:top}.bars td{white-space:nowrap;font-variant-numeric:tabular-nums}.bars svg{width:calc(100% - 3.2em);height:.5em;margin-inline-end:.5em}.bars rect,.columns rect{fill:var(--ink);opacity:.62}.columns{width:100%;max-width:30rem;height:3rem;display:block}.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.notice{border:1px solid var(--rule);color:var(--grey);font-size:.92rem;padding:.45rem 1rem;margin:1rem 0;text-align:center}
main{padding-top:1rem}
h1{font-size:clamp(1.7rem,4vw,2.6rem);line-height:1.28;margin:.3rem 0 .6rem;text-wrap:balance}
h2{line-height:1.4}
.list{list-style:none;padding:0;margin:0}
.list li{border-bottom:1px solid var(--rule);padding:1.1rem 0;break-inside:avoid}
.list li>p,.list .facts{margin:.3rem 0}.front~main>h1{font-size:1rem;font-weight:400;letter-spacing:.4em;color:var(--grey);margin:.4rem 0 0}
.list h2{font-size:1.3rem;margin:.1rem 0;line-height:1.4;text-wrap:pretty}.list h2 a{text-decoration:none}.list h2 a:hover{text-decoration:underline}
.hand{border-inline-start:2px solid var(--brush);padding-inline-start:.8rem}.list .original{color:var(--grey);margin:.1rem 0;line-height:1.45}.by{color:var(--brush);font-size:.85rem}.verdict{color:var(--ink);border:1px solid;padding:0 .35em;font-weight:400}
.list li:first-child h2{font-size:clamp(1.5rem,3.4vw,2.1rem);line-height:1.3}
.hits{list-style:none;padding:0}.hits li{border-bottom:1px solid var(--rule);padding:.9rem 0}.hits h2{font-size:1.2rem;margin:0}.hits p{margin:.2rem 0}.hits mark{color:var(--ink);background:color-mix(in srgb,var(--brush) 18%,transparent);text-decoration:none}
/* The filters and the answer come later: room is kept for them, so that nothing moves. */
main:has(#search){min-height:100vh}#search{min-height:6.6rem}
.ask{display:flex;gap:.6rem;max-width:41rem}.ask input{flex:1}input,button,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--grey);border-radius:2px;padding:.4rem .7rem;min-width:0}button{cursor:pointer}#search label{display:inline-flex;gap:.5em;align-items:center;margin:.8rem 1.5rem 0 0;color:var(--grey);font-size:.92rem}#search select{max-width:14rem}
.sources{border-collapse:collapse;width:100%}.sources th,.sources td{text-align:start;border-bottom:1px solid var(--rule);padding:.55rem 1rem .55rem 0;vertical-align:top}.sources thead th{color:var(--grey);font-weight:400;font-size:.92rem}.sources tbody th{font-weight:700}.sources time{white-space:nowrap}
.about{max-width:41rem}.about h2{font-size:1.15rem}.about dl>div{display:grid;grid-template-columns:9rem 1fr;gap:1rem;border-top:1px solid var(--rule);padding:.4rem 0}.about dt{font-weight:700}.about dd{margin:0}
@media(max-width:40rem){.sources thead{display:none}.sources tr{display:block;border-bottom:1px solid var(--rule);padding:.5rem 0}.sources th,.sources td{display:block;border:0;padding:.1rem 0}.about dl>div{grid-template-columns:1fr;gap:0}}
.index{list-style:none;padding:0;columns:3 12rem}.index li{padding:.2rem 0}
.facts,.kicker,.label{color:var(--grey);font-size:.92rem;margin:.2rem 0}
.kicker{letter-spacing:.04em}
.standfirst{font-size:1.2rem;line-height:1.65}
.marks{white-space:nowrap}.marks a{display:inline-block;color:var(--brush);font-size:.85rem;line-height:1.5rem;min-width:1.5rem;text-align:center;margin-inline-start:.2em;text-decoration:none}.marks a:hover{text-decoration:underline}
.ours,.card{border-inline-start:3px solid var(--brush);padding-inline-start:1.1rem;margin:1.5rem 0;font-size:.97rem;line-height:1.7}
.ours h2,.card h2{color:var(--brush);font-size:1.1rem;letter-spacing:.3em;margin:0 0 .6rem}
.card dl,.card dd{margin:0}.card dl>div{border-top:1px solid var(--rule);padding:.5rem 0}.card dt{color:var(--grey);font-size:.88rem;letter-spacing:.15em}
.ours .analysis,.ours .context{font-style:italic}.ours :lang(zh).analysis,.ours :lang(zh).context{font-style:normal}
:target{background:color-mix(in srgb,var(--brush) 13%,transparent);box-shadow:-.4rem 0 0 var(--brush)}
article>p{max-width:41rem}.pinned{max-width:41rem}.pinned>:first-child{margin-block:.55rem}.pinned>:is(h2,h3,h4,h5,h6):first-child{margin-top:1.6rem}.pinned h2{font-size:1.3rem}.pinned :is(h3,h4,h5,h6){font-size:1.1rem}.pinned ul{padding-inline-start:1.4rem}.pinned table{border-collapse:collapse;width:100%}.pinned td{border-top:1px solid var(--rule);padding:.3rem 1rem .3rem 0;vertical-align:top}
mark{background:none;color:inherit;text-decoration:underline;text-decoration-color:var(--brush);text-decoration-thickness:2px;text-underline-offset:.28em}mark:target,:target mark{background:color-mix(in srgb,var(--brush) 22%,transparent);box-shadow:none}
.notes{border-inline-start:2px solid var(--brush);padding-inline-start:.8rem;margin:.4rem 0 1rem;font-size:.88rem;line-height:1.6;color:var(--grey)}.notes p{margin:.2rem 0}.notes a,.kind{color:var(--brush);text-decoration:none;font-size:.82rem;letter-spacing:.1em;margin-inline-end:.4em}.speaker{color:var(--grey);margin-inline-end:.3em}.speaker::after{content:"："}.state{color:var(--grey);font-size:.82rem;margin-inline-start:.5em}
.ours .headline{font-size:1.35rem;line-height:1.5;font-weight:700;margin:.2rem 0}.ours .lede{font-size:1.08rem;margin:.3rem 0 .8rem}.ours h3{font-size:.92rem;letter-spacing:.2em;color:var(--grey);margin:.9rem 0 .2rem;font-weight:400}.ours ul{list-style:none;padding:0;margin:0}.ours li{padding:.25rem 0}.commentary{border-inline-start:1px dashed var(--brush);padding-inline-start:.9rem!important}.terms dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.2rem 1.5rem;margin:.4rem 0}.terms dl>div{display:flex;gap:.6em}.terms dt{color:var(--grey)}.terms dd{margin:0}summary{cursor:pointer;color:var(--grey);font-size:.9rem}.held{color:var(--grey);border-inline-start:3px solid var(--rule);padding-inline-start:1rem}
blockquote{margin:1rem 0;padding-inline-start:1.2rem;border-inline-start:1px solid var(--rule)}
.incomplete{border:2px solid var(--ink);padding:.5rem 1rem;font-weight:700}.verse{white-space:pre-line}.earlier{color:var(--grey);font-size:.92rem;border-top:1px solid var(--rule);margin-top:2rem;max-width:41rem}.earlier h2{font-size:1rem;letter-spacing:.1em;margin:.8rem 0 .2rem}.earlier ol,.earlier ul{list-style:none;padding:0;margin:.2rem 0}.earlier li{padding:.2rem 0}.earlier del{text-decoration-thickness:1px}.earlier ins{color:var(--ink);text-decoration-thickness:2px}.correction{border:1px dashed var(--brush);padding:.5rem 1rem;margin:1rem 0;font-size:.95rem}.correction h2{color:var(--brush);font-size:1rem;letter-spacing:.2em;margin:0}.correction ul{padding-inline-start:1.2rem;margin:.3rem 0;color:var(--grey)}
.list-item{padding-inline-start:1.2rem}
figure{margin:1.5rem 0;max-width:40rem}figcaption{color:var(--grey);font-size:.92rem;border-block:1px solid var(--rule);padding:.5rem 0}figcaption a{white-space:nowrap}figcaption cite{font-style:normal;margin-inline-start:.6em}
.paging{display:flex;gap:2rem;padding-top:1.5rem}
@media(min-width:64rem){.ours{max-width:56rem}.card dl{columns:2;column-gap:3rem}.card dl>div{break-inside:avoid}.pinned:has(.notes){max-width:none;display:grid;grid-template-columns:minmax(0,41rem) minmax(0,1fr);column-gap:3rem}.notes{align-self:start;margin-top:.9rem}.list{columns:2;column-gap:3.5rem;column-rule:1px solid var(--rule)}.list li:first-child{column-span:all;padding-top:.4rem}.list li:first-child h2{font-size:2.3rem;max-width:24em}.list li:first-child .hand,.list li:first-child>p{max-width:44rem}.list:has(li:nth-child(-n+3):last-child){columns:1}}
@media print{:root,:root:has(#theme-dark:checked){color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt;line-height:1.6;background:none}.mast nav,.choices,.paging,.skip,.colophon{display:none}li,.card dl>div,.pinned table,figure{break-inside:avoid}h1,h2,h3{break-after:avoid}p{orphans:3;widows:3}a{text-decoration:none}}
`
