import type { Language } from '../../../src/knowledge/language.ts'

type Options = {
  /** The zone that the fallback is told in. */
  readonly zone: string
  readonly language: Language
  /** Slack's tokens, such as `{date_long} {time}`. */
  readonly format?: string
}

/** A time in mrkdwn that each reader sees in their own zone; without that, the date, time and zone in words. */
export function dateMention(instant: Temporal.Instant, { zone, language, format = usual }: Options): string {
  const seconds = Math.floor(instant.epochMilliseconds / 1000)
  return `<!date^${seconds}^${format}|${dateInWords(instant, { zone, language })}>`
}

const usual = '{date_short_pretty} {time}'

/** "22 November 2026 at 10:00 (Europe/Paris)". */
export function dateInWords(instant: Temporal.Instant, { zone, language }: Omit<Options, 'format'>): string {
  const words = instant.toZonedDateTimeISO(zone).toPlainDateTime().toLocaleString(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  return `${words} (${zone})`
}

const locales = { en: 'en-GB', fr: 'fr', es: 'es' } as const
