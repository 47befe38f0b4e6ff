import type { MeetingOffers } from '../../../adapters/chat/meeting-items.ts'

/** All that can be offered for a meeting to come, with links as long as they get. */
export const allOffers: Required<MeetingOffers> = {
  calendarLink: (meeting, language) =>
    `https://focal-point.${'example.'.repeat(12)}org/calendar.ics?event=${meeting}&lang=${language}`,
  canRemind: true,
}
