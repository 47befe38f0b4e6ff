/** Where people are answered whose events, verdicts and reminders are kept; on the web that is our own page. */
export const platforms = ['slack', 'teams', 'web'] as const
export type Platform = (typeof platforms)[number]
