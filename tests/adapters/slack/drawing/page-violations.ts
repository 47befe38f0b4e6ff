import { cleanText } from '../../../../adapters/chat/clean-text.ts'
import { budgets, slackLimits } from '../../../../adapters/slack/drawing/limits.ts'
import { jsonBytes } from '../../../../adapters/slack/drawing/paginate.ts'
import type { Drawing } from '../../../../adapters/slack/drawing/render-answer.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { sourceLine } from '../../../../src/answers/source-line.ts'
import { checkMessage } from '../fake/block-check.ts'
import { elementsOf, shownTexts } from './an-answer.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What is wrong with the pages of an answer: what Slack refuses, our budgets, what can mention, what is lost or cut. */
export function pageViolations(answer: Answer, pages: readonly Drawing[]): string[] {
  // A long source line goes on on the next page, where it does not begin with its word.
  const sources = answer.parts
    .flatMap((part) => sourceLine(part.sources, answer.language))
    .map(cleanText)
    .join('\n')
  return [...pages.flatMap((page, i) => pageViolation(page, i === 0 ? '' : sources)), ...factViolations(answer, pages)]
}

const sourceStart = /^(?:Source|Looked|Cherché|Fuente|Se ha buscado)/

function pageViolation({ text, blocks }: Drawing, sources: string): string[] {
  const bytes = jsonBytes(blocks)
  const live = ['user', 'broadcast', 'usergroup', 'channel', 'emoji', 'mrkdwn'].filter(
    (type) => elementsOf(blocks, type).length > 0,
  )
  const links = elementsOf(blocks, 'link').filter(({ url }) => !/^(?:https:\/\/|mailto:)/.test(String(url)))
  return [
    ...checkMessage({ text, blocks }),
    ...(bytes > budgets.messageBytes ? [`${bytes} bytes`] : []),
    ...(blocks.length > slackLimits.blocksPerMessage ? [`${blocks.length} blocks`] : []),
    ...(text.length > slackLimits.messageText ? [`text of ${text.length}`] : []),
    ...(/[<>]|&(?!amp;|lt;|gt;)/.test(text) ? ['text is not escaped'] : []),
    ...(shownTexts(blocks).some((shown) => sourceStart.test(shown) || (shown.length > 20 && sources.includes(shown)))
      ? []
      : ['no source']),
    ...live.map((type) => `holds ${type}`),
    ...links.map(({ url }) => `links to ${String(url)}`),
  ]
}

/** Each fact stands in the bullets once and whole, and is divided only between what reads as characters. */
function factViolations(answer: Answer, pages: readonly Drawing[]): string[] {
  const facts = answer.parts.flatMap((part) => part.facts.filter((fact) => fact.trim() !== '')).map(cleanText)
  const pieces = pages.flatMap(({ blocks }) => elementsOf(blocks, 'rich_text_list').flatMap((list) => shownTexts(list)))
  if (pieces.join('') !== facts.join('')) return ['the bullets are not the facts']
  const ends = new Set<number>()
  pieces.reduce((end, piece) => ends.add(end + piece.length) && end + piece.length, 0)
  let start = 0
  return facts.flatMap((fact) => {
    const inside = [...ends].filter((end) => end > start && end < start + fact.length).map((end) => end - start)
    start += fact.length
    const segments = graphemes.segment(fact)
    return inside
      .filter((end) => segments.containing(end)?.index !== end)
      .map((end) => `cut inside a character at ${end}`)
  })
}
