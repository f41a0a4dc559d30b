import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeBytes } from './charset.ts'

const xml = (charset: string, text: string): Uint8Array =>
  iconv.encode(`<?xml version="1.0" encoding="${charset}"?><rss>${text}</rss>`, charset)

test.each([
  ['gb18030', '澜渡晨报，今日头条'],
  ['big5-hkscs', '香港嘅新聞'],
  ['shift_jis', '夕凪新聞の見出し'],
  ['cp949', '오늘의 뉴스 똠방각하'],
  ['windows-1251', 'Новости дня'],
])('decodeBytes() reads %s by the declaration', (charset, text) => {
  expect(decodeBytes(xml(charset, text), { contentType: null, kind: 'feed' }).text).toContain(text)
})

test('decodeBytes() believes valid UTF-8 more than a label', () => {
  const bytes = Buffer.from('<p>Détente</p>')
  expect(decodeBytes(bytes, { contentType: 'text/html; charset=iso-8859-1', kind: 'page' }).text).toBe('<p>Détente</p>')
})

test('decodeBytes() takes the label that decodes without loss', () => {
  const bytes = xml('gb18030', '读世界的报纸')
  expect(decodeBytes(bytes, { contentType: 'text/xml; charset=utf-8', kind: 'feed' }).text).toContain('读世界的报纸')
})

const feed = (label: string, title: string): string =>
  `<?xml version="1.0"${label}?><rss><channel><item><title>${title}</title><link>https://a.example/1</link></item></channel></rss>`
const decode = (bytes: Uint8Array, contentType: string | null = null): string =>
  decodeBytes(bytes, { contentType, kind: 'feed' }).text

test.each([
  ['windows-1251', 'Суд отложил заседание до пятницы'],
  ['koi8-r', 'Погода на выходные'],
  ['windows-1250', 'Żółte liście na ulicach Łodzi'],
  ['iso-8859-2', 'Žáci čekají na novou školu'],
  ['windows-1252', 'Überfall auf Bäckerei in Köln'],
  ['windows-1252', 'The minister said “we’re not leaving” – report'],
  ['windows-1253', 'Άνοιξε η νέα βιβλιοθήκη'],
  ['windows-1254', 'Şehir kütüphanesi açıldı'],
  ['windows-1255', 'בית המשפט דחה את הדיון'],
  ['windows-1256', 'افتتاح مكتبة جديدة'],
  ['windows-1257', 'Savaitgalio orai: šalta ir vėjuota'],
  ['windows-874', 'ศาลเลื่อนการพิจารณาคดี'],
  ['gb18030', '周末天气：大风降温'],
  ['big5-hkscs', '週末天氣：強風降溫'],
  ['shift_jis', '首相、辞任を表明'],
  ['euc-jp', '東証続落、円高警戒'],
  ['cp949', '법원, 재판 연기'],
])('decodeBytes() tells %s without a label: %s', (charset, title) => {
  const text = feed('', title)
  expect(decode(iconv.encode(text, charset))).toBe(text)
  const wrong = feed(' encoding="iso-8859-1"', title)
  expect(decode(iconv.encode(wrong, charset), 'text/xml; charset=utf-8')).toBe(wrong)
})

test('decodeBytes() takes a chosen declaration before the default that a server names', () => {
  const text = feed(' encoding="windows-1251"', 'Дождь')
  expect(decode(iconv.encode(text, 'windows-1251'), 'text/xml; charset=ISO-8859-1')).toBe(text)
})

test.each([
  ['windows-1257', 'Rząd'],
  ['gb2312', 'Новости дня'],
  ['gb18030', 'It’s late'],
  ['gb18030', '港口 🚢 今日开放'],
])('decodeBytes() believes the label %s for a language that is rarely written so', (charset, title) => {
  const text = feed(` encoding="${charset}"`, title)
  expect(decode(iconv.encode(text, charset))).toBe(text)
})

test('decodeBytes() reads charsets of seven bits by their escapes', () => {
  expect(decode(Buffer.from('<t>\u001B$B9A$N66\u001B(B</t>'))).toBe('<t>港の橋</t>')
  expect(decode(Buffer.from('<t>~{VPND~}</t>'))).toBe('<t>中文</t>')
  expect(decode(Buffer.from('\u001B$)C<t>\u000EGQ1[\u000F</t>'))).toBe('<t>한글</t>')
  expect(decode(Buffer.from('<?xml encoding="utf-7"?><t>+Ti1lhw-</t>'))).toContain('<t>中文</t>')
})

test('decodeBytes() reads a document of a mainframe', () => {
  // <?xml?><t>Hi</t> in cp037.
  expect(decode(Buffer.from('4c6fa794936f6e4ca36ec8894c61a36e', 'hex'))).toBe('<?xml?><t>Hi</t>')
})

test('decodeBytes() keeps a UTF-8 text in which a few bytes are broken', () => {
  const bytes = Buffer.concat([Buffer.from('<t>读世界的报纸，每天'), Buffer.from([0xe5, 0xa4]), Buffer.from('</t>')])
  expect(decode(bytes, 'text/xml; charset=iso-8859-1')).toBe('<t>读世界的报纸，每天\uFFFD</t>')
})

test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('decodeBytes() reads %s without a BOM', (charset) => {
  expect(decode(iconv.encode('{"title":"港の橋"}', charset))).toBe('{"title":"港の橋"}')
})

test('decodeBytes() looks at the beginning of a line without end only', () => {
  const text = feed('', 'Überfall auf Bäckerei '.repeat(100_000))
  const before = process.cpuUsage()
  expect(decode(iconv.encode(text, 'windows-1252'))).toBe(text)
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000)
})

test('decodeBytes() does not believe a label of UTF-16 on a document of bytes', () => {
  const text = feed(' encoding="UTF-16"', 'Überfall auf Bäckerei')
  expect(decode(iconv.encode(text, 'windows-1252'))).toBe(text)
})

test.each([
  ['gb18030', '養蜂人求援'],
  ['big5-hkscs', '養蜂人話冇人幫佢哋'],
  ['cp949', '펲시 똠얌꿍 편의점 출시'],
  ['tis-620', 'พิพิธภัณฑ์คืนภาพเขียนให้ครอบครัว'],
  ['iso-8859-3', 'Għaliex niżel is-silġ'],
  ['iso-8859-14', 'Llun yn ôl i deulu ŵyr'],
])('decodeBytes() believes the right label %s: %s', (charset, title) => {
  const text = feed(` encoding="${charset}"`, title)
  expect(decode(iconv.encode(text, charset))).toBe(text)
})

test.each([
  ['iso-8859-2', 'windows-1253', 'Pszczelarze proszą o pomoc'],
  ['iso-8859-2', 'windows-1256', 'Visszaadta a festményt a múzeum'],
  ['windows-1251', 'windows-874', 'Пчеларите бараат помош'],
  ['windows-1252', 'iso-8859-8', 'Biodlarna ber om hjälp på nätet'],
  ['windows-1257', 'iso-8859-14', 'Kodėl birželį iškrito sniegas?'],
  ['euc-jp', 'gb2312', '首相会見、増税見送り'],
  ['euc-kr', 'gbk', '양봉 농가, 지원 요청'],
  ['gb18030', 'euc-kr', '博物馆将画作归还原主家属'],
  ['maccyrillic', 'windows-1251', 'Пчеловоды просят о помощи'],
  ['cp850', 'shift_jis', "Les apiculteurs réclament de l'aide"],
])('decodeBytes() tells %s under the label %s: %s', (charset, label, title) => {
  const text = feed(` encoding="${label}"`, title)
  expect(decode(iconv.encode(text, charset))).toBe(text)
})

test('decodeBytes() keeps the label of a long text in which words stand without spaces', () => {
  const text = feed(' encoding="windows-1251"', 'Пчеларите молят за помощ'.repeat(40))
  expect(decode(iconv.encode(text, 'windows-1251'))).toBe(text)
})

test.each([
  ['in the header', `text/html;charset=${' '.repeat(30_000)};`, ''],
  ['in the header before the sign', `text/html;charset${' '.repeat(15_000)}=${' '.repeat(15_000)}"`, ''],
  ['in a page of many meta elements', null, `${'<meta '.repeat(100)}charset=${' '.repeat(3400)};`],
  ['in an XML declaration', null, `${'<?xml '.repeat(100)}encoding=${' '.repeat(1500)}"${' '.repeat(1500)}`],
])('decodeBytes() takes no time over blanks %s', (_where, contentType, text) => {
  const before = process.cpuUsage()
  decodeBytes(Buffer.from(text), { contentType, kind: 'page' })
  expect(process.cpuUsage(before).user).toBeLessThan(150_000)
})
