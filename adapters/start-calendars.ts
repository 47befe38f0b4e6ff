import { join } from 'node:path'
import { cacheFolder } from './cache-files.ts'
import { CalendarFeeds } from './calendar-feeds.ts'
import { calendarPlaces } from './calendar-places.ts'
import { systemClock } from './clock.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import { hasSlack, hasTeams } from './settings-sets.ts'

/** Follows the calendars of the settings. Their last good states are kept beside the store, where there is one. */
export function startCalendars(settings: Settings, log: Log): Promise<CalendarFeeds> {
  const { FOCAL_POINT_CALENDARS, DATABASE_URL, DATA_DIR } = settings
  const hasDataFolder = DATABASE_URL === undefined && (hasSlack(settings) || hasTeams(settings))
  return CalendarFeeds.start({
    places: calendarPlaces(FOCAL_POINT_CALENDARS ?? ''),
    folder: join(hasDataFolder ? DATA_DIR : cacheFolder, 'calendars'),
    log,
    clock: systemClock,
  })
}
