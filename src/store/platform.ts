/** The chat platforms whose events, verdicts and reminders are kept. */
export const platforms = ['slack', 'teams'] as const
export type Platform = (typeof platforms)[number]
