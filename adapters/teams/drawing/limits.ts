/** What Teams refuses or cuts beyond; each with where the number stands. */
export const teamsLimits = {
  // 28 KB (connectors), 40 KB (bots in 2025), 100 KB (bots today): the documents disagree, so the smallest holds.
  messageBytes: 28_000, // documentation
  cardVersion: '1.5', // documentation
  actionsInSet: 6, // documentation
  searchResults: 25, // documentation
  citations: 20, // documentation: more are refused with 400
  citationName: 80, // documentation
  citationAbstract: 160, // documentation
} as const

/** What we allow ourselves, in bytes as `messageBytes` counts them or in UTF-16 units of text. Together they stay below `teamsLimits`. */
export const budgets = {
  /** A card, with its fallback text: units of `messageBytes`. */
  cardBytes: 18_000,
  /** What a contact button asks. */
  contactBytes: 400,
  /** The plain text beside a card. */
  textBytes: 4000,
  /** The citations beside a card. */
  citationBytes: 3500,
  /** What a client shows that cannot draw the card. */
  fallbackBytes: 1000,
  /** A card that a search puts into a message. */
  hitBytes: 9000,
  /** A question in a button, which carries it twice for older clients. */
  questionBytes: 1500,
  /** Narrow clients clip longer button labels. */
  buttonLabel: 50,
  /** The letters of the buttons in one row. */
  rowLetters: 42,
  /** A button's label in full. */
  tooltip: 200,
  /** Text is divided into pieces of this length to fill pages. */
  piece: 800,
  /** The question above an answer. */
  askedText: 300,
  /** Who shared an answer. */
  sharedBy: 80,
  /** The source line on a page after which its answer goes on. */
  sourceInBrief: 300,
  /** The rows on a page of a list of reminders. */
  listBytes: 12_000,
  /** A line of one. */
  reminderLine: 250,
  /** The title and the text of a search result before it is opened. */
  previewTitle: 80,
  previewText: 160,
} as const
