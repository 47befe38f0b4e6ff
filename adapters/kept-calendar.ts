import { join } from 'node:path'
import { z } from 'zod'
import type { CalendarText } from '../src/calendar/reading/read-icalendar.ts'
import { isWholeCalendar } from '../src/calendar/reading/split-icalendar.ts'
import { keyOf, readCacheFile, writeCacheFile } from './cache-files.ts'
import type { CalendarPlace } from './calendar-places.ts'
import type { Validators } from './fetch-calendar.ts'

const stateSchema = z.object({
  text: z.string(),
  readOn: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
})
type State = z.infer<typeof stateSchema>

/** More than anybody follows; a limit, so that addresses of long ago do not stay for ever. */
const keptFiles = 100

/** The last good state of one calendar, also across restarts, and what keeps it from being newer. */
export class KeptCalendar {
  readonly place: CalendarPlace
  fault: string | undefined
  readonly #file: string
  #state: State | undefined

  constructor(place: CalendarPlace, folder: string) {
    this.place = place
    this.#file = join(folder, keyOf(place.kind === 'feed' ? place.url : place.file))
    this.#state = readState(this.#file)
  }

  get validators(): Validators {
    return { etag: this.#state?.etag, lastModified: this.#state?.lastModified }
  }

  get text(): CalendarText | undefined {
    const { label, name, sourceId } = this.place
    return this.#state && { sourceId, name, label, text: this.#state.text, readOn: this.#state.readOn }
  }

  /** Takes what was read; returns whether it says something else than before. */
  take(text: string, validators: Validators, today: string): boolean {
    if (!isWholeCalendar(text)) {
      this.fault = 'holds no iCalendar text from BEGIN:VCALENDAR to END:VCALENDAR'
      return false
    }
    this.fault = undefined
    const isSame = this.#state !== undefined && lasting(this.#state.text) === lasting(text)
    const kept =
      isSame && this.#state ? { text: this.#state.text, readOn: this.#state.readOn } : { text, readOn: today }
    this.#state = { ...kept, ...validators }
    writeCacheFile(this.#file, Buffer.from(JSON.stringify(this.#state)), keptFiles)
    return !isSame
  }
}

/** Some servers write into every answer when they gave it. */
function lasting(text: string): string {
  return text.replaceAll(/^DTSTAMP[:;].*$/gm, '')
}

function readState(file: string): State | undefined {
  const body = readCacheFile(file)
  const result = body && stateSchema.safeParse(JSON.parse(body.toString('utf8')))
  return result?.data
}
