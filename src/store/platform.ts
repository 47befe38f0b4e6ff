/** The chat platforms whose events, verdicts and reminders are kept. */
export type Platform = 'slack' | 'teams'
