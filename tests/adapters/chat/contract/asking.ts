import type { ChatUnderTest, SaidMessage } from '../chat-under-test.ts'

/** Has its answer in the project's own knowledge. */
export const question = 'Who runs the secretariat of the Almaty Process?'

/** Waits until so many messages stand to be read. */
export async function answers(chat: ChatUnderTest, count: number): Promise<readonly SaidMessage[]> {
  await chat.until(() => chat.said().length >= count, `${count} messages of ours`)
  return chat.said()
}

/** Waits for the first message, and returns the last that stands. */
export async function answer(chat: ChatUnderTest): Promise<SaidMessage> {
  const last = (await answers(chat, 1)).at(-1)
  if (!last) throw new Error('there is no message')
  return last
}

/** Waits until the only message says something that fits. */
export async function says(chat: ChatUnderTest, pattern: RegExp): Promise<SaidMessage> {
  await chat.until(() => chat.said().some(({ text }) => pattern.test(text)), `a message that says ${pattern}`)
  const found = chat.said().find(({ text }) => pattern.test(text))
  if (!found) throw new Error(`no message says ${pattern}`)
  return found
}
