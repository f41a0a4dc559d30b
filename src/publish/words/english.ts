import { adviceWords } from './advice.ts'
import type { PageWords } from './chinese.ts'
import { worthCounting } from './worth-counting.ts'

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** What pages say in English. */
export const english: PageWords = {
  home: 'Home',
  newest: 'Newest',
  noArticle: 'No article yet.',
  firstSeen: 'First seen',
  earlier: 'Earlier headlines and corrections',
  headlines: 'Headlines so far',
  presentHeadline: 'now',
  edited: 'The outlet changed its text',
  retracted: 'The outlet took this report back',
  completed: 'More of the text could be read from then on',
  counted: ({ changed, added, removed }) =>
    [
      changed > 0 ? `${many(changed, 'sentence')} changed` : '',
      added > 0 ? `${added} added` : '',
      removed > 0 ? `${removed} taken out` : '',
    ]
      .filter(Boolean)
      .join(', '),
  vanished: (status, since, read) =>
    `The page of the outlet is gone (${status === null ? 'another page stands there now' : `its server answers ${status}`}, since ${since}). What is shown here was kept from the page of ${read}.`,
  nowShows: (instead, read) => {
    if (instead === null) return null
    const shown = {
      wall: 'shows us this text no more, but asks for a login, a payment or a check',
      part: 'shows only a part of this text now',
      other: 'shows another text now',
    }[instead]
    return `The page of the outlet ${shown}. What is shown here was kept from the page of ${read}.`
  },
  underCorrection: 'Under correction',
  underCorrectionEdited:
    'The outlet changed its text, and with it the passages that these sentences stood on. They are no longer part of our review until it is written anew:',
  underCorrectionCompleted:
    'More of the text can be read now; these sentences were written about a part of it. They are no longer part of our review until it is written anew:',
  corrected: 'Corrected',
  correctedText: 'The review was written anew after the outlet changed its text. The earlier one said:',
  incomplete: {
    cut: 'The text is not whole: only its beginning can be read here, and all below speaks of that part only.',
    teaser: 'Only a teaser: the text could not be had.',
    notRead: 'No text could be had: the page could not be read.',
    nothing: 'No text could be had: the page has none, or only words that stand on other pages of this outlet too.',
    wall: 'The text is behind a paywall or a login: its beginning at most could be read.',
    'not-text': 'This page is audio or video; there is no text to read.',
    about: 'This page is audio or video; below stands only what it says of it.',
  },
  fromScript: 'The text comes from the page’s script: the outlet’s page shows it only once its script has run.',
  missingShare: (percent: number) => ` About ${percent} % is missing.`,
  sources: 'Sources',
  archive: 'Archive',
  overview: 'This issue at a glance',
  newestIssue: 'The newest issue:',
  source: 'Source',
  day: 'Day',
  articles: 'Articles',
  topic: 'Word',
  completeness: 'Completeness',
  bySource: 'By source',
  byDay: 'By day',
  byVerdict: 'How much could be read',
  byLanguage: 'By language',
  talkedAbout: 'Places and organisations named most',
  unknown: 'unknown',
  pulse: 'Rhythm',
  pulseLabel: (weeks) => `Articles a week over ${weeks} weeks`,
  pulseMost: (most) => `at most ${most} a week`,
  pulseFacts: ({ weeks, articles, whole }) =>
    `${many(articles, 'article')} in ${weeks} whole weeks${articles >= weeks ? `, about ${Math.round(articles / weeks)} a week` : ''}; ${Math.round(whole * 100)} % of them read whole.`,
  figuresBehind: 'Figures',
  weekCounted: ({ articles, sources, languages, cut }) =>
    `${many(articles, 'article')}${cut > 0 ? ` (${cut} not whole)` : ''} from ${many(sources, 'outlet')} in ${many(languages, 'language')}.`,
  topicLine: (topics) => ` Named most: ${topics.join(', ')}.`,
  search: 'Search',
  filters: [
    ['source', 'Source'],
    ['language', 'Language'],
    ['week', 'Week'],
  ],
  filterNone: 'All',
  about: 'About',
  sections: 'Sections',
  skip: 'Skip to the text',
  pages: 'Pages',
  older: 'Older',
  newer: 'Newer',
  weeks: 'Weeks',
  months: 'Months',
  languages: 'Languages',
  original: 'Read the original ↗',
  twin: 'JSON data',
  and: ', ',
  feeds: 'Feeds',
  latest: 'Newest report',
  homepage: 'Its own site ↗',
  feedOfSource: 'Feed of this source',
  newestArticle: 'Newest',
  rightsHead: 'Rights',
  rights: { title: 'headlines and our reviews', excerpt: 'excerpts', full: 'whole texts', private: 'not public' },
  legend: 'Marks on the pages',
  colophon: 'The outlets keep the rights to their texts; reviews and reading cards are ours, with their evidence.',
  photo: 'Picture on the page of the outlet ↗',
  review: 'Review',
  waiting: {
    'waiting-for-budget':
      'No review yet: the budget of the day is spent, it waits its turn. The reading card is computed.',
    failed: 'No review yet: the model gave no answer, it is asked again on the next run. The reading card is computed.',
  },
  byMachine: '[AI review] ',
  byHand: '[review by hand] ',
  furtherSentences: (count) => `${many(count, 'sentence')} more: what the report says, how we read it`,
  inCard: (counts) => counts.map(([name, count]) => `${name.toLowerCase()} ${count}`).join(', '),
  moreFigures: (count) => `${count} more in the JSON data`,
  card: 'Reading card',
  speakers: 'Who speaks',
  figures: 'Figures',
  places: 'Places',
  dates: 'Dates',
  organisations: 'Organisations',
  keyPassages: 'Key passages',
  unnamed: 'speaker not recognised',
  missing: 'No such page',
  withdrawn: 'Withdrawn',
  machine: 'Written by AI, model',
  checked: ({ sentences, cited, unshown }) =>
    [
      `${many(sentences, 'sentence')}, headline included; ${cited === sentences ? 'each' : cited} with evidence`,
      unshown > 0 ? `the evidence of ${unshown} is named but, by the rights of this source, not quoted` : '',
      'quotes, figures, dates, names and places checked by the program',
    ]
      .filter(Boolean)
      .join('; '),
  unshown: 'It stands on this passage of the original, which the rights of this source keep from this page',
  passage: (number) => `¶${number} of the original`,
  spokenInReport: 'quoted in the report',
  notes: 'Margin notes',
  notedBeside: (passage) => `as told beside ¶${passage}`,
  summary: 'What the report says',
  commentary: 'How we read it',
  atOutlet: 'This sentence on the page of the outlet',
  terms: 'Names and terms',
  framing: 'On the wording',
  kinds: { fact: 'fact', attribution: 'said', context: 'context', analysis: 'analysis', question: 'question' },
  states: { verified: '', repaired: 'mended', advised: '' },
  advice: (checks) => `compare the original: ${checks.map((check) => adviceWords[check]?.en ?? check).join(', ')}`,
  loaded: (word, neutral) => `a word that leans: “${word}”; neutral: “${neutral}”`,
  paraphrased: (name) => `${name} is only paraphrased, never quoted`,
  absent: {
    'direct-speech': 'nobody is quoted directly',
    'named-speaker': 'no speaker is named',
    'second-speaker': 'only one speaker is named',
    figure: 'the text has no figures',
  },
  leftOut: (ids) => `¶${ids.join(', ¶')} speaks to software and is no evidence`,
  replay: 'Review of the sample press, written by hand, by no model',
  parallel: 'Translation',
  translatedBy: 'Translated by AI, model',
  translatedByHand: 'Sample translation by a person, no model was used',
  translationChecked: (refused) =>
    `figures, dates, names and length checked against each passage${refused > 0 ? `; ${many(refused, 'passage')} did not pass and stay in the original` : ''}`,
  refused: 'The translation of this passage did not pass the checks: please read the original.',
  withheld: {
    some: 'By the rights of this source only short excerpts are shown here, in quotation marks; […] is where we cut. The full text is on its own page.',
    none: 'By the rights of this source nothing of its text is shown here; read it on its own page.',
    tooShort:
      'Only short excerpts may be shown here, at most a quarter of a text; what we have of this one is too short to quote from. Read it on its own page.',
    notChosen:
      'Only short excerpts may be shown here, and no passage of this text lends itself to one. Read it on its own page.',
  },
  expired: 'The time for which this text was shown here is over; read it on the page of the outlet.',
  foreign: (site, name) =>
    ` The page stands on ${site}, not on a site of ${name}: what ${name} allows does not cover it.`,
  wholeThere: { some: 'read whole, excerpts here', none: 'read whole, not shown here' },
  withdrawnText: 'This article was withdrawn by the editor.',
  missingText: 'There is nothing at this address. Home, archive and search lead on.',
  missingArticle:
    'An old address of an article leads to it when what stands behind its number (after /a/) is taken off.',
  searchNeedsScript: 'Search needs script; the archive and the pages of sources do not.',
  aboutText: [
    'Waikan cuts articles out of the pages of the world’s press and says whose they are, when they appeared and whether they are whole. Each entry of a reading card stands in the text and leads to its passage.',
    'With a language model there are reviews too. Each of their sentences but a question names the words it stands on; a program checks quotes, figures, units, dates and names, and a sentence that fails is not printed. Reading cards are computed and need no model.',
    'The outlets keep their rights: of each source we show headlines, short quotes or the whole text, as its rights allow, with a link to its page. We pass no paywall and obey each site’s rules. An outlet that wants a correction or a withdrawal writes to the editor of this site.',
  ],
  contact: 'Write to the editor:',
  noContact: 'The editor of this site has not said yet how to be reached.',
  choices: {
    title: 'Reading',
    size: 'Size',
    sizes: [
      ['s', 'small'],
      ['m', 'medium'],
      ['l', 'large'],
    ],
    theme: 'Light',
    themes: [
      ['auto', 'as the system'],
      ['light', 'light'],
      ['dark', 'dark'],
    ],
    view: 'View',
    views: [
      ['both', 'text with notes'],
      ['text', 'text alone'],
      ['ours', 'review alone'],
    ],
    cardViews: [
      ['both', 'text with card'],
      ['text', 'text alone'],
      ['ours', 'card alone'],
    ],
    parallelViews: [
      ['parallel', 'Side by side'],
      ['translation', 'Translation only'],
    ],
    keys: 'Keys',
    close: 'Close',
    keyList: [
      ['j  k', 'next and previous article; in an article, passage'],
      ['n  p', 'older page, newer page; in a text the next note, the one before'],
      ['h', 'home'],
      ['a', 'archive'],
      ['/', 'search'],
      ['o', 'the original'],
      ['v', 'another view'],
      ['s  t', 'another size, light or dark'],
      ['?', 'this list; Esc closes it'],
    ],
  },
  legendText: [
    [
      '¶3',
      'stands on passage 3 of the original; the very words are marked. ¶3a and ¶3b are two places in one passage.',
    ],
    ['¶3 in grey', 'stands on passage 3, which the rights of the source keep from this page.'],
    ['↗', 'the same words on the page of the outlet.'],
    [
      'fact, said, context',
      'from the report, in whichever part it stands; who says it is named, and context is what the report tells of before.',
    ],
    [
      'analysis, question',
      'ours. An analysis names the words it stands on; a question asserts nothing and may name none.',
    ],
    ['compare the original', 'the program was not sure of this sentence; follow its mark and judge for yourself.'],
    [
      'cut, teaser, paywall',
      'the text could not be read whole; of such a text we never say that it does not mention something.',
    ],
    ['vermilion', 'our own hand, never the outlet’s.'],
  ],
  outletCalls: { satire: 'labelled satire by the outlet', advertising: 'labelled advertising by the outlet' },
  verdict: { whole: 'whole', cut: 'cut', teaser: 'teaser', wall: 'paywall', 'not-text': 'not text' },
  mainLength: ({ words, characters, minutes }) =>
    `${characters > words ? `${characters} characters` : `${words} words`}, ${minutes} min`,
  length: (counted) => {
    const { characters, words } = worthCounting(counted)
    return [
      characters > 0 ? many(characters, 'character') : '',
      words > 0 ? many(words, 'word') : '',
      `${counted.minutes} min`,
    ]
      .filter(Boolean)
      .join(', ')
  },
}
