import { expect } from 'vitest'
import { exampleQuestions } from '../../../../adapters/chat/prompts.ts'
import { ownFocalPoint } from '../../own-focal-point.ts'
import type { ChatUnderTest, SaidMessage } from '../chat-under-test.ts'
import { answer, answers, question } from './asking.ts'
import type { ContractPart } from './contract-part.ts'

const dated = /(?:Source|Looked in).*as of (?:19|20)\d\d/

/** The commands and questions that are understood alike wherever they are written. */
const understood: readonly (readonly [text: string, expected: RegExp])[] = [
  ['process MIDSA', /Southern Africa/],
  ['role GFMD', /IOM/],
  ['contact bangkok', /mfa@mfasia\.org/],
  ['events 2017', /2017/],
  ['idm 2014', /2014/],
  ['publications', /[Pp]ublication|\d{4}/],
  ['help', /process Bali/],
  ['Quel est le rôle de l’OIM dans le Processus de Bali ?', /participant|secrétariat/],
]

const unknown = [
  { text: 'who chairs the Rabat Process?', said: /do not give the chair/ },
  { text: 'has the Atlantis Process a chair?', said: /hold nothing about “Atlantis Process”/ },
  { text: 'zzqx vlorp', said: /do not know/ },
  { text: 'What is the weather in Paris?', said: /do not know/ },
] as const

/** What comes in and what goes out. */
export const questionsContract: ContractPart = (promises, { unasked }) => {
  promises('a direct message gets one answer, with what was asked for and its source', async (chat) => {
    const asked = await chat.askDirectly(question)
    await chat.stop()
    expect(chat.said()).toMatchObject([{ thread: asked.thread, isPrivate: false }])
    expect(chat.said()[0]?.text).toMatch(/Almaty Process.*UNHCR.*\nSource: .*as of 2021/s)
    expect(asked.isTaken).toBe(true)
  })

  promises('a mention is answered once, in the thread that it starts', async (chat) => {
    const asked = await chat.mention(question)
    await chat.stop()
    const text = expect.stringMatching(/Almaty Process.*UNHCR.*\nSource: .*as of 2021/s)
    expect(chat.said()).toMatchObject([{ thread: asked.thread, isPrivate: false, text }])
    expect(asked.isTaken).toBe(true)
  })

  promises('a mention within a thread is answered in that thread', async (chat) => {
    const first = await chat.mention(question)
    await answer(chat)
    const second = await chat.mention('process MIDSA', { below: first, who: 'Tomás Rey' })
    await answers(chat, 2)
    expect(second.thread).toBe(first.thread)
    expect(chat.said().map(({ thread }) => thread)).toEqual([first.thread, first.thread])
  })

  promises('a command is answered for that person alone, who may share the answer', async (chat) => {
    expect(await chat.command('process MIDSA')).toMatchObject({ isTaken: true })
    await chat.stop()
    const text = expect.stringMatching(/Southern Africa/)
    expect(chat.said()).toMatchObject([{ isPrivate: true, text, canBeShared: true }])
  })

  promises(
    'a command or a question is understood alike in a direct message, in a mention and as a command',
    async (chat) => {
      for (const [text, expected] of understood) {
        for (const said of await askEverywhere(chat, text)) expect(said.text).toMatch(expected)
      }
    },
  )

  promises('who writes nothing gets examples to begin with', async (chat) => {
    const examples = exampleQuestions(ownFocalPoint().knowledge, 'en').slice(0, 3)
    for (const text of ['', '   ', '\u00a0\u200b']) {
      for (const said of await askEverywhere(chat, text)) {
        expect(
          examples.filter((example) => said.text.includes(example)),
          JSON.stringify(text),
        ).toEqual(examples)
        expect(said.choices.length).toBeGreaterThanOrEqual(3)
      }
    }
  })

  promises('every answer names its source or where was looked, and the date of that', async (chat) => {
    for (const text of [question, 'who chairs the Rabat Process?', 'asdf qwer', 'help', 'who runs the secretariat?']) {
      await chat.askDirectly(text)
    }
    await answers(chat, 5)
    for (const { text } of chat.said()) expect(text).toMatch(dated)
  })

  for (const { text, said } of unknown) {
    promises(`"${text}" is not known, which is said, with something to go on with`, async (chat) => {
      await chat.askDirectly(text)
      const { text: told, choices } = await answer(chat)
      expect(told).toMatch(said)
      expect(choices).not.toEqual([])
    })
  }

  for (const what of unasked) {
    promises(`${what} gets no answer`, async (chat) => {
      expect(await chat.sayUnasked(what, question)).toMatchObject({ isTaken: true })
      await chat.stop()
      expect(chat.said()).toEqual([])
    })
  }
}

/** What comes of a text that is written in all three ways. */
async function askEverywhere(chat: ChatUnderTest, text: string): Promise<readonly SaidMessage[]> {
  const before = new Set(chat.said().map(({ id }) => id))
  await chat.askDirectly(text)
  await chat.mention(text)
  await chat.command(text)
  const said = await answers(chat, before.size + 3)
  const fresh = said.filter(({ id }) => !before.has(id))
  expect(fresh.map(({ isPrivate }) => isPrivate)).toEqual([false, false, true])
  return fresh
}
