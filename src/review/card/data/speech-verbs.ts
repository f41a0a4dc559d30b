/** Verbs that stand beside a direct quotation when the text says who speaks: whole forms, lower case, by language. */
export const speechVerbs: Record<string, string[]> = {
  en: 'said says told adds added explains explained warned warns argued argues wrote writes insisted insists noted notes replied asked asks continued recalled stated declared announced tweeted posted claimed concluded joked'.split(
    ' ',
  ),
  de: 'sagte sagt erklärte erklärt betonte betont meinte meint schrieb schreibt warnte warnt kritisierte kritisiert forderte fordert fügte berichtet berichtete teilte fragte fragt erzählt erzählte urteilt entgegnete entgegnet konterte klagte klagt lobte lobt mahnte mahnt ergänzte ergänzt bekräftigte bekräftigt kommentierte kommentiert resümierte bilanzierte antwortete antwortet beteuerte versicherte versichert'.split(
    ' ',
  ),
  fr: [
    'a déclaré',
    'a dit',
    'déclare',
    'dit',
    'explique',
    'a expliqué',
    'affirme',
    'a affirmé',
    'assure',
    'a assuré',
    'souligne',
    'a souligné',
    'estime',
    'a estimé',
    'ajoute',
    'a ajouté',
    'raconte',
    'confie',
    'prévient',
    'écrit',
    'a écrit',
    'précise',
    'a précisé',
    'insiste',
    'résume',
    'se félicite',
    'a réagi',
    'réagit',
    'regrette',
    'a regretté',
    'déplore',
    'souffle',
    'martèle',
    'lâche',
    'confirme',
    'a confirmé',
    'rappelle',
    'a rappelé',
    'dénonce',
    'a dénoncé',
    'répond',
    'a répondu',
    'lance',
    'a lancé',
    's’inquiète',
    "s'inquiète",
  ],
  es: [
    'ha dicho',
    'lamenta',
    'lamentó',
    'reconoció',
    'reconoce',
    'respondió',
    'comentó',
    'expresó',
    'indicó',
    'criticó',
    'denunció',
    'relató',
    'relata',
    'dijo',
    'dice',
    'afirma',
    'afirmó',
    'ha afirmado',
    'explica',
    'explicó',
    'ha explicado',
    'asegura',
    'aseguró',
    'ha asegurado',
    'señala',
    'señaló',
    'ha señalado',
    'añade',
    'añadió',
    'advierte',
    'advirtió',
    'declaró',
    'escribió',
    'cuenta',
    'contó',
    'subrayó',
    'sostiene',
    'insiste',
    'manifestó',
  ],
  it: [
    'ha detto',
    'dice',
    'ha dichiarato',
    'dichiara',
    'spiega',
    'ha spiegato',
    'afferma',
    'ha affermato',
    'aggiunge',
    'ha aggiunto',
    'scrive',
    'ha scritto',
    'sottolinea',
    'ha sottolineato',
    'racconta',
    'commenta',
    'avverte',
    'osserva',
    'disse',
  ],
  pt: [
    'disse',
    'diz',
    'afirmou',
    'afirma',
    'explicou',
    'explica',
    'declarou',
    'declara',
    'acrescentou',
    'acrescenta',
    'contou',
    'conta',
    'escreveu',
    'alertou',
    'alerta',
    'destacou',
    'ressaltou',
    'comentou',
    'avaliou',
  ],
  nl: 'zegt zei zegde vertelt vertelde schrijft schreef verklaarde verklaart waarschuwt waarschuwde benadrukt benadrukte reageert vindt stelt'.split(
    ' ',
  ),
  ru: 'сказал сказала заявил заявила говорит отметил отметила подчеркнул подчеркнула добавил добавила написал написала рассказал рассказала пояснил пояснила объяснил объяснила сообщил сообщила считает'.split(
    ' ',
  ),
  uk: 'сказав сказала заявив заявила каже зазначив зазначила наголосив наголосила додав додала написав написала розповів розповіла пояснив пояснила повідомив повідомила'.split(
    ' ',
  ),
  pl: 'powiedział powiedziała mówi mówił mówiła stwierdził stwierdziła podkreślił podkreśliła dodał dodała napisał napisała ocenił oceniła wyjaśnił wyjaśniła zaznaczył zaznaczyła tłumaczy'.split(
    ' ',
  ),
  tr: [
    'dedi',
    'diyen',
    'diye konuştu',
    'ifadelerini kullandı',
    'ifadesini kullandı',
    'değerlendirmesinde bulundu',
    'diye yazdı',
    'söyledi',
  ],
  sv: 'säger sade sa skriver skrev berättar berättade menar förklarar uppger konstaterar'.split(' '),
  da: 'siger sagde skriver skrev fortæller forklarer forklarede mener tilføjer lyder'.split(' '),
  no: 'sier sa skriver skrev forteller forklarer mener understreker'.split(' '),
  fi: 'sanoo sanoi kertoo kertoi toteaa totesi kirjoittaa kirjoitti'.split(' '),
  id: ['kata', 'ujar', 'tutur', 'ucap', 'ungkap', 'jelas', 'mengatakan', 'katanya'],
  el: ['είπε', 'δήλωσε', 'τόνισε', 'ανέφερε', 'σημείωσε', 'έγραψε', 'πρόσθεσε'],
  zh: '说 表示 称 指出 强调 写道 认为 回应 坦言 透露 解释 补充 道 告诉记者 说道 回应称 警告 說 稱 強調 寫道 認為 回應 透露 解釋 補充 指 說道'.split(
    ' ',
  ),
  ja: '述べ 話し 語っ 語る 話す 述べる 強調し 説明し 指摘し コメントし 訴え 明らかにし 答え 発言し 主張し 振り返 批判し 投稿し 指摘する 強調する 説明する 訴える 主張する 批判する 明かし 明かす 振り返る 語り 答える 呼びかけ'.split(
    ' ',
  ),
  ko: '말했 밝혔 강조했 전했 설명했 지적했 덧붙였 주장했 적었 비판했 답했 평가했 호소했 토로했'.split(' '),
}

/** Words that stand where a name could and name nobody: pronouns, articles, clause openers. */
export const notNames = new Set(
  'he she they it we i you who the a an this that these those one some many but and or so as if when while after before however meanwhile asked officials police experts critics according in on at er sie es wir ich der die das ein eine dieser auch doch und aber wer man dabei zudem so il elle ils elles on nous je le la les un une ce cet cette mais et él ella ellos ellas yo el los las una este esta pero y lui lei loro io gli ma egli ele ela eles elas eu o os as um uma mas hij zij ze wij ik het een de dat maar он она они мы я это но и а вона він вони ми on ona oni ono ale han hon hun hän o ve ama ini itu dia'.split(
    ' ',
  ),
)

/** Small words inside names. */
export const particles =
  'de da do dos das del della di du van von der den ter ten zu zur la le el al bin ibn ben av af y e'.split(' ')

/** Small words that mean the capitalised word behind them is not the one who speaks ("a spokesman for Boeing"). */
export const breakers = new Set(
  'for of at in to from on by with about that what when after before during für von bei in im am zu zum zur mit aus auf gegenüber dem den pour de du des à au aux chez sur dans para en con sobre per a al alla dal nel no na nos nas ao à aos em do da dos das voor van bij op met в на из для о об w z na do dla till för på av i til for di del della dello dei degli delle vom beim hos från fra'.split(
    ' ',
  ),
)

/** Family names of Korean, by frequency (Statistics Korea, 2015 census). */
export const koSurnames =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용'

/** Words behind a person's name in Korean. */
export const koTitles =
  '씨|대통령|총리|장관|차관|대표|의원|교수|회장|사장|위원장|대변인|시장|지사|감독|선수|총장|원장|실장|국장|팀장|과장|센터장|이사장|변호사|연구원|소장|의장|기자|작가|총재|부회장|본부장|단장|위원|부장|수석|비서관|교사'

/**
 * Words that open an adverbial: what stands in quotation signs behind them ("Asked about “…”, Ada Lund said she knew nothing",
 * "Nach der Premiere von „…“ sagte Ada Lund") is what is spoken of, not what the person said.
 */
export const leadIns: Record<string, string[]> = {
  en: 'after,asked,at,before,during,following,for,from,in,on,reacting,referring,replying,responding,since,speaking,under,when,while,with'.split(
    ',',
  ),
  de: 'als,am,angesichts,auf,bei,beim,gefragt,im,in,mit,nach,seit,trotz,über,unter,von,vor,während,wegen,zu,zum,zur'.split(
    ',',
  ),
  fr: 'après,au,aux,avant,avec,dans,depuis,devant,en,face,interrogé,interrogée,lors,pendant,pour,sous,sur'.split(','),
  es: 'al,ante,antes,con,cuando,desde,después,durante,en,para,por,preguntada,preguntado,sobre,tras'.split(','),
  it: 'al,alla,con,da,dopo,durante,in,interrogata,interrogato,nel,nella,per,prima,su,sul,sulla'.split(','),
  pt: 'ao,antes,após,com,depois,durante,em,na,no,para,por,questionada,questionado,sobre'.split(','),
  nl: 'bij,gevraagd,in,met,na,op,over,sinds,tijdens,voor'.split(','),
}
