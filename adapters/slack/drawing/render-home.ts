import type { HeaderBlock, HomeView, KnownBlock } from '@slack/types'
import type { Answer } from '../../../src/answers/answer.ts'
import { colon } from '../../../src/answers/statement.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { answerItems, type Looked } from '../../chat/answer-items.ts'
import { pagesOfRows } from '../../chat/reminder-list.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { documentsKnown, notices, words } from '../../chat/wording.ts'
import { actionIds } from './control-values.ts'
import { dateMention } from './date-mention.ts'
import { drawItems } from './draw-items.ts'
import { itemLimits } from './item-limits.ts'
import { budgets } from './limits.ts'
import { jsonBytes, paginate } from './paginate.ts'
import { reminderRow } from './reminder-rows.ts'
import { exampleBlocks } from './render-notices.ts'
import { contextLine, paragraph, plainText } from './text-objects.ts'
import { slackWords } from './wording.ts'

/** What App Home tells one person. */
export type HomeContent = Looked & {
  readonly language: Language
  /** The person's time zone. */
  readonly zone: string
  /** The answer to "events next". */
  readonly upcoming: Answer
  /** Those of the person; undefined where they cannot be told at the moment. */
  readonly reminders: readonly ListedReminder[] | undefined
  readonly examples: readonly string[]
  readonly knowledgeReadAt: Temporal.Instant
}

/** App Home: what can be asked, upcoming meetings, reminders, and how old the knowledge is. */
export function renderHome(content: HomeContent): HomeView {
  const { language } = content
  return {
    type: 'home',
    blocks: [
      header(words.homeTitle[language]),
      paragraph([{ text: words.homeAbout[language] }]),
      paragraph([{ text: slackWords.homeHow[language] }]),
      header(words.tryThese[language]),
      ...exampleBlocks(content.examples.slice(0, maxExamples), language, actionIds.example),
      header(words.upcoming[language]),
      ...upcomingBlocks(content),
      header(words.myReminders[language]),
      ...reminderBlocks(content),
      { type: 'divider' },
      ...footLines(content),
    ],
  }
}

const maxExamples = 5

function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text) }
}

/** The first page of the answer, without what it suggests: examples stand above. */
function upcomingBlocks({ upcoming, ...looked }: HomeContent): KnownBlock[] {
  const parts = upcoming.parts.map((part) => ({ ...part, suggestions: [], choices: [] }))
  const items = answerItems({ ...upcoming, parts }, looked, itemLimits)
  const pages = paginate(items, upcoming.language, { bytes: budgets.homeBytes, blocks: 40 })
  const more = pages.length > 1 ? [contextLine(words.andMore[looked.language])] : []
  return [...drawItems(pages[0] ?? [], upcoming.language), ...more]
}

/** Of very many the first; the list in Messages has them all. */
function reminderBlocks({ reminders, language }: HomeContent): KnownBlock[] {
  if (!reminders) return [paragraph([{ text: notices.unavailable[language] }])]
  if (reminders.length === 0) return [paragraph([{ text: words.noReminders[language] }])]
  const rows = reminders.map((reminder, position) => reminderRow(reminder, { language, position }))
  const [first = [], ...others] = pagesOfRows(rows.slice(0, mostReminders), budgets.homeBytes, jsonBytes)
  const isAll = others.length === 0 && rows.length <= mostReminders
  return [...first, ...(isAll ? [] : [contextLine(reminderWords.moreReminders[language])])]
}

const mostReminders = 15

function footLines({ language, zone, knowledgeReadAt, documents, knowledgeAsOf }: HomeContent): KnownBlock[] {
  const read = `${words.knowledgeRead[language]}${colon[language]}${dateMention(knowledgeReadAt, { zone, language })}`
  return [
    contextLine(`${words.timeZone[language]}${colon[language]}${zone}`),
    // The one text in mrkdwn: only there Slack reads a date. It holds nothing but our own words.
    { type: 'context', elements: [{ type: 'mrkdwn', text: read }] },
    contextLine(documentsKnown[language](documents, knowledgeAsOf)),
  ]
}
