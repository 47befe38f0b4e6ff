import type { AnswerPart } from '../../src/answers/answer.ts'
import type { Language } from '../../src/knowledge/language.ts'
import type { AnswerItem } from './answer-item.ts'
import type { ChatTools } from './tools.ts'

/** What can be done with meetings to come, below the answers about them. */
export type MeetingOffers = {
  readonly calendarLink?: ChatTools['calendarLink']
  readonly canRemind?: boolean
}

/** What is offered for the meeting of a part; nothing where it is about none. */
export function meetingItems(
  { meeting }: AnswerPart,
  { calendarLink, canRemind = false }: MeetingOffers = {},
  { part, language }: { readonly part: number; readonly language: Language },
): AnswerItem[] {
  if (meeting === undefined) return []
  const link = calendarLink?.(meeting, language)
  if (link === undefined && !canRemind) return []
  return [{ kind: 'meeting', part, goesOn: false, meeting, calendarLink: link, canRemind }]
}
