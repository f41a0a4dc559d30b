/**
 * Pages for `bench/completeness.ts` whose answer is known: real pages cut at known places, and pages that are no article.
 * Wording here is independent of the rules' word lists on purpose, and randomness has a fixed seed.
 */
import type { AnyNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'

const { getOuterHTML, removeElement, textContent } = DomUtils
const render = (document: Document, options: { encodeEntities: 'utf8' }): string => getOuterHTML(document, options)

export type Variant = { id: string; kind: string; whole: boolean; url: string; html: string }
export type Truth = { url: string; lang: string; articleBody: string; title: string }

/** How a cut text goes on: by language, what real outlets print below it. */
const gates: Record<string, string[]> = {
  en: [
    'This article is for subscribers only. Sign up today for full access.',
    'Want to read the rest? Join now from £1 a week.',
    'You have 0 free articles left. Log in or subscribe to keep reading.',
    'Register free to continue',
    'To read the full story, start your trial',
  ],
  de: [
    'Weiterlesen mit dem Digital-Abo. Sie haben schon ein Abo? Hier anmelden',
    'Dieser Inhalt ist nur für registrierte Nutzer verfügbar. Jetzt kostenlos registrieren und weiterlesen.',
    'Lesen Sie diesen Artikel mit unserem Probeabo für 1 Euro',
    'Exklusiv für Abonnenten',
  ],
  fr: [
    'La suite est réservée à nos abonnés. Déjà abonné ? Se connecter',
    'Il vous reste 72 % de cet article à lire.',
    'Abonnez-vous pour lire cet article en intégralité',
  ],
  es: [
    'Este contenido es exclusivo para suscriptores. Suscríbete desde 1 €',
    'Para seguir leyendo, inicia sesión o regístrate gratis',
    '¿Ya eres suscriptor? Accede',
  ],
  it: [
    'Questo articolo è riservato agli abbonati. Sei già abbonato? Accedi',
    'Per continuare a leggere registrati gratis',
  ],
  pt: ['Conteúdo exclusivo para assinantes. Já é assinante? Faça login', 'Assine agora para continuar a ler'],
  nl: ['Verder lezen? Word abonnee voor 1 euro per week', 'Dit artikel is alleen voor abonnees'],
  no: ['For å lese hele saken må du ha abonnement. Allerede abonnent? Logg inn', 'Denne saken er kun for abonnenter'],
  is: ['Þessi grein er eingöngu fyrir áskrifendur', 'Til að lesa áfram þarftu að skrá þig inn'],
  lt: ['Norėdami skaityti visą straipsnį, prenumeruokite', 'Straipsnis prieinamas tik prenumeratoriams. Prisijunkite'],
  tr: ['Haberin devamını okumak için abone olun', 'Bu içerik yalnızca abonelere özeldir. Giriş yapın'],
  ru: ['Материал доступен только подписчикам. Войдите или оформите подписку', 'Чтобы читать дальше, зарегистрируйтесь'],
  uk: ['Щоб читати далі, оформіть передплату', 'Матеріал лише для передплатників'],
  ar: ['هذا المقال متاح للمشتركين فقط. سجل الدخول', 'لمتابعة القراءة اشترك الآن'],
  ja: ['この記事は有料会員限定です。ログインして続きを読む', '残り1,532文字。会員登録すると続きをお読みいただけます'],
  ko: ['이 기사는 유료 구독자 전용입니다. 로그인하고 계속 읽기', '기사 전문을 보시려면 회원 가입이 필요합니다'],
  zh: ['本文为付费内容，订阅后可阅读全文', '登录后查看剩余内容', '此文章為會員專屬，請登入繼續閱讀'],
  vi: ['Đăng nhập để đọc toàn bộ bài viết', 'Nội dung dành riêng cho thành viên. Đăng ký ngay'],
  sw: ['Jisajili ili kuendelea kusoma habari hii', 'Makala hii ni kwa wanachama pekee. Ingia'],
  zu: ['Bhalisa ukuze uqhubeke ufunde le ndaba', 'Subscribe to continue reading'],
  xh: ['Bhalisa ukuze uqhubeke ufunde', 'Subscribe to continue reading'],
}
const onward: Record<string, string> = {
  en: 'Continue reading',
  de: 'Weiterlesen',
  fr: 'Lire la suite',
  es: 'Seguir leyendo',
  it: 'Continua a leggere',
  pt: 'Continuar lendo',
  nl: 'Lees verder',
  no: 'Les videre',
  is: 'Lesa áfram',
  lt: 'Skaityti toliau',
  tr: 'Devamını oku',
  ru: 'Читать далее',
  uk: 'Читати далі',
  ar: 'متابعة القراءة',
  ja: '続きを読む',
  ko: '더보기',
  zh: '阅读全文',
  vi: 'Đọc tiếp',
  sw: 'Endelea kusoma',
  zu: 'Funda kabanzi',
  xh: 'Read more',
}

/** A small deterministic generator (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const key = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** The smallest elements that hold the paragraphs of the truth, in the page's order. */
function bodyElements(document: Document, truth: Truth): Element[] {
  const wanted = new Set(
    truth.articleBody
      .split('\n')
      .map(key)
      .filter((line) => line.length > 20),
  )
  const found: Element[] = []
  const walk = (node: AnyNode): void => {
    if (!isTag(node) || node.name === 'script' || node.name === 'style') return
    const said = key(textContent(node))
    if (said.length < 20) return
    if (wanted.has(said) && !node.children.some((child) => isTag(child) && key(textContent(child)) === said)) {
      found.push(node)
      return
    }
    for (const child of node.children) walk(child)
  }
  for (const child of document.children) walk(child)
  return found
}

function isParagraph(element: Element): boolean {
  return !/^h[1-6]$/u.test(element.name) && textContent(element).length > 60
}

/** Take out everything after one element up to and with another, as a server does that sends a part of the body. */
function removeBetween(from: Element, to: Element): void {
  const above = new Set<AnyNode>()
  for (let up: AnyNode | null = to; up; up = up.parent) above.add(up)
  for (let at: AnyNode | null = from; at && !above.has(at); at = at.parent) removeAfter(at, above)
  // What is left stands above the end: take what comes before it there.
  for (let at: AnyNode | null = to; at && at.parent; at = at.parent) {
    const { parent } = at
    if (isAbove(parent, from)) break
    for (const one of parent.children.slice(0, parent.children.indexOf(at as never))) removeElement(one)
  }
  removeElement(to)
}

function removeAfter(node: AnyNode, above: Set<AnyNode>): void {
  for (let next = node.next; next;) {
    const { next: following } = next
    if (above.has(next)) return
    removeElement(next)
    next = following
  }
}

function isAbove(node: AnyNode, below: AnyNode): boolean {
  for (let up: AnyNode | null = below; up; up = up.parent) if (up === node) return true
  return false
}

type Data = 'keep' | 'drop'

/** Take the outlet's own account of the text out of JSON-LD, as a page does that sends only a part. */
function dropAccounts(html: string): string {
  return html
    .replace(/"articleBody"\s*:\s*"(?:[^"\\]|\\.)*"\s*,?/gu, '')
    .replace(/"wordCount"\s*:\s*"?\d+"?\s*,?/gu, '')
}

export type Cut = { kind: string; data: Data; share: number; pick: () => number }

/** A real page without the rest of its body; `null` where the body's paragraphs cannot be found in it. */
export function cutPage(html: string, truth: Truth, cut: Cut): string | null {
  const document = parseDocument(html)
  const body = bodyElements(document, truth)
  if (body.length < 5) return null
  const at = Math.max(0, Math.min(body.length - 3, Math.round(body.length * cut.share) - 1))
  const last = body.slice(0, -2).findLast((one, index) => index <= at && isParagraph(one)) ?? body.find(isParagraph)
  const final = body.at(-1)
  if (!last || !final || body.indexOf(last) > body.length * 0.75) return null
  removeBetween(last, final)
  finish(last, truth.lang, cut)
  const made = render(document, { encodeEntities: 'utf8' })
  if (cut.kind === 'bytes') return breakOff(dropAccounts(html), truth, cut)
  return cut.data === 'drop' ? dropAccounts(made) : made
}

function finish(last: Element, lang: string, { kind, pick }: Cut): void {
  const gate = (gates[lang] ?? gates.en ?? [])[Math.floor(pick() * (gates[lang] ?? gates.en ?? []).length)] ?? ''
  const more = onward[lang] ?? 'Continue reading'
  const after = (html: string): void => {
    const added = parseDocument(html).children
    const at = last.parent?.children.indexOf(last) ?? -1
    last.parent?.children.splice(at + 1, 0, ...added)
    for (const one of added) one.parent = last.parent
  }
  if (kind === 'gate-in-box') after(`<div class="paywall-box"><div><h3>${gate}</h3><button>OK</button></div></div>`)
  if (kind === 'gate-plain') after(`<div><p>${gate}</p></div>`)
  if (kind === 'gate-odd-name')
    after(`<section class="x7f-${Math.floor(pick() * 900)}"><strong>${gate}</strong> <a href="/abo">1 €</a></section>`)
  if (kind === 'continue-link') after(`<a class="btn" href="/next">${more}</a>`)
  if (kind === 'continue-arrow') after(`<p><a href="/next">${more} →</a></p>`)
  if (kind === 'ellipsis') replaceText(last, (text) => `${shorten(text, 0.6 + pick() * 0.4)}…`)
  if (kind === 'three-dots') replaceText(last, (text) => `${shorten(text, 0.6 + pick() * 0.4)} ...`)
  if (kind === 'brackets') replaceText(last, (text) => `${text} [...]`)
  if (kind === 'mid-sentence') replaceText(last, (text) => shorten(text, 0.35 + pick() * 0.4))
  if (kind === 'faded') {
    last.attribs.class = `${last.attribs.class ?? ''} article-fade-out`
    replaceText(last, (text) => shorten(text, 0.7))
    after(`<div class="gradient-overlay"></div><div><button>${more}</button></div>`)
  }
  if (kind === 'faded-gate') after(`<div class="content-fade"></div><aside><p>${gate}</p></aside>`)
}

/** The page as a broken connection leaves it: the source stops in the middle of the body. */
function breakOff(html: string, truth: Truth, { share, pick }: Cut): string | null {
  const lines = truth.articleBody.split('\n').filter((line) => line.length > 60)
  const line = lines[Math.max(1, Math.floor(lines.length * share))] ?? ''
  let at = -1
  // Not in a script: the text of the page.
  for (let next = html.indexOf(line.slice(0, 30)); next >= 0; next = html.indexOf(line.slice(0, 30), next + 1))
    if (html.lastIndexOf('</script', next) >= html.lastIndexOf('<script', next)) at = next
  return at < 0 ? null : html.slice(0, at + 30 + Math.floor(pick() * 60))
}

function shorten(text: string, share: number): string {
  const words = text.trim().split(/(?<=\s)/u)
  if (words.length < 6)
    return text.slice(0, Math.max(8, Math.floor(text.length * share))).replace(/[.。!?！？…、，,]+$/u, '')
  return words
    .slice(0, Math.max(4, Math.floor(words.length * share)))
    .join('')
    .trimEnd()
    .replace(/[\p{P}]+$/u, '')
}

function replaceText(element: Element, change: (text: string) => string): void {
  const text = change(textContent(element).replace(/\s+/gu, ' ').trim())
  element.children = parseDocument(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')).children
  for (const child of element.children) if (isText(child)) child.parent = element
}

/** The page's head and frame with no more of the body than a standfirst, and a prompt or nothing. */
export function emptyPage(html: string, truth: Truth, { kind, pick }: Pick<Cut, 'kind' | 'pick'>): string | null {
  const document = parseDocument(html)
  const body = bodyElements(document, truth)
  const first = body.find(isParagraph)
  const final = body.at(-1)
  if (body.length < 3 || !first || !final || first === final) return null
  removeBetween(first, final)
  const share = kind === 'teaser' ? 1 : 0.3
  const text = textContent(first).replace(/\s+/gu, ' ').trim()
  replaceText(first, () => (kind === 'wall' ? '' : shorten(text, share)))
  finish(first, truth.lang, { kind: kind === 'teaser' ? 'continue-link' : 'gate-plain', data: 'drop', share, pick })
  return dropAccounts(render(document, { encodeEntities: 'utf8' }))
}

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`

/** Pages that answer instead of an article, in the shapes of the services that send them, in our words where they allow it. */
export const strangers: [string, string][] = [
  [
    'cloudflare',
    page(
      'Just a moment...',
      '<div class="main-content"><h1>news.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>news.example needs to review the security of your connection before proceeding.</p></div><script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script>',
    ),
  ],
  [
    'cloudflare-block',
    page(
      'Attention Required! | Cloudflare',
      '<h1>Sorry, you have been blocked</h1><h2>You are unable to access news.example</h2><p>This website is using a security service to protect itself from online attacks.</p><p>Cloudflare Ray ID: 8a1</p>',
    ),
  ],
  [
    'cloudflare-1020',
    page(
      'Access denied | news.example used Cloudflare to restrict access',
      '<h1>Error 1020</h1><h2>Access denied</h2><p>What happened? This website is using a security service.</p>',
    ),
  ],
  [
    'turnstile-only',
    page(
      'news.example',
      '<div id="challenge-stage"></div><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
    ),
  ],
  [
    'datadome',
    page(
      'news.example',
      '<p>Please enable JS and disable any ad blocker</p><script src="https://ct.captcha-delivery.com/c.js"></script>',
    ),
  ],
  [
    'datadome-puzzle',
    page(
      'You have been blocked',
      '<h1>Slide right to secure your access</h1><p>You are browsing and clicking at a speed much faster than expected of a human being.</p><iframe src="https://geo.captcha-delivery.com/captcha/"></iframe>',
    ),
  ],
  [
    'perimeterx',
    page(
      'Access to this page has been denied',
      '<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 7</p><div id="px-captcha"></div>',
    ),
  ],
  [
    'perimeterx-2',
    page(
      'Access to this page has been denied.',
      '<p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>This may happen as a result of the following: Javascript is disabled or blocked by an extension.</p>',
    ),
  ],
  [
    'aws',
    page(
      'Human Verification',
      '<h1>Let us confirm you are human</h1><p>Complete the security check before continuing. This step verifies that you are not a bot.</p><button>Begin</button><script src="https://x.token.awswaf.com/challenge.js"></script>',
    ),
  ],
  ['aws-empty', page('', '<div id="challenge-container"></div><script>window.gokuProps = {"key":"a"};</script>')],
  [
    'akamai',
    page(
      'Access Denied',
      '<h1>Access Denied</h1><p>You don\'t have permission to access "http://news.example/a" on this server.</p><p>Reference #18.5</p>',
    ),
  ],
  [
    'imperva',
    page('', '<iframe src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 3</iframe>'),
  ],
  [
    'distil',
    page(
      'Pardon Our Interruption',
      '<h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen:</p><ul><li>You are a power user moving through this website with super-human speed.</li><li>You have disabled cookies in your web browser.</li></ul>',
    ),
  ],
  [
    'f5',
    page(
      'Request Rejected',
      'The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 9',
    ),
  ],
  [
    'vercel',
    page('Vercel Security Checkpoint', "<p>We're verifying your browser</p><a>Website owner? Click here to fix</a>"),
  ],
  [
    'anubis',
    page(
      'Making sure you&#39;re not a bot!',
      '<h1>Making sure you&#39;re not a bot!</h1><p>Loading...</p><details><summary>Why am I seeing this?</summary><p>The administrator of this website has set up a program to protect the server against companies that aggressively scrape websites. Proof of work makes mass scraping much more expensive. Please note that it requires the use of modern JavaScript features.</p></details>',
    ),
  ],
  [
    'google',
    page(
      'https://news.example',
      "<p>Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot.</p>",
    ),
  ],
  [
    'yandex',
    page(
      'Вы не робот?',
      '<p>Нам очень жаль, но запросы с вашего устройства похожи на автоматические.</p><p>Подтвердите, что запросы отправляли вы, а не робот</p>',
    ),
  ],
  [
    'ddos-guard',
    page(
      'DDOS-GUARD',
      '<h1>Проверка браузера перед переходом на сайт</h1><p>Пожалуйста, подождите несколько секунд.</p>',
    ),
  ],
  ['aliyun', page('验证', '<p>访问过于频繁，请进行验证</p><p>请按住滑块，拖动到最右边</p>')],
  ['cn-waf', page('405', '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>')],
  ['ja-bot', page('アクセス確認', '<p>自動化されたアクセスでないことを確認しています。私はロボットではありません</p>')],
  ['ko-bot', page('보안 확인', '<p>비정상적인 접근이 감지되었습니다. 로봇이 아님을 확인해 주세요.</p>')],
  [
    'de-bot',
    page('Sicherheitsprüfung', '<h1>Einen Moment bitte</h1><p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>'),
  ],
  [
    'fr-bot',
    page('Vérification', "<h1>Un instant…</h1><p>Nous vérifions que vous n'êtes pas un robot avant de continuer.</p>"),
  ],
  ['es-bot', page('Un momento…', '<p>Verifique que usted es un ser humano completando la siguiente acción.</p>')],
  ['js-required', page('News', '<div id="root"></div><p>You need to enable JavaScript to run this app.</p>')],
  ['js-shell', page('The Daily Example', '<div id="app"></div><script src="/main.js"></script>')],
  [
    'redirect',
    page('Redirecting', '<p>You are being redirected. If you are not redirected automatically, follow this link.</p>'),
  ],
  [
    'login-en',
    page(
      'Log in | The Daily Example',
      '<h1>Log in</h1><form><label>Email</label><input type="email"><label>Password</label><input type="password"><button>Log in</button></form><a>Forgot your password?</a>',
    ),
  ],
  [
    'login-de',
    page(
      'Anmelden – Beispielzeitung',
      '<h1>Willkommen zurück</h1><form><input type="email"><input type="password"><button>Anmelden</button></form><p>Noch kein Konto? Jetzt registrieren</p>',
    ),
  ],
  [
    'login-ja',
    page(
      'ログイン | 例新聞',
      '<h1>ログイン</h1><form><input type="text"><input type="password"><button>ログイン</button></form>',
    ),
  ],
  ['login-zh', page('用户登录', '<h2>请先登录</h2><form><input type="password"><button>登录</button></form>')],
  [
    'login-no-password',
    page(
      'Sign in to continue',
      '<h1>Sign in to continue</h1><p>Enter your email and we will send you a link.</p><form><input type="email"><button>Continue with Google</button></form>',
    ),
  ],
  [
    'login-fr',
    page(
      'Connexion',
      '<h1>Se connecter</h1><p>Connectez-vous à votre compte pour accéder à nos contenus.</p><form><input type="password"></form>',
    ),
  ],
  ['login-tr', page('Üye Girişi', '<h1>Giriş yap</h1><form><input type="password"></form>')],
  ['404-en', page('404 Not Found', '<h1>Not Found</h1><p>The requested URL was not found on this server.</p>')],
  [
    '404-site',
    page(
      'Page not found - The Daily Example',
      "<nav><a>World</a><a>Sport</a></nav><h1>Sorry, we can't find that page</h1><p>The page you are looking for may have been moved or deleted. Try searching or go back to our home page.</p><h2>Most read</h2><ul><li><a>Ferry stays through the winter months, council says after vote</a></li><li><a>School roof closed for repairs until the spring holidays</a></li></ul>",
    ),
  ],
  [
    '404-de',
    page(
      'Seite nicht gefunden',
      '<h1>Hoppla! Diese Seite gibt es nicht.</h1><p>Der gewünschte Artikel ist leider nicht mehr verfügbar.</p>',
    ),
  ],
  [
    '404-fr',
    page(
      'Page introuvable',
      "<h1>Oups, cette page est introuvable</h1><p>Le contenu que vous cherchez n'existe plus.</p>",
    ),
  ],
  [
    '404-es',
    page(
      'Página no encontrada',
      '<h1>Lo sentimos</h1><p>La página que busca no existe o ha cambiado de dirección.</p>',
    ),
  ],
  ['404-ru', page('Страница не найдена', '<h1>404</h1><p>Такой страницы нет. Возможно, она была удалена.</p>')],
  ['404-zh', page('页面不存在', '<p>抱歉，您访问的页面不存在或已删除</p>')],
  [
    '404-ja',
    page('ページが見つかりません', '<p>お探しのページは見つかりませんでした。掲載期間が終了した可能性があります。</p>'),
  ],
  ['404-ko', page('페이지를 찾을 수 없습니다', '<p>요청하신 페이지가 삭제되었거나 주소가 변경되었습니다.</p>')],
  ['404-tr', page('Sayfa bulunamadı', '<p>Aradığınız sayfa kaldırılmış olabilir.</p>')],
  ['410', page('410 Gone', '<p>This article is no longer available.</p>')],
  ['500', page('500 Internal Server Error', '<h1>Internal Server Error</h1><p>The server encountered an error.</p>')],
  [
    '503',
    page(
      '503 Service Temporarily Unavailable',
      '<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>',
    ),
  ],
  [
    'maintenance',
    page(
      'We&#39;ll be back soon',
      '<h1>We&#39;ll be back soon!</h1><p>Sorry for the inconvenience. We are performing some maintenance at the moment.</p>',
    ),
  ],
  [
    'geo',
    page(
      'news.example',
      '<h1>Unavailable for legal reasons</h1><p>We recognise you are attempting to access this website from a country belonging to the European Economic Area including the EU which enforces the General Data Protection Regulation and therefore access cannot be granted at this time.</p>',
    ),
  ],
  ['geo-2', page('The Gazette', '<p>Our content is not available in your region. We are working on it.</p>')],
  [
    'nginx',
    page(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>',
    ),
  ],
  [
    'parked',
    page(
      'example-news.com',
      '<h1>This domain is for sale</h1><p>Buy this domain today. Contact the owner for a price.</p>',
    ),
  ],
  [
    'consent-iab',
    page(
      'The Daily Example',
      '<h2>We value your privacy</h2><p>We and our 842 partners store and/or access information on a device, such as unique IDs in cookies to process personal data. You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used, or at any time in the privacy policy page. These choices will be signalled to our partners and will not affect browsing data.</p><p>We and our partners process data to provide: use precise geolocation data, actively scan device characteristics for identification, personalised advertising and content, advertising and content measurement, audience research and services development.</p><button>Accept all</button><button>Reject all</button><button>Manage options</button>',
    ),
  ],
  [
    'consent-google',
    page(
      'Before you continue',
      '<h1>Before you continue to the site</h1><p>We use cookies and data to deliver and maintain services, and measure audience engagement. If you choose to accept all, we will also use cookies to personalise ads.</p><button>Reject all</button><button>Accept all</button>',
    ),
  ],
  [
    'consent-pur',
    page(
      'Beispielzeitung',
      '<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Ihre Zustimmung ist jederzeit widerrufbar. Details finden Sie in der Datenschutzerklärung und im Privacy Center. Wir und unsere 191 Partner speichern Informationen auf Ihrem Gerät, zum Beispiel Cookies, und verarbeiten personenbezogene Daten für personalisierte Anzeigen und Inhalte.</p><button>Akzeptieren und weiter</button><h2>Oder Pur-Abo werbefrei</h2><p>Nutzen Sie unser Angebot ohne Tracking für 4,99 € im Monat.</p>',
    ),
  ],
  [
    'consent-fr',
    page(
      'Le Quotidien',
      "<h2>Avec vos consentements</h2><p>Nos partenaires et nous utilisons des cookies pour stocker et accéder à des informations personnelles comme votre visite sur ce site. Vous pouvez retirer votre consentement ou vous opposer aux traitements basés sur l'intérêt légitime. Publicités et contenu personnalisés.</p><button>Accepter et fermer</button><button>Continuer sans accepter</button><a>S'abonner</a>",
    ),
  ],
  [
    'consent-es',
    page(
      'El Diario',
      '<p>Con tu acuerdo, nosotros y nuestros 812 socios usamos cookies o tecnologías similares para almacenar, acceder y procesar datos personales. Puedes retirar tu consentimiento en cualquier momento. Anuncios y contenido personalizados, interés legítimo, política de privacidad.</p><button>Aceptar y continuar</button><button>Rechazar y suscribirse</button>',
    ),
  ],
  [
    'consent-it',
    page(
      'Il Giornale',
      '<p>Noi e terze parti selezionate utilizziamo cookie o tecnologie simili per finalità tecniche e, con il tuo consenso, anche per altre finalità. Annunci e contenuti personalizzati. Puoi rifiutare o gestire le preferenze. Privacy.</p><button>Accetta e continua</button><button>Rifiuta e abbonati</button>',
    ),
  ],
  [
    'consent-nl',
    page(
      'De Krant',
      '<h1>De Krant vraagt je toestemming</h1><p>Wij en onze 250 partners gebruiken cookies voor gepersonaliseerde advertenties. Privacy- en cookiebeleid. Door op akkoord te klikken geef je toestemming.</p><button>Akkoord</button><button>Instellingen beheren</button>',
    ),
  ],
  [
    'index',
    page('Index of /2026', '<h1>Index of /2026</h1><pre><a href="../">../</a> <a href="a.html">a.html</a></pre>'),
  ],
]

/** Boxes that stand below whole texts: not one of them says that something is missing. */
const harmless: Record<string, string[]> = {
  en: [
    '<div class="newsletter-promo"><h3>Get our morning briefing</h3><p>Sign up to our newsletter for the stories that matter.</p></div>',
    '<p>Read more: Harbour council votes on new pier</p>',
    '<p>Follow us on WhatsApp and never miss a story.</p>',
    '<div><h4>Support independent journalism</h4><p>Become a member and help us keep our reporting free for everyone.</p></div>',
    '<p>Do you have a story? Email newsdesk@example.org</p>',
    '<p>Comments (12)</p><p>Log in to join the conversation</p>',
  ],
  de: [
    '<div><h3>Newsletter</h3><p>Jeden Morgen das Wichtigste: jetzt kostenlos anmelden.</p></div>',
    '<p>Lesen Sie auch: Hafenrat stimmt für neue Mole</p>',
    '<p>Folgen Sie unserem WhatsApp-Kanal</p>',
    '<p>Kommentare (12)</p><p>Zum Kommentieren bitte anmelden</p>',
    '<p>Mehr zum Thema</p>',
  ],
  fr: ['<p>Inscrivez-vous à notre newsletter</p>', '<p>Lire aussi : le port vote</p>'],
  es: ['<p>Suscríbete a nuestro boletín</p>', '<p>Lee también: el puerto vota</p>'],
  ja: ['<p>メールマガジンに登録する</p>', '<p>関連記事</p>'],
  ko: ['<p>뉴스레터 구독하기</p>', '<p>관련 기사</p>'],
  tr: ['<p>Bültenimize abone olun</p>', '<p>İlgili haberler</p>'],
  ru: ['<p>Подпишитесь на наш канал в Telegram</p>', '<p>Читайте также: порт голосует</p>'],
}

/** A whole page with a box below its text that asks for something else. */
export function boxedPage(html: string, truth: Truth, pick: () => number): string | null {
  const document = parseDocument(html)
  const last = bodyElements(document, truth).at(-1)
  const boxes = harmless[truth.lang] ?? harmless.en ?? []
  if (!last?.parent) return null
  const added = parseDocument(boxes[Math.floor(pick() * boxes.length)] ?? '').children
  last.parent.children.splice(last.parent.children.indexOf(last) + 1, 0, ...added)
  for (const one of added) one.parent = last.parent
  return render(document, { encodeEntities: 'utf8' })
}
