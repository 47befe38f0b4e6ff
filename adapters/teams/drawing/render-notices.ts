import { colon } from '../../../src/answers/statement.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { words as chatWords, notices } from '../../chat/wording.ts'
import { adaptiveCard } from './adaptive-card.ts'
import { button, fitsButton } from './card-actions.ts'
import type { CardElement } from './card-elements.ts'
import type { Drawing } from './render-answer.ts'
import { heading, inDirectionOf, paragraph } from './text-elements.ts'
import { words } from './wording.ts'

/** What can happen besides an answer. */
export type Notice = keyof typeof notices

/** One sentence. */
export function renderNotice(notice: Notice, language: Language): Drawing {
  return renderWords(notices[notice][language], language)
}

/** A few words of ours. */
export function renderWords(text: string, language: Language): Drawing {
  return { text, card: adaptiveCard([paragraph([{ text }])], text, language) }
}

/** What an empty mention gets: what can be asked, with examples to click on. */
export function renderHelp(language: Language, examples: readonly string[]): Drawing {
  const text = chatWords.help[language]
  return drawWithExamples([paragraph([{ text }])], text, examples, language)
}

/** What everybody sees once where the assistant is new: what it is, how to ask it, and examples to click on. */
export function renderWelcome(
  language: Language,
  examples: readonly string[],
  { inTeam }: { readonly inTeam: boolean },
): Drawing {
  const title = chatWords.homeTitle[language]
  const about = chatWords.homeAbout[language]
  const how = (inTeam ? words.howInTeam : words.howInPerson)[language]
  const body = [
    { ...heading(title), size: 'Large' as const },
    paragraph([{ text: about }]),
    paragraph([{ text: how }]),
    ...(examples.length > 0 ? [heading(`${chatWords.tryThese[language]}${colon[language].trimEnd()}`)] : []),
  ]
  return drawWithExamples(body, [title, about, how].join('\n'), examples, language)
}

function drawWithExamples(
  body: readonly CardElement[],
  text: string,
  examples: readonly string[],
  language: Language,
): Drawing {
  const shown = examples
    .map((example) => cleanText(example).trim())
    .filter(fitsButton)
    .slice(0, mostExamples)
  const whole = [text, ...shown.map((example) => `• ${example}`)].join('\n')
  const rows = shown.map((example) => exampleRow(example, language))
  return { text: whole, card: adaptiveCard([...body, ...rows], whole, language) }
}

const mostExamples = 4

/** A question in full, beside a button that asks it. */
function exampleRow(question: string, language: Language): CardElement {
  const ask = chatWords.ask[language]
  const spoken = `${ask}${colon[language]}${question}`
  return inDirectionOf(question, {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'Center',
        items: [paragraph([{ text: question }])],
      },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Center',
        items: [{ type: 'ActionSet', actions: [button(ask, { verb: 'choose', question, language }, spoken)] }],
      },
    ],
  })
}
