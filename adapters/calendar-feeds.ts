import { readFileSync, statSync } from 'node:fs'
import type { CalendarText } from '../src/calendar/reading/read-icalendar.ts'
import { formatProblem, type Problem } from '../src/knowledge/problem.ts'
import type { CalendarPlace } from './calendar-places.ts'
import { type Clock, within } from './clock.ts'
import { FeedError, fetchCalendar } from './fetch-calendar.ts'
import type { Check } from './health.ts'
import { KeptCalendar } from './kept-calendar.ts'
import type { Log } from './log.ts'

type Options = {
  readonly places: readonly CalendarPlace[]
  /** Where the last good states are kept. */
  readonly folder: string
  readonly log: Log
  readonly clock: Clock
}

/** How often feeds are asked, and files are looked at. */
const feedMs = 15 * 60_000
const fileMs = 500
/** A feed that failed is asked again sooner, but less and less soon. */
const retryMs = 60_000
/** The start waits no longer for feeds than this. */
const startMs = 2000

/**
 * The calendars that are followed besides the knowledge folder: files are watched, feeds asked every 15 minutes. While one
 * cannot be read, its last good state holds.
 */
export class CalendarFeeds implements Disposable {
  readonly checks: Readonly<Record<string, () => Check>>
  readonly #options: Options
  readonly #calendars: readonly KeptCalendar[]
  readonly #stopped = new AbortController()
  #onChange: () => void = () => {}
  #unusable: readonly Problem[] = []

  /** Reads what can be read at once; a feed that takes longer follows as a change. */
  static async start(options: Options): Promise<CalendarFeeds> {
    const feeds = new CalendarFeeds(options)
    const firsts = feeds.#calendars.map((calendar) => feeds.#keepFollowing(calendar))
    await within(startMs, Promise.all(firsts), options.clock)
    return feeds
  }

  private constructor(options: Options) {
    this.#options = options
    this.#calendars = options.places.map((place) => new KeptCalendar(place, options.folder))
    this.checks = this.#calendars.length > 0 ? { calendars: () => this.#check() } : {}
  }

  /** The last good state of each calendar that has one. */
  get texts(): CalendarText[] {
    return this.#calendars.flatMap(({ text }) => text ?? [])
  }

  /** Calls back after each change of what `texts` holds. */
  follow(onChange: () => void): void {
    this.#onChange = onChange
  }

  /** Notes what of the calendars could not be used. */
  note(problems: readonly Problem[]): void {
    this.#unusable = problems
    for (const problem of problems) this.#options.log.warn('calendar problem', { problem: formatProblem(problem) })
  }

  [Symbol.dispose](): void {
    this.#stopped.abort('stopped')
  }

  /** Resolves once the calendar has been read for the first time, or could not be. */
  async #keepFollowing(calendar: KeptCalendar): Promise<void> {
    const { place } = calendar
    if (place.kind === 'file') {
      const seen = identify(place.file)
      this.#readFile(calendar, place.file)
      this.#watch(calendar, place.file, seen)
    } else {
      await this.#ask(calendar, place.url)
      this.#poll(calendar, place.url)
    }
  }

  async #watch(calendar: KeptCalendar, file: string, seen: string): Promise<void> {
    let read = seen
    let latest = seen
    while (await this.#goesOnAfter(fileMs)) {
      const before = latest
      latest = identify(file)
      // What is still being written is looked at again first.
      if (latest === read || latest !== before) continue
      read = latest
      this.#readFile(calendar, file)
    }
  }

  #readFile(calendar: KeptCalendar, file: string): void {
    try {
      this.#take(calendar, readFileSync(file, 'utf8'))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      this.#fail(calendar, `cannot be read (${error.code})`)
    }
  }

  async #poll(calendar: KeptCalendar, url: string): Promise<void> {
    let failures = 0
    while (await this.#goesOnAfter(calendar.fault === undefined ? feedMs : Math.min(feedMs, retryMs * 2 ** failures))) {
      failures = calendar.fault === undefined ? 0 : failures + 1
      await this.#ask(calendar, url)
    }
  }

  async #goesOnAfter(ms: number): Promise<boolean> {
    const { signal } = this.#stopped
    await this.#options.clock.sleep(ms, signal)
    return !signal.aborted
  }

  async #ask(calendar: KeptCalendar, url: string): Promise<void> {
    try {
      const fetched = await fetchCalendar(url, calendar.validators, this.#options.clock)
      if (fetched.kind === 'new') this.#take(calendar, fetched.text, fetched)
      else this.#recover(calendar)
    } catch (error) {
      if (!(error instanceof FeedError)) throw error
      this.#fail(calendar, error.message)
    }
  }

  #take(calendar: KeptCalendar, text: string, validators: { etag?: string; lastModified?: string } = {}): void {
    const { etag, lastModified } = validators
    const before = calendar.fault
    const today = this.#options.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
    const hasChanged = calendar.take(text, { etag, lastModified }, today)
    this.#tell(calendar, before)
    if (hasChanged) this.#onChange()
  }

  #recover(calendar: KeptCalendar): void {
    const before = calendar.fault
    calendar.fault = undefined
    this.#tell(calendar, before)
  }

  #fail(calendar: KeptCalendar, fault: string): void {
    const before = calendar.fault
    calendar.fault = fault
    this.#tell(calendar, before)
  }

  /** Once for each change. */
  #tell({ fault, place: { label: calendar } }: KeptCalendar, before: string | undefined): void {
    const { log } = this.#options
    if (fault !== undefined && fault !== before) log.warn('calendar cannot be read', { calendar, fault })
    if (fault === undefined && before !== undefined) log.info('calendar can be read again', { calendar })
  }

  #check(): Check {
    const failing = this.#calendars.filter(({ fault }) => fault !== undefined)
    if (failing.length > 0) {
      const problems = failing.map(({ place, fault, text }) => `${place.label} ${fault}; ${heldBy(text)}`)
      return { status: 'failed', reason: 'calendars cannot be read', problems }
    }
    if (this.#unusable.length === 0) return { status: 'ok' }
    return { status: 'ok', note: `${this.#unusable.length} entries of calendars cannot be used, see the log` }
  }
}

function heldBy(text: CalendarText | undefined): string {
  return text ? `its state of ${text.readOn} holds` : 'it has never been read'
}

function identify(file: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(file)
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return String(error.code)
  }
}
