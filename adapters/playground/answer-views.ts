import type { Answer } from '../../src/answers/answer.ts'

/** What Slack gets: blocks, and the text for where blocks are not shown. */
export type SlackMessage = { readonly text: string; readonly blocks: readonly object[] }
/** What Teams gets: an Adaptive Card. */
export type TeamsMessage = { readonly card: object }

/** How the chat platforms show an answer: their own renderers, handed in because no adapter imports another. */
export type AnswerViews = {
  slack(answer: Answer): Promise<SlackMessage>
  teams(answer: Answer): Promise<TeamsMessage>
}
