import type { Answer } from '../../../src/answers/answer.ts'
import type { Hit } from '../../../src/answers/hits.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import { answerItems, type Looked } from '../../chat/answer-items.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { adaptiveCard } from './adaptive-card.ts'
import type { AdaptiveCard } from './card-elements.ts'
import { drawItems } from './draw-items.ts'
import { itemLimits } from './item-limits.ts'
import { budgets, teamsLimits } from './limits.ts'
import { paginate } from './paginate.ts'
import { plainText } from './render-answer.ts'
import { sourceInBrief } from './source-in-brief.ts'
import { paragraph, quietLine } from './text-elements.ts'
import { words } from './wording.ts'

/** A search result: the card that goes into the message, and what the list shows of it. */
export type HitAttachment = {
  readonly contentType: 'application/vnd.microsoft.card.adaptive'
  readonly content: AdaptiveCard
  readonly preview: {
    readonly contentType: 'application/vnd.microsoft.card.thumbnail'
    readonly content: { readonly title: string; readonly text: string }
  }
}

/** What a search found, in the same order. The cards have no buttons: where they are put, nobody may hear them. */
export function hitAttachments(hits: readonly Hit[], language: Language): HitAttachment[] {
  return hits.slice(0, teamsLimits.searchResults).map((hit) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: hitCard(hit, language),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: cutText(previewText(hit.title), budgets.previewTitle),
        text: cutText(previewText(hit.summary), budgets.previewText),
      },
    },
  }))
}

/** Previews read some HTML, of which nothing is left without its brackets. */
function previewText(text: string): string {
  return cleanText(text).trim().replaceAll('<', '‹').replaceAll('>', '›')
}

/** The beginning of a long answer, with its source and where to ask for the rest. */
function hitCard(hit: Hit, language: Language): AdaptiveCard {
  const { title, answer } = hit
  const told = withoutQuestions(answer)
  const items = answerItems(told, nowhere, itemLimits).filter((item) => item.kind !== 'source' || hasSource(told, item))
  const { pages, bullets } = paginate(items, language, { single: budgets.hitBytes, several: () => budgets.hitBytes })
  const page = pages[0] ?? []
  const body = [
    ...(namesItself(hit) ? [] : [paragraph([{ text: cleanText(title), bold: true }])]),
    ...drawItems(page, { language, bullets }),
    ...(pages.length > 1 ? [...sourceInBrief(told, nowhere, page), quietLine(words.moreInChat[language])] : []),
  ]
  return adaptiveCard(body, plainText(told), language)
}

/** Most entries begin with their name, after an article perhaps. An organisation's own topics may begin with anything. */
function namesItself({ kind, title, summary }: Hit): boolean {
  return (
    kind !== 'topic' && new RegExp(`^(?:\\p{L}{1,4}[ ’'])?${RegExp.escape(title)}(?![\\p{L}\\p{N}])`, 'u').test(summary)
  )
}

/** There is nobody to answer them. */
function withoutQuestions(answer: Answer): Answer {
  return { ...answer, parts: answer.parts.map((part) => ({ ...part, choices: [], suggestions: [] })) }
}

/** Not where was looked for it: a topic of an organisation may do without a source. */
const nowhere: Looked = { documents: 0, knowledgeAsOf: undefined }

function hasSource(answer: Answer, { part }: AnswerItem): boolean {
  return (answer.parts[part]?.sources.length ?? 0) > 0
}
