import type { Answer } from '../../../src/answers/answer.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cutText } from '../../chat/cut-text.ts'
import type { Outgoing } from '../connector/teams-calls.ts'
import { citationEntity } from '../drawing/citation-entity.ts'
import type { Drawing } from '../drawing/render-answer.ts'
import { textAnswer } from '../drawing/text-answer.ts'

export const cardType = 'application/vnd.microsoft.card.adaptive'

/** What a notification shows of a message. */
const summaryLength = 200

/** A drawing as a message. */
export function cardMessage({ text, card }: Drawing): Outgoing {
  return {
    type: 'message',
    summary: cutText(text, summaryLength),
    attachments: [{ contentType: cardType, content: card }],
  }
}

/** The drawing of an answer as a message, under which people can say whether it helped, and which tells its sources. */
export function answerMessage(drawing: Drawing, answer: Answer): Outgoing {
  const sources = answer.parts.flatMap((part) => part.sources)
  const citations = citationEntity(sources, answer.language)
  return {
    ...cardMessage(drawing),
    channelData: { feedbackLoop: { type: 'default' } },
    // Copied, as botbuilder's type wants entities that can be changed.
    ...(citations && { entities: [{ ...citations }] }),
  }
}

/** The same in words alone. */
export function textAnswerMessage(answer: Answer): Outgoing {
  const { text, citations } = textAnswer(answer)
  return { ...textMessage(text, answer.language), ...(citations && { entities: [{ ...citations }] }) }
}

/** A text without any mark-up. */
export function textMessage(text: string, language: Language): Outgoing {
  return { type: 'message', text, textFormat: 'plain', locale: language }
}
