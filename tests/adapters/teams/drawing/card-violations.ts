import { type CitationEntity, citationEntity } from '../../../../adapters/teams/drawing/citation-entity.ts'
import { teamsLimits } from '../../../../adapters/teams/drawing/limits.ts'
import { messageBytes } from '../../../../adapters/teams/drawing/message-bytes.ts'
import type { Drawing } from '../../../../adapters/teams/drawing/render-answer.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { elementsOf } from './an-answer.ts'
import { checkCard } from './card-check.ts'

/** What is wrong with a drawing: what the renderer refuses, what is too large, and what could do more than show. */
export function cardViolations(drawing: Drawing, citations?: CitationEntity): string[] {
  const { card } = drawing
  const bytes = messageBytes(asActivity(drawing, citations))
  const urls = elementsOf(card, 'Action.OpenUrl').map(({ url }) => String(url))
  return [
    ...checkCard(card),
    ...(bytes > teamsLimits.messageBytes ? [`${bytes} bytes`] : []),
    ...urls.filter((url) => !/^(?:https:\/\/|mailto:)/.test(url)).map((url) => `links to ${url}`),
    ...elementsOf(card, 'TextRun')
      .filter(({ text }) => /\{\{(?:DATE|TIME)\(/.test(String(text)))
      .map(() => 'a date to format'),
    ...elementsOf(card, 'ActionSet')
      .filter(({ actions }) => (actions as unknown[]).length > teamsLimits.actionsInSet)
      .map(() => 'too many buttons'),
    ...(card.fallbackText.trim() === '' || drawing.text.trim() === '' ? ['no text'] : []),
  ]
}

/** The same of all pages of an answer. */
export function pagesViolations(answer: Answer, pages: readonly Drawing[]): string[] {
  const citations = citationEntity(
    answer.parts.flatMap(({ sources }) => sources),
    answer.language,
  )
  return pages.flatMap((page) => cardViolations(page, citations))
}

/** The activity around a card, as large as they get: Teams' ids are long. */
function asActivity({ text, card }: Drawing, citations: CitationEntity | undefined): object {
  return {
    type: 'message',
    serviceUrl: `https://smba.trafficmanager.net/emea/${id}/`,
    channelId: 'msteams',
    from: { id: `28:${id}`, name: 'Focal Point' },
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      id: `19:${id}${id}@thread.tacv2;messageid=1700000000000`,
      tenantId: id,
    },
    recipient: { id: `29:${id}${id}`, name: 'A Person With A Rather Long Name', isTargeted: true },
    replyToId: '1700000000000',
    summary: text,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    channelData: { feedbackLoop: { type: 'default' } },
    entities: citations ? [citations] : [],
  }
}

const id = '00000000-0000-0000-0000-000000000000'
