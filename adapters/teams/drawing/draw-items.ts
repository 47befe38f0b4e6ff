import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import type { Run } from '../../chat/clean-text.ts'
import { isAlike } from '../../chat/fill-pages.ts'
import { actionSets, button } from './card-actions.ts'
import type { CardElement } from './card-elements.ts'
import { meetingButtons } from './meeting-buttons.ts'
import { heading, inDirectionOf, paragraph, quietLine } from './text-elements.ts'

/** How facts are listed: `hanging` looks better, `inline` takes a third of the room. */
export type Bullets = 'hanging' | 'inline'

type Drawn = { readonly language: Language; readonly bullets: Bullets }

/** Items of one page as elements; a line stands between the answers to two questions. */
export function drawItems(items: readonly AnswerItem[], drawn: Drawn): CardElement[] {
  return groupItems(items).flatMap((group, i, groups) => {
    const elements = drawGroup(group, drawn)
    const isNewPart = i > 0 && groups[i - 1]?.[0]?.part !== group[0]?.part
    return isNewPart ? apart(elements) : elements
  })
}

/** The line between two questions. */
export const separation = { separator: true, spacing: 'Large' } as const

function apart([first, ...rest]: readonly CardElement[]): CardElement[] {
  return first ? [{ ...first, ...separation }, ...rest] : []
}

function groupItems(items: readonly AnswerItem[]): AnswerItem[][] {
  const groups: AnswerItem[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && isAlike(last[0], item)) last.push(item)
    else groups.push([item])
  }
  return groups
}

function drawGroup(group: readonly AnswerItem[], { language, bullets }: Drawn): CardElement[] {
  const texts = joinPieces(group)
  switch (group[0]?.kind) {
    case undefined:
      return []
    case 'lead':
      return texts.map(directed)
    case 'heading':
      return texts.map((runs) => heading(textOf(runs)))
    case 'fact':
      return texts.map(bullets === 'hanging' ? hangingBullet : inlineBullet)
    case 'note':
      return [{ type: 'Container', style: 'emphasis', spacing: 'Medium', items: texts.map(directed) }]
    case 'option':
      return texts.map((runs) => ({ ...directed(runs), spacing: 'Small' }))
    case 'suggestion':
    case 'source':
      return texts.map((runs) => quietLine(textOf(runs)))
    case 'choice':
      return actionSets(group.flatMap((item) => (item.kind === 'choice' ? [choose(item, language)] : [])))
    case 'meeting':
      return actionSets(group.flatMap((item) => (item.kind === 'meeting' ? meetingButtons(item, language) : [])))
  }
}

function choose({ label, question }: { label: string; question: string }, language: Language) {
  return button(label, { verb: 'choose', question, language })
}

function directed(runs: readonly Run[]): CardElement {
  return inDirectionOf(textOf(runs), paragraph(runs))
}

function inlineBullet(runs: readonly Run[]): CardElement {
  return inDirectionOf(textOf(runs), { ...paragraph([{ text: '• ' }, ...runs]), spacing: 'Small' })
}

function hangingBullet(runs: readonly Run[]): CardElement {
  return inDirectionOf(textOf(runs), {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'auto', items: [paragraph([{ text: '•' }])] },
      { type: 'Column', width: 'stretch', spacing: 'Small', items: [paragraph(runs)] },
    ],
  })
}

/** One text for each item, except that what goes on is one text with what it goes on in. */
function joinPieces(group: readonly AnswerItem[]): Run[][] {
  const texts: Run[][] = []
  group.forEach((item, i) => {
    if (item.kind === 'choice' || item.kind === 'meeting') return
    const runs = 'runs' in item ? item.runs : [{ text: item.text }]
    if (group[i - 1]?.goesOn) texts.at(-1)?.push(...runs)
    else texts.push([...runs])
  })
  return texts
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
