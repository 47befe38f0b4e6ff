import type { FoundTargets } from '../calendar/meeting-target.ts'
import type { Event } from '../knowledge/knowledge.ts'
import type { Words } from '../knowledge/language.ts'
import type { Subscription, Target } from '../store/subscriptions.ts'
import type { ReminderPlace } from './asking.ts'
import { commandFor, type Wanted } from './command-text.ts'
import { defaultLeads } from './leads.ts'
import { listed } from './list-reminders.ts'
import { comingMeetings, type NextDue, nextDue } from './next-due.ts'
import type { Place } from './places.ts'
import type { ReminderReply } from './reply.ts'
import {
  digestText,
  isOver,
  nextMeetingText,
  nextText,
  noMeetingYet,
  notKnown,
  replacesText,
  replyWords,
  setByOther,
  setText,
  type Whereto,
} from './reply-wording.ts'
import { isSamePlace, mayChange, replan, replyWith, type Serving, zoneOf } from './serving.ts'
import type { Unclear } from './setting.ts'
import { nameTarget, nameTimes } from './subscription-names.ts'
import { wordMoment, wordWhen } from './when-wording.ts'

/** More than a conversation can want, and few enough for a plan of all of them to take no time. */
const mostOfConversation = 100

/** Sets what somebody wants in words, or asks back what is meant. */
export async function setInWords(
  wanted: Wanted,
  targetText: string,
  found: FoundTargets,
  serving: Serving,
): Promise<ReminderReply> {
  if (targetText === 'all') return await setFor(wanted, { kind: 'all', id: '' }, serving)
  const about = aboutOf(wanted)
  const { language } = serving
  if (found.targets.length === 0) {
    const choices = choicesOf(found.nearest, wanted, serving)
    return replyWith('refused', about, notKnown[language]({ said: targetText }), { language, choices })
  }
  const coming = found.targets.filter((one) => !isPast(one, serving))
  // Of past meetings it is said that they are.
  const [target = found.targets[0], another] = coming
  if (!target) throw new Error('a target of none')
  const choices = choicesOf(coming, wanted, serving)
  if (another) return replyWith('question', about, replyWords.which, { language, choices })
  if (!found.isWhole) return replyWith('question', about, replyWords.whole, { language, choices })
  return await setFor(wanted, target, serving)
}

/**
 * Asks back what is not clear. Where only the meetings are missing, those that were talked about are offered; or taken, where
 * it was said how long before.
 */
export async function askBack(
  { because, wanted: said }: Unclear,
  { targets }: FoundTargets,
  serving: Serving,
): Promise<ReminderReply> {
  const { language } = serving
  if (!said) return replyWith('question', 'set', because, { language })
  const wanted = { kind: 'reminder', weekday: undefined, ...said, leads: said.leads ?? defaultLeads } as const
  const coming = targets.filter((one) => !isPast(one, serving))
  const [only, another] = coming
  if (said.leads && only && !another) return await setFor(wanted, only, serving)
  return replyWith('question', 'set', because, { language, choices: choicesOf(coming, wanted, serving) })
}

/** Sets what somebody wants for a target that is certain. */
export async function setFor(wanted: Wanted, target: Target, serving: Serving): Promise<ReminderReply> {
  const about = aboutOf(wanted)
  const { language, calendar } = serving
  const place = await placeOf(wanted.place, serving)
  if ('en' in place) return replyWith('refused', about, place, { language })
  if (isPast(target, serving)) {
    const what = nameTarget(target, calendar().knowledge, language)
    return replyWith('refused', about, isOver[language]({ what }), { language })
  }
  return await keep(wanted, target, place, serving)
}

function aboutOf({ kind }: Wanted): ReminderReply['about'] {
  return kind === 'digest' ? 'digest' : 'set'
}

async function placeOf(place: Place, { asking }: Serving): Promise<ReminderPlace | Words> {
  if (place.kind === 'here') return asking.here
  if (place.kind === 'me') return (await asking.personal()) ?? replyWords.noPersonal
  const found = await asking.channel(place.name)
  if (typeof found === 'object') return found
  const refusals = {
    unknown: replyWords.unknownChannel,
    'app-not-there': replyWords.appNotThere,
    'person-not-there': replyWords.personNotThere,
  }
  return refusals[found]
}

/** A single meeting that is over, cancelled, or of which not even the year is known; a series may always have another. */
function isPast(target: Target, { asking, calendar, now }: Serving): boolean {
  if (target.kind !== 'event') return false
  const parts = { calendar: calendar(), now: now() }
  if (comingMeetings(target, zoneOf(asking), parts).length > 0) return false
  const event = parts.calendar.knowledge.entries.get(target.id)
  return event?.kind !== 'event' || event.status === 'cancelled' || !isYetToGetADay(event, parts.now)
}

/** "May 2027", from which a day may come. */
function isYetToGetADay({ starts, year }: Event, now: Temporal.Instant): boolean {
  const known = starts ?? String(year ?? '')
  return /^\d{4}(?:-\d\d)?$/.test(known) && known >= now.toString().slice(0, known.length)
}

function choicesOf(targets: readonly Target[], wanted: Wanted, serving: Serving): ReminderReply['choices'] {
  const { language, calendar } = serving
  return targets
    .filter((target) => !isPast(target, serving))
    .map((target) => ({
      label: nameTarget(target, calendar().knowledge, language),
      command: commandFor(wanted, target),
    }))
}

async function keep(wanted: Wanted, target: Target, place: ReminderPlace, serving: Serving): Promise<ReminderReply> {
  const { store, asking, language, now, calendar } = serving
  const all = await store.subscriptions.listOf(place)
  const before = all.find(
    ({ kind, target: other }) => kind === wanted.kind && other.kind === target.kind && other.id === target.id,
  )
  const about = aboutOf(wanted)
  if (before?.isActive && !(await mayChange(before, asking))) {
    const what = nameTarget(target, calendar().knowledge, language)
    const lead = setByOther[language]({ what, when: nameTimes(before, language) })
    return replyWith('refused', about, lead, { language })
  }
  if (!before && all.length >= mostOfConversation) return replyWith('refused', about, replyWords.tooMany, { language })
  const { platform, workspace, conversationId } = place
  const { kind, leads, at, weekday } = wanted
  const kept = await store.subscriptions.add(
    {
      ...{ platform, workspace, conversationId, createdBy: asking.person, kind, target, leads, at, weekday },
      zone: zoneOf(asking),
      language,
      quiet: all.find(({ createdBy }) => createdBy === asking.person)?.quiet,
    },
    now().epochMilliseconds,
  )
  await replan(place, serving)
  return await confirm(kept, { before, place }, serving)
}

/** Says back what was understood, with the day and time at which it comes next, so that a slip is seen at once. */
async function confirm(
  kept: Subscription,
  { before, place }: { readonly before: Subscription | undefined; readonly place: ReminderPlace },
  serving: Serving,
): Promise<ReminderReply> {
  const { language, asking, calendar, now } = serving
  const what = nameTarget(kept.target, calendar().knowledge, language)
  const values = { to: whereto(place, serving), what, when: nameTimes(kept, language) }
  const lead = (kept.kind === 'digest' ? digestText : setText)[language](values)
  const parts = { calendar: calendar(), now: now() }
  const replaced = before?.isActive ? nameTimes(before, language) : undefined
  const notes = [
    ...(replaced && replaced !== values.when ? [replacesText[language]({ when: replaced })] : []),
    ...(asking.zone === undefined ? [replyWords.utc[language]] : []),
  ]
  return replyWith('done', kept.kind === 'digest' ? 'digest' : 'set', lead, {
    language,
    facts: [wordNext(kept, nextDue(kept, parts), serving)],
    notes,
    listed: (await listed(serving)).filter(({ id }) => id === kept.id),
  })
}

function whereto(place: ReminderPlace, { asking }: Serving): Whereto {
  if (place.isPersonal) return 'you'
  return isSamePlace(place, asking.here) ? 'here' : { channel: place.name ?? '#' }
}

function wordNext(kept: Subscription, next: NextDue | undefined, { language, calendar, now }: Serving): string {
  const clocks = { zone: kept.zone, language }
  if (next) {
    return nextText[language]({ when: wordMoment(next.atMs, clocks), what: next.meeting?.title[language] })
  }
  const [meeting] = comingMeetings(kept.target, kept.zone, { calendar: calendar(), now: now() })
  if (meeting)
    return nextMeetingText[language]({ what: meeting.title[language] ?? '', when: wordWhen(meeting, clocks) })
  return noMeetingYet[language]({ what: nameTarget(kept.target, calendar().knowledge, language) })
}
