/** What Slack refuses beyond; each with where the number stands. Texts are counted in UTF-16 units. */
export const slackLimits = {
  blocksPerMessage: 50, // types
  blocksPerView: 100, // types
  sectionText: 3000, // types
  contextElements: 10, // types
  actionsElements: 25, // types
  buttonText: 75, // types
  buttonValue: 2000, // types
  accessibilityLabel: 75, // types
  url: 3000, // types
  id: 255, // types
  modalTitle: 24, // types
  modalButton: 24, // types
  privateMetadata: 3000, // types
  checkboxes: 10, // types
  suggestedPrompts: 4, // documentation
  // Undocumented: 13,000 characters were refused with msg_blocks_too_long, 11,341 of plain text as well.
  messageBlocksJson: 11_000, // reports
  messageText: 4000, // documentation: best kept below; cut at 40,000
} as const

/** What we allow ourselves, below Slack's limits. Bytes are of JSON in UTF-8. */
export const budgets = {
  /** All blocks of a message. */
  messageBytes: 10_000,
  /** The `text` fallback before it is escaped. */
  fallbackText: 3500,
  /** Clients clip longer button labels. */
  buttonLabel: 30,
  /** Text is divided into pieces of this length to fill pages. */
  piece: 800,
  /** The question above an answer. */
  askedText: 300,
  /** The source line on a page after which its answer goes on. */
  sourceInBrief: 300,
  /** Buttons in one row. */
  buttonsInRow: 5,
  /** The upcoming meetings on App Home. */
  homeBytes: 6000,
  /** The rows on a page of a list of reminders. */
  listBytes: 8000,
  /** A line about a reminder. */
  reminderLine: 250,
  /** What somebody may write about an answer that did not help. */
  reason: 1000,
} as const
