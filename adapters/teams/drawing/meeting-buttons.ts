import type { Language } from '../../../src/knowledge/language.ts'
import type { MeetingOffer } from '../../chat/answer-item.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words } from '../../chat/wording.ts'
import { button } from './card-actions.ts'
import type { CardButton } from './card-elements.ts'

/** What can be done with the meeting to come that a part of an answer is about. */
export function meetingButtons({ meeting, calendarLink, canRemind }: MeetingOffer, language: Language): CardButton[] {
  const link = calendarLink === undefined ? [] : [calendarLink]
  return [
    ...(canRemind ? [button(reminderWords.remindMe[language], { verb: 'remind', meeting, language })] : []),
    ...link.map((url) => ({ type: 'Action.OpenUrl', title: words.addToCalendar[language], url }) as const),
  ]
}
