import { describe, expect, test } from 'vitest'
import type { ChatDriver, ChatUnderTest, Circumstances } from './chat-under-test.ts'
import { choicesContract } from './contract/choices.ts'
import type { Promises, Show } from './contract/contract-part.ts'
import { conversationsContract } from './contract/conversations.ts'
import { discretionContract } from './contract/discretion.ts'
import { feedbackContract } from './contract/feedback.ts'
import { harmContract } from './contract/harm.ts'
import { languagesContract } from './contract/languages.ts'
import { onceContract } from './contract/once.ts'
import { pagesContract } from './contract/pages.ts'
import { questionsContract } from './contract/questions.ts'
import { troubleContract } from './contract/trouble.ts'

const parts = {
  questions: questionsContract,
  'what is delivered more than once': onceContract,
  conversations: conversationsContract,
  languages: languagesContract,
  choices: choicesContract,
  pages: pagesContract,
  'hostile texts': harmContract,
  feedback: feedbackContract,
  trouble: troubleContract,
  'what the log tells': discretionContract,
}

/**
 * What the adapter of every chat platform shows, each on a platform of its own. Besides what a promise is about, everything
 * that is sent keeps to the rules of the platform, and the log tells nothing of what people and we say.
 */
export function adapterContract(name: string, driver: ChatDriver): void {
  const promised: string[] = []
  const promises: Promises = (title, show, circumstances) => {
    promised.push(title)
    const reason = driver.cannot?.[title]
    if (reason !== undefined) return test.skip(`${title} (not in ${name}: ${reason})`)
    test(title, () => keep(show, driver, circumstances?.()))
  }
  describe(name, () => {
    for (const [about, part] of Object.entries(parts)) describe(about, () => part(promises, driver))
    test('what is said not to be possible is something that is promised', () => {
      expect(Object.keys(driver.cannot ?? {}).filter((title) => !promised.includes(title))).toEqual([])
    })
  })
}

async function keep(show: Show, { start }: ChatDriver, circumstances?: Circumstances): Promise<void> {
  await using chat = await start(circumstances)
  await show(chat)
  await chat.stop()
  expect(chat.violations()).toEqual([])
  expect(toldInLog(chat)).toEqual([])
}

/** What the log must not tell, but does: tokens, names, and lines of what was said. */
function toldInLog({ logged, secrets, said }: ChatUnderTest): string[] {
  const lines = said().flatMap(({ text }) => text.split('\n'))
  const telling = lines.filter((line) => line.length > 20)
  const log = logged.join('\n')
  return [...secrets, 'Ines', 'Moreau', 'Tomás', ...telling].filter((secret) => log.includes(secret))
}
