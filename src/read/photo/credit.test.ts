import { expect, test } from 'vitest'
import { bareCredit, isName, isSourceName, splitCredit } from './credit.ts'

test.each([
  ['The ferry at dawn. Photo: Ann Lee/Harbour Pictures', 'The ferry at dawn.', 'Ann Lee/Harbour Pictures'],
  ['The ferry at dawn (AP Photo/Ann Lee)', 'The ferry at dawn', 'AP Photo/Ann Lee'],
  ['The ferry at dawn. | Ann Lee/Getty Images', 'The ferry at dawn.', 'Ann Lee/Getty Images'],
  ['The ferry in port. Supplied', 'The ferry in port.', 'Supplied'],
  ['The ferry at dawn.Photograph by Ann Lee', 'The ferry at dawn.', 'Ann Lee'],
  ['Die Fähre. (Foto: Bo Grün)', 'Die Fähre.', 'Bo Grün'],
  ['Die Fähre, Foto: Küste Images', 'Die Fähre', 'Küste Images'],
  ['Die Fähre (Archivbild). Foto: dpa/K.C. Grün', 'Die Fähre (Archivbild).', 'dpa/K.C. Grün'],
  ['Keltas uoste J. Lėjaus / UOSTO nuotr.', 'Keltas uoste', 'J. Lėjaus / UOSTO nuotr.'],
  ['清晨的渡轮。图/李安', '清晨的渡轮。', '李安'],
  ['清晨的渡轮。新华社记者李安摄', '清晨的渡轮。', '新华社记者李安摄'],
  ['清晨的渡轮（李安 摄）', '清晨的渡轮', '李安 摄'],
  ['朝のフェリー＝2026年3月、共同', '朝のフェリー＝2026年3月', '共同'],
  ['朝のフェリー（写真：海通信社）', '朝のフェリー', '海通信社'],
  ['항구의 아침. [사진 출처 = 항구 캠프]', '항구의 아침.', '항구 캠프'],
  ['등대지기가 12일 항구에서 인사하고 있다. 연합뉴스', '등대지기가 12일 항구에서 인사하고 있다.', '연합뉴스'],
  ['조합원들이 빵을 꺼내고 있다. 항구군 제공', '조합원들이 빵을 꺼내고 있다.', '항구군 제공'],
  ['नहर पर लगी टरबाइन (फोटो- अनिल रे)', 'नहर पर लगी टरबाइन', 'अनिल रे'],
  ['العبّارة فجرا (وكالة الميناء)', 'العبّارة فجرا', 'وكالة الميناء'],
  ['改造后的粮仓。李安 摄', '改造后的粮仓。', '李安 摄'],
  ['资料图：港口的清晨。图：海港图片', '港口的清晨。', '海港图片'],
  ['东关粮仓外景 李安摄', '东关粮仓外景', '李安摄'],
  ['Foto: Jembatan baru di desa (Rian/kabarcom)', 'Jembatan baru di desa', 'Rian/kabarcom'],
  [
    'The ferry at dawn. POST/Ann Lee/File Photo Purchase Licensing Rights, opens new tab',
    'The ferry at dawn.',
    'POST/Ann Lee/File Photo',
  ],
  ['Το πλοίο το πρωί. ΦΩΤ. ΑΝΝΑ ΛΗ', 'Το πλοίο το πρωί.', 'ΑΝΝΑ ΛΗ'],
  ['朝のフェリー（北港新聞）', '朝のフェリー', '北港新聞'],
  ['Паром. Фото: Анна Ли / Берег', 'Паром.', 'Анна Ли / Берег'],
  ['המעבורת. צילום: אן לי', 'המעבורת.', 'אן לי'],
  ['© Harbour Foto: Ann Lee', null, 'Ann Lee'],
  ['© Harbour Pictures', null, 'Harbour Pictures'],
  ['View 6 Images The ferry at dawn', 'The ferry at dawn', null],
  ['1 / 7 The ferry at dawn', 'The ferry at dawn', null],
  ['The ferry at dawn. Courtesy of Saltmere Harbour Board', 'The ferry at dawn.', 'Saltmere Harbour Board'],
  ['The ferry at dawn (courtesy Saltmere Board)', 'The ferry at dawn', 'Saltmere Board'],
  ['The ferry. Copyright 2026 Harbour Post. All rights reserved.', 'The ferry.', '2026 Harbour Post'],
  ['The ferry at dawn — Ann Lee / Harbour Post', 'The ferry at dawn', 'Ann Lee / Harbour Post'],
  ['The ferry at dawn. Harbour Board/Handout via REUTERS', 'The ferry at dawn.', 'Harbour Board/Handout via REUTERS'],
  ['The ferry at dawn. Ann Lee for The Harbour Post', 'The ferry at dawn.', 'Ann Lee for The Harbour Post'],
  ['The ferry at dawn. (Ann Lee, Harbour Post)', 'The ferry at dawn.', 'Ann Lee, Harbour Post'],
  ['Ann Lee / Reuters', null, 'Ann Lee / Reuters'],
  ['Il traghetto (foto Ansa)', 'Il traghetto', 'Ansa'],
  ['De veerboot in april. Beeld Ann Lee', 'De veerboot in april.', 'Ann Lee'],
  ['Prom w kwietniu Fot. Jan Kot / Głos Portu', 'Prom w kwietniu', 'Jan Kot / Głos Portu'],
  ['Die Fähre. (Archivbild: Lena Voss)', 'Die Fähre.', 'Lena Voss'],
  ['El ferri en abril. / Lena Vaz', 'El ferri en abril.', 'Lena Vaz'],
  ['El ferri en abril. Imagen de archivo. EFE', 'El ferri en abril. Imagen de archivo.', 'EFE'],
  ['항구의 아침. /연합뉴스', '항구의 아침.', '연합뉴스'],
  ['항구의 아침이다. 이나래 기자', '항구의 아침이다.', '이나래 기자'],
  ['View 6 Images', null, null],
  ['点击放大', null, null],
])('splitCredit() takes caption and credit of "%s" apart', (text, caption, credit) => {
  expect(splitCredit(text)).toEqual({ caption, credit })
})

test.each([
  ['The ferry (left) at dawn'],
  ['A man walks by the sign "Photo: no". Nobody stops'],
  ['Ann Lee (r.) and Bo Grün'],
  ['They met at Pool Street'],
  ['The mayor speaks with Ann Lee'],
  ['From left: Ann Lee, Bo Grün and Ida Bell'],
  ['“We waited,” said Ann Lee'],
  ['The ferry won, courtesy of a late wind'],
  ['Mayor Ann Lee. She opens the quay on Monday, March 9'],
  ['The ferry in port. Images from the harbour show the damage'],
  ['The old ferry — once called Ann Lee'],
  ['Das Titelbild der Zeitung hängt im Hafen'],
  ['Reuters reporters wait at the quay'],
])('splitCredit() leaves "%s" whole', (text) => {
  expect(splitCredit(text)).toEqual({ caption: text, credit: null })
})

test('bareCredit() takes no sentence for a credit', () => {
  expect(bareCredit('When buses stand still, the way to work is long.')).toBeNull()
  expect(bareCredit('(Bildrechte: Ann Lee)')).toBe('Ann Lee')
})

test('isSourceName() knows agencies and picture houses as they are printed', () => {
  expect(['Reuters', 'Ann Lee/dpa', 'Harbour via Getty Images', 'Handout'].map(isSourceName)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['the pool of the ferry', 'Nobody stops'].map(isSourceName)).toEqual([false, false])
})

test('isName() takes a photographer’s name and no sentence', () => {
  expect(['Ann Lee', '(Bo van der Grün)', '李安'].map(isName)).toEqual([true, true, true])
  expect(['Ann walks home', 'the ferry'].map(isName)).toEqual([false, false])
})
