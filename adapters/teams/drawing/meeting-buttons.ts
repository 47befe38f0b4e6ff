import type { Language } from '../../../src/knowledge/language.ts'
import type { MeetingOffer } from '../../chat/answer-item.ts'
import { words } from '../../chat/wording.ts'
import type { CardButton } from './card-elements.ts'

/** What can be done with the meeting to come that a part of an answer is about. */
export function meetingButtons({ calendarLink }: MeetingOffer, language: Language): CardButton[] {
  return calendarLink === undefined
    ? []
    : [{ type: 'Action.OpenUrl', title: words.addToCalendar[language], url: calendarLink }]
}
