import { outOfScope, topicIdOf } from '../intents/phrasings.ts'
import { timeKey } from '../intents/series-index.ts'
import { type Reading, seriesOf } from '../intents/understand.ts'
import { type Entry, entriesOf } from '../knowledge/knowledge.ts'
import { inLanguage, type Words } from '../knowledge/language.ts'
import { tokenize } from '../search/tokens.ts'
import { type AnswerPart, answeredPart, type Choice } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { describingStatements } from './entry-statements.ts'
import { refer } from './source-references.ts'
import { colon, listInWords, nameOf, notesOf, type Statement, seriesName, type Wording, withName } from './statement.ts'
import { examplesFor, suggestFor } from './suggestions.ts'

const maxRelated = 4
const maxChoices = 8

/** The subject is known, but not what is asked of it: says so, and what is known instead, marked as such. */
export function notHeldAnswer(reading: Reading, subjects: readonly Entry[], composing: Composing): AnswerPart {
  const { language, tools } = composing
  const intent = tools.knowledge.intents.get(reading.intent)
  const asked = intent ? inLanguage(intent.asks, language) : undefined
  const names = subjects
    .slice(0, 3)
    .map((entry) => nameOf(entry, wordingOf(composing)))
    .join(', ')
  const lead = asked ? sentences.notHeld[language](asked, names) : sentences.unknown[language]
  const related =
    subjects.length <= 3 ? subjects.flatMap((entry) => relatedStatements(entry, composing)).slice(0, maxRelated) : []
  return {
    ...answeredPart(reading.intent, lead, refer(related, composing)),
    status: 'unknown',
    facts: related.map((statement) => statement.text),
    related: related.length > 0,
    notes: subjects.length === 1 && subjects[0] ? notesOf(subjects[0], language) : [],
    suggestions: subjects[0] ? suggestFor(subjects[0], reading.intent, composing) : examplesFor(composing),
  }
}

function relatedStatements(entry: Entry, composing: Composing): Statement[] {
  return describingStatements(entry, wordingOf(composing))
    .slice(0, maxRelated)
    .map((statement, i) =>
      i === 0 ? { ...statement, text: withName(entry, statement.text, wordingOf(composing)) } : statement,
    )
}

/** The question is not understood, or narrows a series down to nothing. */
export function unknownAnswer(reading: Reading | undefined, composing: Composing): AnswerPart {
  const { language } = composing
  if (reading?.clause.selection.empty) return emptySeries(reading, composing)
  const stranger = reading?.clause.unknownNames[0] ?? reading?.clause.strangers[0]
  const subjects = reading && !stranger && reading.subjects.length <= 2 ? reading.subjects : []
  const related = subjects.flatMap((entry) => relatedStatements(entry, composing)).slice(0, maxRelated)
  return {
    ...answeredPart(
      reading?.intent ?? outOfScope,
      reading && stranger
        ? sentences.unknownName[language](writtenAs(stranger, reading.clause.text))
        : sentences.unknown[language],
      refer(related, composing),
    ),
    status: 'unknown',
    facts: related.map((statement) => statement.text),
    related: related.length > 0,
    suggestions: examplesFor(composing),
  }
}

/** "My list of World Migration Reports has no 2020; it runs from 2000 to 2018." */
function emptySeries(reading: Reading, composing: Composing): AnswerPart {
  const { language, tools } = composing
  const series = seriesOf(reading, tools)[0]
  const years = series
    ? tools.series
        .membersOf(series)
        .map(timeKey)
        .filter((key) => /^\d/.test(key))
        .map((key) => key.slice(0, 4))
        .sort()
    : []
  const span = years.length > 0 ? sentences.span[language](years[0] ?? '', years.at(-1) ?? '') : ''
  const lead = series
    ? `${sentences.nothingFor[language](nameOf(series, wordingOf(composing)))}${span}`
    : sentences.noSuchEvent[language]
  return { ...answeredPart(reading.intent, lead, []), status: 'unknown', suggestions: examplesFor(composing) }
}

/** The intent is clear, but not of which entry: asks, and names the possible readings. */
export function askSubject(reading: Reading, composing: Composing): AnswerPart {
  const { language, tools } = composing
  const intent = tools.knowledge.intents.get(reading.intent)
  const asked = intent ? inLanguage(intent.asks, language) : ''
  const candidates = reading.subjects.length > 1 ? reading.subjects : []
  const choices: Choice[] = candidates.slice(0, maxChoices).map((entry) => ({
    label: nameOf(entry, wordingOf(composing)),
    question: `${asked}${colon[language]}${nameOf(entry, wordingOf(composing))}`,
  }))
  const kinds = (intent?.about ?? []).flatMap((kind) => kindInWords(kind, wordingOf(composing)))
  const lead =
    choices.length > 0
      ? sentences.whichOf[language](asked)
      : sentences.whatOf[language](asked, kinds.slice(0, 4).join(', '))
  return {
    ...answeredPart(reading.intent, lead, []),
    status: 'clarify',
    choices,
    entries: candidates.slice(0, maxChoices).map(({ id }) => id),
    suggestions: choices.length > 0 ? [] : examplesFor(composing),
  }
}

/** Several things may be asked: names them, each as a question that has an answer. */
export function askWhich(intent: string, readings: readonly Reading[], composing: Composing): AnswerPart {
  const choices = readings.map((reading) => choiceOf(reading, composing))
  return { ...answeredPart(intent, sentences.oneOfThese[composing.language], []), status: 'clarify', choices }
}

function choiceOf(reading: Reading, composing: Composing): Choice {
  const { language, tools } = composing
  const topic = tools.knowledge.topics.get(topicIdOf(reading.intent) ?? '')
  if (topic) return { label: topic.title, question: topic.questions[0] ?? topic.title }
  const intent = tools.knowledge.intents.get(reading.intent)
  const names = reading.subjects.slice(0, 3).map((entry) => nameOf(entry, wordingOf(composing)))
  const asked = intent ? inLanguage(intent.asks, language) : reading.intent
  const label = names.length > 0 ? `${asked}${colon[language]}${listInWords(names, language)}` : asked
  return { label, question: label }
}

/** "A process", "a year of the IDM": what can be named, one of each kind; nothing for kinds that nobody would name. */
function kindInWords(kind: string, wording: Wording): string[] {
  if (kind !== 'dialogue') return [kindWords.get(kind)?.[wording.language]].filter((word) => word !== undefined)
  const series = new Set(entriesOf(wording.knowledge, 'dialogue').map((dialogue) => dialogue.series))
  return [...series].map((id) => sentences.yearOf[wording.language](seriesName(id, wording)))
}

/** A folded word as it stands in the text. */
function writtenAs(word: string, text: string): string {
  return tokenize(text).find((token) => token.word === word)?.written ?? word
}

const sentences = {
  notHeld: {
    en: (asked: string, of: string) => `My sources do not give ${asked}${of ? ` (${of})` : ''}.`,
    fr: (asked: string, of: string) =>
      `Mes sources n’indiquent pas ${asked}${of ? ` (${of})` : ''} : aucune information.`,
    es: (asked: string, of: string) => `Mis fuentes no indican ${asked}${of ? ` (${of})` : ''}: no hay información.`,
  },
  unknownName: {
    en: (name: string) => `I do not know: my sources hold nothing about “${name}”.`,
    fr: (name: string) => `Je ne sais pas : mes sources ne contiennent rien sur « ${name} ».`,
    es: (name: string) => `No lo sé: mis fuentes no contienen nada sobre «${name}».`,
  },
  unknown: {
    en: 'I do not know: I found nothing about that in my sources.',
    fr: 'Je ne sais pas : je n’ai rien trouvé à ce sujet dans mes sources.',
    es: 'No lo sé: no encuentro nada sobre eso en mis fuentes.',
  },
  nothingFor: {
    en: (series: string) => `My sources hold nothing like that for ${series}`,
    fr: (series: string) => `Mes sources n’ont rien de tel pour ${series}`,
    es: (series: string) => `Mis fuentes no tienen nada así para ${series}`,
  },
  span: {
    en: (first: string, last: string) => `; what they list runs from ${first} to ${last}.`,
    fr: (first: string, last: string) => ` ; ce qu’elles citent va de ${first} à ${last}.`,
    es: (first: string, last: string) => `; lo que mencionan va de ${first} a ${last}.`,
  },
  yearOf: {
    en: (series: string) => `a year of the ${series}`,
    fr: (series: string) => `une année de la série ${series}`,
    es: (series: string) => `un año de la serie ${series}`,
  },
  noSuchEvent: {
    en: 'My sources hold no event like that.',
    fr: 'Mes sources ne mentionnent aucun événement de ce genre.',
    es: 'Mis fuentes no mencionan ningún evento así.',
  },
  whichOf: {
    en: (asked: string) => `Which one do you mean? You asked for ${asked}; it could be:`,
    fr: (asked: string) => `Lequel voulez-vous dire ? Vous demandez ${asked} ; il peut s’agir de :`,
    es: (asked: string) => `¿Cuál quiere decir? Pregunta por ${asked}; puede ser:`,
  },
  oneOfThese: {
    en: 'I am not sure which of these you mean:',
    fr: 'Je ne suis pas sûr de ce que vous demandez. Est-ce :',
    es: 'No estoy seguro de lo que pregunta. ¿Es:',
  },
  whatOf: {
    en: (asked: string, kinds: string) =>
      `You are asking for ${asked}, but of what? Please name it${kinds ? ` (${kinds})` : ''}.`,
    fr: (asked: string, kinds: string) =>
      `Vous demandez ${asked}, mais de quoi ? Précisez${kinds ? ` (${kinds})` : ''}.`,
    es: (asked: string, kinds: string) =>
      `Pregunta por ${asked}, pero ¿de qué? Indíquelo${kinds ? ` (${kinds})` : ''}.`,
  },
}

const kindWords: ReadonlyMap<string, Words> = new Map([
  ['process', { en: 'a process', fr: 'un processus', es: 'un proceso' }],
  ['event', { en: 'an event', fr: 'un événement', es: 'un evento' }],
  ['publication', { en: 'a publication', fr: 'une publication', es: 'una publicación' }],
  ['unit', { en: 'a unit', fr: 'une unité', es: 'una unidad' }],
  ['contact', { en: 'a person', fr: 'une personne', es: 'una persona' }],
  ['term', { en: 'a term', fr: 'un terme', es: 'un término' }],
  ['document', { en: 'a document', fr: 'un document', es: 'un documento' }],
  ['figure', { en: 'a figure', fr: 'un chiffre', es: 'una cifra' }],
  ['organisation', { en: 'an organisation', fr: 'une organisation', es: 'una organización' }],
])
