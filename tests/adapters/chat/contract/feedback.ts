import { expect } from 'vitest'
import type { ChatUnderTest } from '../chat-under-test.ts'
import { answer, answers, question } from './asking.ts'
import type { ContractPart } from './contract-part.ts'

/** Whether an answer helped. */
export const feedbackContract: ContractPart = (promises) => {
  promises('a verdict is kept once per person and answer, and a second one changes it', async (chat) => {
    await chat.mention(question)
    const said = await answer(chat)
    await chat.judge(said, 'up')
    await chat.judge(said, 'up')
    await chat.judge(said, 'down')
    await chat.stop()
    const kept = { verdict: 'down', intent: 'secretariat', status: 'answered', language: 'en' }
    expect(await verdicts(chat)).toMatchObject([kept])
  })

  promises('two people are two, each with their own mind', async (chat) => {
    await chat.mention(question)
    const said = await answer(chat)
    await chat.judge(said, 'up')
    await chat.judge(said, 'down', { who: 'Tomás Rey' })
    await chat.stop()
    const kept = await verdicts(chat)
    expect(kept.map(({ verdict }) => verdict).toSorted()).toEqual(['down', 'up'])
    expect(new Set(kept.map(({ answerId }) => answerId)).size).toBe(1)
  })

  promises('a verdict is kept with the answer that it is about', async (chat) => {
    await chat.askDirectly(question)
    await answers(chat, 1)
    await chat.askDirectly('process MIDSA')
    const [first, second] = await answers(chat, 2)
    if (first) await chat.judge(first, 'down')
    if (second) await chat.judge(second, 'up')
    await chat.stop()
    const kept = await verdicts(chat)
    expect(kept.map(({ verdict, intent }) => ({ verdict, intent }))).toEqual(
      expect.arrayContaining([
        { verdict: 'down', intent: 'secretariat' },
        { verdict: 'up', intent: expect.not.stringMatching('secretariat') },
      ]),
    )
    expect(new Set(kept.map(({ answerId }) => answerId)).size).toBe(2)
  })

  promises('private answers are judged too', async (chat) => {
    await chat.command(question)
    await chat.judge(await answer(chat), 'down')
    await chat.stop()
    expect(await verdicts(chat)).toMatchObject([{ verdict: 'down', intent: 'secretariat' }])
  })
}

function verdicts({ store }: ChatUnderTest) {
  return store.feedback.list()
}
