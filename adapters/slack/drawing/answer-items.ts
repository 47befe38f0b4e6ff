import type { Answer, AnswerPart } from '../../../src/answers/answer.ts'
import { noteWord, relatedWord } from '../../../src/answers/plain-text.ts'
import { sourceLine } from '../../../src/answers/source-line.ts'
import { colon } from '../../../src/answers/statement.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText, linkAddresses, type Run } from '../../chat/clean-text.ts'
import { lookedIn, words } from '../../chat/wording.ts'
import { type AnswerItem, isVisible, quietItems, textItems } from './answer-item.ts'
import { choiceItems, numberButtons } from './choice-items.ts'
import { budgets } from './limits.ts'

/** Where an answer without a source was looked for. */
export type Looked = { readonly documents: number; readonly knowledgeAsOf: string | undefined }

/** All that an answer shows, in order, in pieces small enough to fill pages with. */
export function answerItems(answer: Answer, looked: Looked): AnswerItem[] {
  return numberButtons(
    answer.parts.flatMap((part, index) => [
      ...partItems(part, { part: index, language: answer.language }),
      ...quietItems('source', sourceText(part, answer.language, looked), index),
    ]),
  )
}

/** The source line of a part, or where was looked. */
export function sourceText(part: AnswerPart, language: Language, { documents, knowledgeAsOf }: Looked): string {
  return sourceLine(part.sources, language)[0] ?? lookedIn[language](documents, knowledgeAsOf)
}

type Place = { readonly part: number; readonly language: Language }

function partItems(answerPart: AnswerPart, place: Place): AnswerItem[] {
  const { part, language } = place
  const facts = answerPart.facts.filter(isVisible)
  return [
    ...textItems('lead', leadRuns(answerPart), part),
    ...(answerPart.related && facts.length > 0 ? headingItems(relatedWord[language], place) : []),
    ...facts.flatMap((fact) => textItems('fact', linkAddresses(cleanText(fact)), part)),
    ...answerPart.notes.filter(isVisible).flatMap((note) => textItems('note', noteRuns(note, language), part)),
    ...choiceItems(answerPart.choices, place),
    ...suggestionItems(answerPart, place),
  ]
}

/** Bold where it is the answer and more follows. Only then it may link: otherwise it repeats what the person wrote. */
function leadRuns({ lead, status, facts, notes }: AnswerPart): Run[] {
  const text = cleanText(lead)
  if (!isVisible(text)) return []
  if (status !== 'answered') return [{ text }]
  const stands = facts.length + notes.length > 0 && text.length <= budgets.boldLead
  return linkAddresses(text).map((run) => (stands ? { ...run, bold: true } : run))
}

function noteRuns(note: string, language: Language): Run[] {
  return [{ text: notePrefix(language), bold: true }, ...linkAddresses(cleanText(note))]
}

/** "Note: ". */
export function notePrefix(language: Language): string {
  return `${noteWord[language]}${colon[language]}`
}

function headingItems(heading: string, { part, language }: Place): AnswerItem[] {
  return textItems('heading', [{ text: `${heading}${colon[language].trimEnd()}` }], part)
}

/** Quietly after an answer; as buttons where the person needs something to go on with. */
function suggestionItems({ status, suggestions }: AnswerPart, place: Place): AnswerItem[] {
  const { part, language } = place
  const shown = suggestions.filter(isVisible)
  if (shown.length === 0) return []
  if (status === 'answered') {
    return quietItems('suggestion', `${words.alsoAsk[language]}${colon[language]}${shown.join(' · ')}`, part)
  }
  const choices = shown.map((question) => ({ label: question, question }))
  return [...headingItems(words.couldAsk[language], place), ...choiceItems(choices, place)]
}
