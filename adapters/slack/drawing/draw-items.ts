import type { Button, KnownBlock, RichTextBlock, RichTextBlockElement, RichTextSection } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import type { Run } from '../../chat/clean-text.ts'
import { isAlike } from '../../chat/fill-pages.ts'
import { button, questionValue } from './buttons.ts'
import { actionIds } from './control-values.ts'
import { budgets, slackLimits } from './limits.ts'
import { meetingButtons } from './meeting-buttons.ts'
import { richElements } from './rich-elements.ts'
import { contextLine } from './text-objects.ts'

/** Items of one page as blocks: what belongs together shares one, and a line stands between the answers to two questions. */
export function drawItems(items: readonly AnswerItem[], language: Language): KnownBlock[] {
  return groupItems(items).flatMap((group, i, groups) => {
    const isNewPart = i > 0 && groups[i - 1]?.[0]?.part !== group[0]?.part
    const block = drawGroup(group, language)
    return isNewPart ? [{ type: 'divider' }, block] : [block]
  })
}

/** Whether an item goes into the same block as those before it, which are of one kind and part. */
export function joins(group: readonly AnswerItem[], item: AnswerItem): boolean {
  return isAlike(group[0], item) && group.length % largestGroup[item.kind] !== 0
}

const largestGroup: Readonly<Record<AnswerItem['kind'], number>> = {
  lead: Number.POSITIVE_INFINITY,
  heading: 1,
  fact: Number.POSITIVE_INFINITY,
  note: Number.POSITIVE_INFINITY,
  option: Number.POSITIVE_INFINITY,
  suggestion: slackLimits.contextElements,
  source: slackLimits.contextElements,
  choice: budgets.buttonsInRow,
  meeting: 1,
}

function groupItems(items: readonly AnswerItem[]): AnswerItem[][] {
  const groups: AnswerItem[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && joins(last, item)) last.push(item)
    else groups.push([item])
  }
  return groups
}

function drawGroup(group: readonly AnswerItem[], language: Language): KnownBlock {
  const texts = joinPieces(group)
  switch (group[0]?.kind) {
    case 'choice':
      return { type: 'actions', elements: group.flatMap((item) => choiceButton(item, language)) }
    case 'meeting':
      return { type: 'actions', elements: group.flatMap((item) => meetingControls(item, language)) }
    case 'suggestion':
    case 'source':
      return contextLine(...group.flatMap((item) => ('text' in item ? [item.text] : [])))
    case 'fact':
      return richText([{ type: 'rich_text_list', style: 'bullet', elements: texts.map(section) }])
    case 'note':
      return richText(texts.map((runs) => ({ type: 'rich_text_quote', elements: richElements(runs) })))
    case 'option':
      return richText([section(texts.flatMap((runs, i) => (i === 0 ? runs : [{ text: '\n' }, ...runs])))])
    default:
      return richText(texts.map(section))
  }
}

function choiceButton(item: AnswerItem, language: Language): Button[] {
  if (item.kind !== 'choice') return []
  return [button(item.label, actionIds.choose(item.position), questionValue(item.question, language) ?? '')]
}

function meetingControls(item: AnswerItem, language: Language): Button[] {
  return item.kind === 'meeting' ? meetingButtons(item, language) : []
}

/** One text for each item, except that what goes on is one text with what it goes on in. */
function joinPieces(group: readonly AnswerItem[]): Run[][] {
  const texts: Run[][] = []
  group.forEach((item, i) => {
    if (!('runs' in item)) return
    if (group[i - 1]?.goesOn) texts.at(-1)?.push(...item.runs)
    else texts.push([...item.runs])
  })
  return texts
}

function section(runs: readonly Run[]): RichTextSection {
  return { type: 'rich_text_section', elements: richElements(runs) }
}

function richText(elements: RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements }
}
