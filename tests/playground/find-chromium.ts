import { existsSync } from 'node:fs'

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium to use: the one that CHROMIUM names, or one in a usual place. Undefined when there is none. */
export function findChromium({ CHROMIUM }: NodeJS.ProcessEnv = process.env): string | undefined {
  return (CHROMIUM ? [CHROMIUM] : usualPlaces).find((path) => existsSync(path))
}
