import { randomUUID } from 'node:crypto'
import type { Answer } from '../../src/answers/answer.ts'
import { answerInJson } from '../answer-json.ts'
import type { Route } from '../web-server.ts'
import type { AnswerViews } from './answer-views.ts'
import type { PlaygroundAnswer } from './playground-answer.ts'
import { SlackPictures } from './slack-pictures.ts'

/** Draws answers in every form that the chat page shows. */
export type EveryForm = {
  /** @param asked when it was asked: for people, and by `performance.now()` */
  draw(answer: Answer, asked: { readonly at: Temporal.Instant; readonly started: number }): Promise<PlaygroundAnswer>
  /** Where the pictures are. */
  readonly route: Route
}

export function everyForm(views: AnswerViews): EveryForm {
  const pictures = new SlackPictures()
  return {
    route: pictures.route,
    draw: async (answer, { at, started }) => {
      const json = answerInJson(answer, started)
      const [slack, teams] = await Promise.all([views.slack(answer), views.teams(answer)])
      const sent = { blocks: slack.blocks, at: new Date(at.epochMilliseconds) }
      const slackPicture = pictures.keep(randomUUID(), sent)
      const { language, parts } = answer
      return { answer: json, language, parts, views: { text: json.text, slack, teams }, slackPicture }
    },
  }
}
