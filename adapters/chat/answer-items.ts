import type { Answer, AnswerPart } from '../../src/answers/answer.ts'
import { noteWord, relatedWord } from '../../src/answers/plain-text.ts'
import { sourceLine } from '../../src/answers/source-line.ts'
import { colon } from '../../src/answers/statement.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { type AnswerItem, type ItemLimits, isVisible, quietItems, textItems } from './answer-item.ts'
import { choiceItems, numberChoices } from './choice-items.ts'
import { cleanText, linkAddresses, type Run } from './clean-text.ts'
import { type MeetingOffers, meetingItems } from './meeting-items.ts'
import { reminderIntent } from './reminder-answer.ts'
import { lookedIn, words } from './wording.ts'

/** Where an answer without a source was looked for. */
export type Looked = { readonly documents: number; readonly knowledgeAsOf: string | undefined }

/** What an answer is shown with, besides what it says. */
export type Beside = Looked & { readonly offers?: MeetingOffers | undefined }

/** All that an answer shows, in order, in pieces small enough to fill pages with. */
export function answerItems(answer: Answer, beside: Beside, limits: ItemLimits): AnswerItem[] {
  return numberChoices(
    answer.parts.flatMap((part, index) => {
      const place = { ...limits, part: index, language: answer.language }
      return [
        ...partItems(part, place),
        ...meetingItems(part, beside.offers, place),
        ...quietItems('source', sourceText(part, answer.language, beside), place),
      ]
    }),
  )
}

/** The source line of a part, or where was looked; empty where nothing was. */
export function sourceText(part: AnswerPart, language: Language, { documents, knowledgeAsOf }: Looked): string {
  const nowhere = part.intent === reminderIntent ? '' : lookedIn[language](documents, knowledgeAsOf)
  return sourceLine(part.sources, language)[0] ?? nowhere
}

type Place = ItemLimits & { readonly part: number; readonly language: Language }

function partItems(part: AnswerPart, place: Place): AnswerItem[] {
  const { language } = place
  const facts = part.facts.filter(isVisible)
  return [
    ...textItems('lead', leadRuns(part), place),
    ...(part.related && facts.length > 0 ? headingItems(relatedWord[language], place) : []),
    ...facts.flatMap((fact) => textItems('fact', linkAddresses(cleanText(fact)), place)),
    ...part.notes.filter(isVisible).flatMap((note) => textItems('note', noteRuns(note, language), place)),
    ...choiceItems(part.choices, place),
    ...suggestionItems(part, place),
  ]
}

/** A longer lead is not bold. */
const longestBold = 200

/** Bold where it is the answer and more follows. Only then it may link: otherwise it repeats what the person wrote. */
function leadRuns({ lead, status, facts, notes }: AnswerPart): Run[] {
  const text = cleanText(lead)
  if (!isVisible(text)) return []
  if (status !== 'answered') return [{ text }]
  const stands = facts.length + notes.length > 0 && text.length <= longestBold
  return linkAddresses(text).map((run) => (stands ? { ...run, bold: true } : run))
}

function noteRuns(note: string, language: Language): Run[] {
  return [{ text: notePrefix(language), bold: true }, ...linkAddresses(cleanText(note))]
}

/** "Note: ". */
export function notePrefix(language: Language): string {
  return `${noteWord[language]}${colon[language]}`
}

function headingItems(heading: string, place: Place): AnswerItem[] {
  return textItems('heading', [{ text: `${heading}${colon[place.language].trimEnd()}` }], place)
}

/** Quietly after an answer; as buttons where the person needs something to go on with. */
function suggestionItems({ status, suggestions }: AnswerPart, place: Place): AnswerItem[] {
  const { language } = place
  const shown = suggestions.filter(isVisible)
  if (shown.length === 0) return []
  if (status === 'answered') {
    return quietItems('suggestion', `${words.alsoAsk[language]}${colon[language]}${shown.join(' · ')}`, place)
  }
  const choices = shown.map((question) => ({ label: question, question }))
  return [...headingItems(words.couldAsk[language], place), ...choiceItems(choices, place)]
}
