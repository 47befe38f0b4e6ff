import type { Meeting } from '../../src/calendar/meeting.ts'
import type { Subscription } from '../../src/store/subscriptions.ts'

/** A meeting on 10 March 2027 at 14:00 in Geneva, of the Bali Process. */
export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: 'workshop',
    eventId: 'workshop',
    title: { en: 'Workshop', fr: 'Atelier', es: 'Taller' },
    time: {
      precision: 'time',
      starts: '2027-03-10T14:00',
      ends: undefined,
      lastDay: '2027-03-10',
      zone: 'Europe/Zurich',
    },
    status: 'scheduled',
    of: ['bali-process'],
    region: 'asia',
    place: undefined,
    url: undefined,
    source: [],
    ...changes,
  }
}

/** The days are known, and the time is not. */
export function daysOnly(starts: string, ends = starts): Meeting['time'] {
  return { precision: 'day', starts, ends, zone: 'Europe/Zurich' }
}

/** Somebody in Zurich wants to be reminded of that meeting a day before it. */
export function aSubscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    id: 's1',
    platform: 'slack',
    workspace: 'T1',
    conversationId: 'D1',
    createdBy: 'U1',
    kind: 'reminder',
    target: { kind: 'event', id: 'workshop' },
    leads: ['P1D'],
    at: undefined,
    weekday: undefined,
    zone: 'Europe/Zurich',
    language: 'en',
    quiet: undefined,
    snoozedUntilMs: undefined,
    isActive: true,
    version: 1,
    createdAtMs: 0,
    askedAtMs: 0,
    ...changes,
  }
}
