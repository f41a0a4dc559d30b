import { eld } from 'eld/extrasmall'
import { expect, test } from 'vitest'
import { loadDetector } from './language-detector.ts'

const detector = await loadDetector()

test.each([
  'The harbour council voted on Tuesday to keep the old ferry running through the winter months.',
  'Der Hafenrat hat am Dienstag beschlossen, die alte Fähre auch im Winter fahren zu lassen.',
  'Le conseil du port a décidé mardi de maintenir l’ancien bac pendant les mois d’hiver.',
  'Совет порта решил во вторник сохранить старый паром на зимние месяцы.',
  '港务委员会周二投票决定，冬季继续运营旧渡轮。',
  '港湾評議会は火曜日、古い渡し船を冬も続けることを決めた。',
  'Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη να κρατήσει το παλιό πλοίο.',
  'قرر مجلس الميناء يوم الثلاثاء إبقاء العبارة القديمة خلال أشهر الشتاء.',
  'Liman meclisi salı günü eski vapurun kış aylarında da çalışmasına karar verdi.',
  '\'"\\ 123',
  '',
])('loadDetector() says of "%s" what eld says with its own table', (text) => {
  const [ours, own] = [detector.detect(text), eld.detect(text)]
  expect([ours.language, ours.isReliable()]).toEqual([own.language, own.isReliable()])
})
