import { expect } from 'vitest'
import { notices } from '../../../../adapters/chat/wording.ts'
import type { Store } from '../../../../src/store/store.ts'
import { anAnswer, aPart } from '../an-answer.ts'
import type { By, ChatUnderTest, SaidMessage } from '../chat-under-test.ts'
import { answer, answers } from './asking.ts'
import { alwaysAnswering } from './assistants.ts'
import type { ContractPart } from './contract-part.ts'

/** Numbers of the same length, so that no line is part of another. */
const rules = Array.from({ length: 400 }, (_, i) => `Rule ${1001 + i}: herons wade with care along all shores.`)
const longList = anAnswer([aPart({ lead: 'These are the rules:', facts: rules, isList: true })])
const longText = anAnswer([aPart({ lead: 'The rules of the house.', facts: [rules.join(' ')] })])

const places = [
  ['in a channel', (chat: ChatUnderTest, by?: By) => chat.mention('rules', by)],
  ['in a direct message', (chat: ChatUnderTest, by?: By) => chat.askDirectly('rules', by)],
  ['in a private answer', (chat: ChatUnderTest, by?: By) => chat.command('rules', by)],
] as const

const withList = () => ({ focalPoint: alwaysAnswering(longList) })

/** What does not fit into one message. */
export const pagesContract: ContractPart = (promises) => {
  for (const [where, ask] of places) {
    promises(
      `the pages of a long list ${where} take turns in one message, and together hold everything`,
      async (chat) => {
        await ask(chat)
        const pages = await turnAll(chat)
        expect(pages.length).toBeGreaterThan(2)
        expect(pages.map(pageLine)).toEqual(pages.map((_, i) => `Page ${i + 1} of ${pages.length}`))
        expect(pages[0]?.buttons).not.toContain('Back')
        expect(pages.at(-1)?.buttons).not.toContain('More')
        const told = pages.map(({ text }) => text).join('\n')
        expect(rules.filter((rule) => !told.includes(rule))).toEqual([])
        expect(new Set(pages.map(({ id }) => id)).size).toBe(1)
        expect(await turn(chat, 'Back', pages.length - 1)).toEqual(pages.at(-2))
        expect(chat.said()).toHaveLength(1)
      },
      withList,
    )
  }

  promises(
    'every page names its source',
    async (chat) => {
      await chat.mention('rules')
      for (const { text } of await turnAll(chat)) expect(text).toMatch(/Source: .*as of 2021/)
    },
    withList,
  )

  promises(
    'presses in a hurry leave one of the pages, whole',
    async (chat) => {
      await chat.mention('rules')
      const page = await answer(chat)
      await Promise.all(['More', 'More', 'More', 'More'].map((label) => chat.press(page, label)))
      await chat.stop()
      expect(chat.said().map(pageLine)).toEqual([expect.stringMatching(/^Page 2 of /)])
    },
    withList,
  )

  promises(
    'a long text has pages that hold every word of it',
    async (chat) => {
      await chat.mention('rules')
      const told = (await turnAll(chat)).map(({ text }) => text.split(/\nSource: /)[0]).join(' ')
      const words = rules.join(' ').split(' ')
      expect(told.split(/\s+/).filter((word) => words.includes(word))).toEqual(words)
    },
    () => ({ focalPoint: alwaysAnswering(longText) }),
  )

  const kept = { isGone: false }
  promises(
    'when an answer is no longer kept, whoever presses hears so, and what stands there stays',
    async (chat) => {
      await chat.mention('rules')
      const page = await answer(chat)
      kept.isGone = true
      await chat.press(page, 'More')
      await answers(chat, 2)
      expect(chat.said()).toEqual([page, expect.objectContaining({ isPrivate: true, text: notices.answerGone.en })])
    },
    () => {
      kept.isGone = false
      return { ...withList(), storeAs: forgettingWhen(kept) }
    },
  )
}

function pageLine({ text }: SaidMessage): string | undefined {
  return text.match(/^Page \d+ of \d+$/m)?.[0]
}

async function turn(chat: ChatUnderTest, label: 'More' | 'Back', page: number): Promise<SaidMessage> {
  await chat.press(await answer(chat), label)
  const isTurned = () => chat.said().some((said) => pageLine(said)?.startsWith(`Page ${page} of`))
  await chat.until(isTurned, `page ${page}`)
  return await answer(chat)
}

/** All pages, in order. */
async function turnAll(chat: ChatUnderTest): Promise<SaidMessage[]> {
  const pages = [await answer(chat)]
  while (pages.at(-1)?.buttons.includes('More')) pages.push(await turn(chat, 'More', pages.length + 1))
  return pages
}

/** A store that has lost what was kept once that is so. */
function forgettingWhen(kept: { readonly isGone: boolean }): (store: Store) => Store {
  return (store) => {
    const { keptAnswers } = store
    const find: typeof keptAnswers.find = async (...key) => (kept.isGone ? undefined : await keptAnswers.find(...key))
    return { ...store, keptAnswers: { ...keptAnswers, find } }
  }
}
