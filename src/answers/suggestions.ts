import type { Entry } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { type Composing, wordingOf } from './composing.ts'
import { statementsOf } from './entry-statements.ts'
import { nameOf } from './statement.ts'

const exampleQuestions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Who runs the secretariat of the Almaty Process?',
    'Which processes is IOM an observer in?',
    'What was the theme of the IDM in 2014?',
  ],
  fr: [
    'Qui assure le secrétariat du Processus d’Almaty ?',
    'Dans quels processus l’OIM est-elle observatrice ?',
    'Quel était le thème de l’IDM en 2014 ?',
  ],
  es: [
    '¿Quién ejerce la secretaría del Proceso de Almaty?',
    '¿En qué procesos es observadora la OIM?',
    '¿Cuál fue el tema del IDM en 2014?',
  ],
}

const maxSuggestions = 3

/** Questions that have an answer, for somebody who does not know what to ask; of the topics where there is nothing else. */
export function examplesFor({ tools, language }: Composing): readonly string[] {
  const { entries, topics } = tools.knowledge
  if (entries.size > 0) return exampleQuestions[language]
  return [...topics.values()].slice(0, maxSuggestions).map((topic) => topic.questions[0] ?? topic.title)
}

/** Up to three further questions about an entry that its statements can answer. */
export function suggestFor(entry: Entry, askedIntent: string, composing: Composing): string[] {
  const told = new Set(statementsOf(entry, wordingOf(composing)).flatMap((statement) => statement.about))
  const name = nameOf(entry, wordingOf(composing))
  return followUps
    .filter(({ intent }) => intent !== askedIntent && told.has(intent))
    .slice(0, maxSuggestions)
    .map(({ question }) => question[composing.language](name))
}

/** The question whom to write to about something. */
export function askForContact(name: string, { language }: Pick<Composing, 'language'>): string {
  return contactQuestions[language](name)
}

type FollowUp = { readonly intent: string; readonly question: Readonly<Record<Language, (name: string) => string>> }

const contactQuestions: FollowUp['question'] = {
  en: (n) => `Whom do I write to about ${n}?`,
  fr: (n) => `À qui écrire : ${n} ?`,
  es: (n) => `¿A quién escribo: ${n}?`,
}

const followUps: readonly FollowUp[] = [
  {
    intent: 'role',
    question: {
      en: (n) => `What is IOM’s role in ${withArticle(n)}?`,
      fr: (n) => `Quel est le rôle de l’OIM : ${n} ?`,
      es: (n) => `¿Qué papel tiene la OIM: ${n}?`,
    },
  },
  {
    intent: 'secretariat',
    question: {
      en: (n) => `Who runs the secretariat of ${n}?`,
      fr: (n) => `Qui assure le secrétariat : ${n} ?`,
      es: (n) => `¿Quién ejerce la secretaría: ${n}?`,
    },
  },
  {
    intent: 'contact',
    question: contactQuestions,
  },
  {
    intent: 'workshops',
    question: {
      en: (n) => `Which workshops: ${n}?`,
      fr: (n) => `Quels ateliers : ${n} ?`,
      es: (n) => `¿Qué talleres: ${n}?`,
    },
  },
  {
    intent: 'organiser',
    question: {
      en: (n) => `Who organised it: ${n}?`,
      fr: (n) => `Qui a organisé : ${n} ?`,
      es: (n) => `¿Quién organizó: ${n}?`,
    },
  },
  {
    intent: 'purpose',
    question: {
      en: (n) => `What is the purpose of ${n}?`,
      fr: (n) => `Quel est l’objectif : ${n} ?`,
      es: (n) => `¿Cuál es el objetivo: ${n}?`,
    },
  },
  {
    intent: 'head',
    question: { en: (n) => `Who heads ${n}?`, fr: (n) => `Qui dirige : ${n} ?`, es: (n) => `¿Quién dirige: ${n}?` },
  },
  {
    intent: 'activities',
    question: { en: (n) => `What does ${n} do?`, fr: (n) => `Que fait : ${n} ?`, es: (n) => `¿Qué hace: ${n}?` },
  },
]

/** "The Rabat Process", but "MIDSA": a name that says what it is of takes the article. */
function withArticle(name: string): string {
  return / (?:Process|Dialogue|Forum|Meetings|Conference)\b/.test(name) && !name.startsWith('The ')
    ? `the ${name}`
    : name
}
