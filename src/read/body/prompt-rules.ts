/** Lines that ask the reader to do something and are no part of the report, in the languages of our sources. */
export const promptRules: RegExp[] = [
  /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|版权所有|未经授权|無断転載|copyright)/iu,
  /^already a (subscriber|member)\b/iu,
  /^(subscribe|sign up|log in|sign in|register)\b.{0,80}(read|continue|access|newsletter|unlock|today|now|here)?/iu,
  /^(read|see|watch|listen) (more|also)\b/iu,
  /^(related|recommended|advertisement|share this|copy link)\b/iu,
  /^(thank you for|thanks for) (reading|your patience)/iu,
  /^(we are having trouble retrieving|please enable javascript|enable javascript)\b/iu,
  /\b(subscribe|subscription) to (continue|read|keep)\b/iu,
  /^(lesen sie auch|mehr zum thema|jetzt (lesen|abonnieren|testen)|newsletter|anzeige|zur startseite)/iu,
  /^(weiterlesen|diesen artikel) .*(abo|plus)/iu,
  /^(lire aussi|à lire aussi|abonnez-vous|inscrivez-vous|newsletter|publicité)/iu,
  /^(lea también|lee también|suscríbe|te puede interesar|publicidad)/iu,
  /^(les også|læs også|läs också|lees ook|lue myös|leggi anche|leia (?:também|mais)|czytaj (?:też|także)|přečtěte si|xem thêm|đọc thêm)(?!\p{L})/iu,
  /^(читайте (?:также|також)|اقرأ أيض|إقرأ أيض|ayrıca oku|ilginizi çekebilir|διαβάστε (?:επίσης|ακόμη))/iu,
  /^(相关(阅读|报道|新闻)|延伸阅读|点击(订阅|查看)|订阅|登录后|扫码|责任编辑|分享到|广告)/u,
  /^(関連記事|あわせて読みたい|会員登録|ログイン|この記事は有料|続きを読む|シェア)/u,
  /^(관련기사|구독|로그인|무단전재|광고)/u,
]

/** Is this line a prompt and no part of the report? Long paragraphs never are. */
export function isPrompt(line: string): boolean {
  return line.length <= 200 && promptRules.some((rule) => rule.test(line))
}
