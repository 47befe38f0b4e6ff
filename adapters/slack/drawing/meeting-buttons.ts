import type { Button } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words } from '../../chat/wording.ts'
import { button } from './buttons.ts'
import { actionIds, writeValue } from './control-values.ts'

type MeetingItem = Extract<AnswerItem, { kind: 'meeting' }>

/** What can be done with the meeting to come that a part of an answer is about. */
export function meetingButtons({ part, meeting, calendarLink, canRemind }: MeetingItem, language: Language): Button[] {
  const remind = canRemind ? writeValue({ meeting, language }) : undefined
  return [
    ...(remind ? [button(reminderWords.remindMe[language], actionIds.remind(part), remind)] : []),
    ...(calendarLink ? [linkButton(words.addToCalendar[language], actionIds.calendar(part), calendarLink)] : []),
  ]
}

function linkButton(label: string, actionId: string, url: string): Button {
  const { value: _, ...face } = button(label, actionId, '')
  return { ...face, url }
}
