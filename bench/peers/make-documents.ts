import { composePart } from '../../src/answers/compose.ts'
import type { Composing } from '../../src/answers/composing.ts'
import { createHolds } from '../../src/answers/holds.ts'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { nameOf } from '../../src/answers/statement.ts'
import { answerWith } from '../../src/focal-point.ts'
import { createUnderstanding } from '../../src/intents/create-understanding.ts'
import { namesOf, weakNamesOf } from '../../src/intents/entry-names.ts'
import { readClause } from '../../src/intents/read-clause.ts'
import type { Reading } from '../../src/intents/understand.ts'
import type { Understanding } from '../../src/intents/understanding.ts'
import { type Entry, entriesOf, type Intent, type Knowledge } from '../../src/knowledge/knowledge.ts'
import { inLanguage, type Language, languages } from '../../src/knowledge/language.ts'
import type { AnsweredDocument } from './document.ts'
import { spread } from './spread.ts'

/** Phrasings for each intent and language that a document holds, spread over all there are. */
const phrasingsPerLanguage = 5

type Making = { readonly tools: Understanding; readonly now: Temporal.Instant }

/**
 * The knowledge as pairs of question and answer: one for each intent and entry about which something is held, with our
 * own answer; one for each different answer to a question about no entry (lists, small talk); and what the knowledge says
 * that it does not hold, to be declined.
 */
export function makeDocuments(knowledge: Knowledge, now: Temporal.Instant): AnsweredDocument[] {
  const making = { tools: createUnderstanding(knowledge, createHolds(knowledge)), now }
  const held = [...knowledge.intents.values()].filter((intent) => intent.held)
  return [
    ...held.flatMap((intent) => entryDocuments(intent, making)),
    ...held.filter((intent) => intent.alone || !intent.about).flatMap((intent) => listDocuments(intent, making)),
    ...decliningDocuments(knowledge),
  ]
}

function entryDocuments(intent: Intent, making: Making): AnsweredDocument[] {
  const { tools } = making
  return [...tools.knowledge.entries.values()]
    .filter((entry) => tools.holds(intent.id, entry))
    .map((entry) => {
      const answers = perLanguage((language) => answerAbout(entry, intent, language, making))
      return {
        id: `${intent.id}|${entry.id}`,
        intent: intent.id,
        names: [...new Set([...namesOf(entry), ...weakNamesOf(entry)])],
        questions: languages.flatMap((language) => askAbout(entry, intent, language, tools.knowledge)),
        answers,
        text: passageOf(answers),
        declines: false,
      }
    })
}

/** Phrasings with the slot filled by the name of the entry; those with other slots only where there are no others. */
function askAbout(entry: Entry, intent: Intent, language: Language, knowledge: Knowledge): string[] {
  const all = intent.phrasings[language] ?? []
  const slot = entry.kind === 'contact' ? '<person>' : `<${entry.kind}>`
  const slotsOf = (phrasing: string) => phrasing.match(/<[a-z-]+>/g) ?? []
  const own = all.filter((phrasing) => slotsOf(phrasing).length === 1 && phrasing.includes(slot))
  const alike = all.filter((phrasing) => slotsOf(phrasing).length === 1)
  const name = nameOf(entry, { knowledge, language })
  return spread(own.length > 0 ? own : alike, phrasingsPerLanguage).map((phrasing) =>
    phrasing.replace(/<[a-z-]+>/, name),
  )
}

/** What we answer when the intent and the entry are understood beyond doubt. */
function answerAbout(entry: Entry, intent: Intent, language: Language, { tools, now }: Making): string {
  const composing: Composing = { tools, language, today: now.toString().slice(0, 10) }
  const name = nameOf(entry, { knowledge: tools.knowledge, language })
  const days = { today: { year: Number(composing.today.slice(0, 4)) }, talked: undefined }
  const clause = readClause(name, { asks: true, days }, tools)
  const reading: Reading = {
    intent: intent.id,
    tells: intent.id,
    confidence: 1,
    subjects: [entry],
    from: 'named',
    clause,
    evidence: [],
    unexplained: 0,
    lacksSubject: false,
    held: true,
  }
  const part = composePart({ kind: 'answer', reading, confidence: 1 }, composing)
  return toPlainText({ status: part.status, intent: intent.id, language, parts: [part], candidates: [] })
}

/** Questions about no entry, but perhaps a role or a region, as we answer them; those with the same answer are one document. */
function listDocuments(intent: Intent, { tools, now }: Making): AnsweredDocument[] {
  const focalPoint = answerWith(tools)
  const ask = (text: string, language: Language) => focalPoint.ask({ text, language, now })
  const asked = fillLists(intent, tools.knowledge).map((text) => ({ text, answer: ask(text, 'en') }))
  const told = asked.filter(({ answer }) => answer.status !== 'unknown' && answer.intent === intent.id)
  return [...Map.groupBy(told, ({ answer }) => toPlainText(answer)).values()].map((group, i) => {
    const texts = group.map(({ text }) => text)
    const answers = perLanguage((language) => toPlainText(ask(texts[0] ?? '', language)))
    return {
      id: `${intent.id}|${i}`,
      intent: intent.id,
      names: [],
      questions: spread(texts, phrasingsPerLanguage * languages.length),
      answers,
      text: passageOf(answers),
      declines: false,
    }
  })
}

/** Phrasings without a slot, or with one for a role or a region, filled with each there is. */
function fillLists(intent: Intent, knowledge: Knowledge): string[] {
  const roles = entriesOf(knowledge, 'role')
  const regions = entriesOf(knowledge, 'region')
  return languages.flatMap((language) =>
    (intent.phrasings[language] ?? []).flatMap((text) => {
      const [slot, ...more] = text.match(/<[a-z-]+>/g) ?? []
      if (!slot) return [text]
      const fillers = more.length > 0 ? [] : slot === '<role>' ? roles : slot === '<region>' ? regions : []
      return fillers.map((entry) => text.replace(slot, inLanguage(entry.name, language)))
    }),
  )
}

/** The intents that nothing is held for, and every line that is out of scope. */
function decliningDocuments({ intents, outOfScope }: Knowledge): AnsweredDocument[] {
  const nothing = { names: [], text: '', answers: perLanguage(() => ''), declines: true }
  const missing = [...intents.values()].filter((intent) => !intent.held)
  return [
    ...missing.map(({ id, phrasings }) => ({
      ...nothing,
      id,
      intent: id,
      questions: languages.flatMap((language) =>
        spread(phrasings[language] ?? [], phrasingsPerLanguage).map((text) => text.replace(/<[a-z-]+>/g, '')),
      ),
    })),
    ...languages.flatMap((language) =>
      (outOfScope[language] ?? []).map((line, i) => ({
        ...nothing,
        id: `${language}|${i}`,
        intent: '',
        questions: [line],
      })),
    ),
  ]
}

/** What stands in an index for an answer: all three languages. */
function passageOf(answers: AnsweredDocument['answers']): string {
  return [...new Set(Object.values(answers))].join('\n')
}

function perLanguage(of: (language: Language) => string): Record<Language, string> {
  return { en: of('en'), fr: of('fr'), es: of('es') }
}
