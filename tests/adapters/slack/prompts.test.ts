import { describe, expect, test } from 'vitest'
import { slackLimits } from '../../../adapters/slack/limits.ts'
import { prompts } from '../../../adapters/slack/prompts.ts'
import { languages } from '../../../src/knowledge/language.ts'
import { ask } from '../../answers/shipped-answers.ts'

const all = languages.flatMap((language) => prompts[language].map((prompt) => ({ language, ...prompt })))

describe('suggested prompts', () => {
  test.each(languages)('are as many as Slack takes, in %s', (language) => {
    expect(prompts[language].length).toBeGreaterThan(0)
    expect(prompts[language].length).toBeLessThanOrEqual(slackLimits.suggestedPrompts)
  })

  test.each(all)('are answered, in the language they are asked in: $message', ({ message, language }) => {
    expect(ask(message)).toMatchObject({ status: 'answered', language })
  })
})
