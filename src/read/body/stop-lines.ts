import type { Line } from './lines.ts'

/** Headings under which an outlet lists other things to read; whatever stands below them is not this report. */
const stopHeadings =
  /^(?:most (?:read|popular|viewed|shared)|trending|popular|related(?: (?:stories|articles|topics|content|coverage))?|more (?:from|on|in|stories|news)\b.{0,40}|read (?:also|next|more)|up next|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|recommended(?: for you)?|editors?['’]? (?:picks?|choice)|latest (?:news|stories)|(?:leave a )?comments?(?: \(\d+\))?|keep reading|don['’]t miss|around the web|meist ?gelesen|mehr (?:zum thema|aus|von|news).{0,40}|das könnte (?:sie|dich).{0,30}|lesen sie auch|kommentare|(?:les )?plus lus|à lire (?:aussi|également)|sur le même sujet|lire aussi|dans la même rubrique|lo más (?:leído|visto)|te (?:puede|podría) interesar|noticias relacionadas|más (?:noticias|sobre).{0,30}|(?:i )?più letti|leggi anche|potrebbe interessarti.{0,20}|mais lidas|leia (?:também|mais)|veja também|lees ook|meest gelezen|läs (?:också|även|mer)|mest (?:läst|lest|læst)|les også|lue myös|luetuimmat|czytaj (?:także|też|więcej)|najpopularniejsze|nejčtenější|přečtěte si.{0,20}|çok okunanlar|ilgili haberler|читайте также|самое читаемое|по теме|новости по теме|читайте також|اقرأ أيض[اً]+|الأكثر قراءة|مواضيع ذات صلة|相关(?:阅读|报道|新闻|文章|推荐)|延伸阅读|推荐阅读|热门(?:文章|新闻|阅读|推荐)?|猜你喜欢|大家都在看|更多(?:新闻|报道|精彩|内容)|関連(?:記事|ニュース|リンク)|おすすめ(?:記事)?|あわせて読みたい|人気(?:記事|ランキング)|アクセスランキング|관련 ?(?:기사|뉴스)|많이 본 (?:뉴스|기사)|인기 ?(?:기사|뉴스))\s*[:：]?$/iu

/** Of the prose, the share that may stand below such a heading for it to be one: else it is a heading of the report. */
const mostBelow = 0.3

/**
 * Where the report ends for a heading such as "Most read": the index in `lines`, or their number when it goes to the end.
 *
 * The words alone decide nothing: most of the prose has to stand above.
 */
export function endOfReport(lines: Line[]): number {
  const all = lines.reduce((sum, line) => sum + (line.prose ? line.size : 0), 0)
  let above = 0
  for (const [at, line] of lines.entries()) {
    if (line.text.length <= 60 && stopHeadings.test(line.text.trim()) && above >= all * (1 - mostBelow)) return at
    if (line.prose) above += line.size
  }
  return lines.length
}
