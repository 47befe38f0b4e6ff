import type { KnownBlock } from '@slack/types'
import { colon } from '../../../src/answers/statement.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { words } from '../../chat/wording.ts'
import { button, questionValue } from './buttons.ts'
import { actionIds } from './control-values.ts'
import { escapeWithin } from './fallback-text.ts'
import { slackLimits } from './limits.ts'
import type { Drawing } from './render-answer.ts'
import { paragraph, plainText } from './text-objects.ts'
import { slackNotices } from './wording.ts'

/** What can happen besides an answer. */
export type Notice = keyof typeof slackNotices

/** One sentence. */
export function renderNotice(notice: Notice, language: Language): Drawing {
  const text = slackNotices[notice][language]
  return { text: escapeWithin(text), blocks: [paragraph([{ text }])] }
}

/** What an empty mention gets: what can be asked, with examples to click on. */
export function renderHelp(language: Language, examples: readonly string[]): Drawing {
  const text = words.help[language]
  const shown = examples.slice(0, maxExamples)
  return {
    text: escapeWithin([text, ...shown.map((example) => `• ${example}`)].join('\n')),
    blocks: [paragraph([{ text }]), ...exampleBlocks(shown, language, actionIds.choose)],
  }
}

const maxExamples = 3

/** Questions in full, each beside a button that asks it. */
export function exampleBlocks(
  examples: readonly string[],
  language: Language,
  actionId: (position: number) => string,
): KnownBlock[] {
  return examples.flatMap((example, i): KnownBlock[] => {
    const value = questionValue(example, language)
    if (value === undefined) return []
    const spoken = cutText(
      `${words.ask[language]}${colon[language]}${cleanText(example)}`,
      slackLimits.accessibilityLabel,
    )
    const ask = { ...button(words.ask[language], actionId(i), value), accessibility_label: spoken }
    return [{ type: 'section', text: plainText(example), accessory: ask }]
  })
}
