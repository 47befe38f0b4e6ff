import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type RemindingServer, startRemindingServer } from './reminding-server.ts'

const ours = 'a1'.repeat(16)
const other = 'b2'.repeat(16)
const setIt = 'remind me of the Bali Process workshop on returns 1 week before at 09:00'
let server: RemindingServer

beforeEach(async () => {
  server = await startRemindingServer()
})

afterEach(() => server[Symbol.asyncDispose]())

const replySchema = z.looseObject({
  answer: z.looseObject({ status: z.string(), text: z.string() }),
  language: z.string(),
  views: z.looseObject({ slack: z.looseObject({ text: z.string() }) }),
  why: z.unknown().optional(),
  listed: z.array(z.looseObject({ id: z.string(), title: z.string() })).optional(),
})
const reminderSchema = z.looseObject({
  key: z.string(),
  headline: z.string(),
  language: z.string(),
  meetingIds: z.array(z.string()),
  subscriptionIds: z.array(z.string()),
})
type Reminder = z.infer<typeof reminderSchema>

function post(path: string, body: unknown) {
  return fetch(`${server.url}/api/playground/${path}`, { method: 'POST', body: JSON.stringify(body) })
}

async function ask(question: string, visitor = ours, more: object = {}) {
  const body = { question, visitor, zone: 'Europe/Zurich', reader: 'en', ...more }
  return replySchema.parse(await (await post('ask', body)).json())
}

async function act(action: object, visitor = ours) {
  return replySchema.parse(await (await post('reminders', { visitor, reader: 'en', action })).json())
}

/** A page that is open: what it gets, and how it is closed. */
async function openPage(visitor = ours) {
  const closing = new AbortController()
  const response = await fetch(`${server.url}/api/playground/reminders/events?visitor=${visitor}`, closing)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  async function next(): Promise<Reminder> {
    for (;;) {
      const data = /^data: (.*)\n\n/m.exec(rest)
      if (data) {
        rest = rest.slice(data.index + data[0].length)
        return reminderSchema.parse(JSON.parse(data[1] ?? ''))
      }
      const { value = '', done } = (await reader?.read()) ?? { done: true }
      if (done) throw new Error('the service has ended the stream')
      rest += value
    }
  }
  return { status: response.status, next, close: () => closing.abort() }
}

function confirm({ key }: Reminder, visitor = ours) {
  return post('reminders/seen', { visitor, key })
}

async function inState(state: 'sent' | 'pending') {
  return await server.store.deliveries.inState(state, 10)
}

/** When the only reminder is due. */
async function dueAt(): Promise<string> {
  const [first] = await inState('pending')
  if (!first) throw new Error('no reminder is planned')
  return Temporal.Instant.fromEpochMilliseconds(first.dueAtMs).toString()
}

/** Lets time pass until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await server.look()
}

describe('a command about reminders', () => {
  test('is carried out in the zone of the page, and its reply comes in every view', async () => {
    const { answer, views, listed, why } = await ask(setIt)
    expect(answer).toMatchObject({
      status: 'answered',
      text: expect.stringContaining('I will remind you of Bali Process workshop on returns'),
    })
    expect(answer.text).toContain('09:00')
    expect(views.slack.text).toContain('I will remind you')
    expect(listed).toMatchObject([{ title: expect.stringContaining('Bali Process workshop') }])
    expect(why).toBeUndefined()
  })

  test('is answered in the language of its words', async () => {
    const { language, answer } = await ask('Rappelle-moi le Conseil 1 semaine avant', ours, { reader: 'fr' })
    expect(language).toBe('fr')
    expect(answer.text).toContain('1 semaine avant')
  })

  test('of somebody who is nobody is a question like any other', async () => {
    const body = { question: setIt, reader: 'en' }
    expect(replySchema.parse(await (await post('ask', body)).json()).listed).toBeUndefined()
    expect(await inState('pending')).toEqual([])
  })

  test('concerns nobody but its visitor', async () => {
    const set = await ask(setIt)
    const id = set.listed?.[0]?.id
    expect((await ask('reminders', other)).listed).toEqual([])
    expect((await act({ kind: 'stop', id }, other)).answer.status).not.toBe('answered')
    expect((await ask('reminders')).listed).toHaveLength(1)
  })

  test.each([
    ['a visitor that is none', { visitor: '../../etc' }, 400],
    ['one in capitals', { visitor: ours.toUpperCase() }, 400],
    ['a zone without end', { visitor: ours, zone: 'x'.repeat(101) }, 400],
  ])('is refused for %s', async (_, fields, status) => {
    expect((await post('ask', { question: setIt, ...fields })).status).toBe(status)
  })

  test('counts a zone that nobody knows as none', async () => {
    const { answer } = await ask(setIt, ours, { zone: 'Atlantis/<script>' })
    expect(answer.text).toContain('UTC')
  })
})

describe('a reminder', () => {
  test('comes to the open page at its time, once', async () => {
    await ask(setIt)
    const page = await openPage()
    await server.moveTo(await dueAt())
    const reminder = await page.next()
    expect(reminder).toMatchObject({
      headline: expect.stringContaining('Bali Process workshop on returns'),
      language: 'en',
    })
    await confirm(reminder)
    await until(async () => (await inState('sent')).length === 1)
    expect(await inState('pending')).toEqual([])
  })

  test('waits for a page to open, and comes then within a second', async () => {
    await ask(setIt)
    await server.moveTo(await dueAt())
    await until(async () => ((await inState('pending'))[0]?.attempt ?? 0) > 0)
    const page = await openPage()
    const opened = server.clock.now()
    await server.look()
    await confirm(await page.next())
    expect(server.clock.now().since(opened).total('seconds')).toBeLessThanOrEqual(1)
    await until(async () => (await inState('sent')).length === 1)
  })

  test('comes again until a page has confirmed it', async () => {
    await ask(setIt)
    const silent = await openPage()
    await server.moveTo(await dueAt())
    const first = await silent.next()
    await server.clock.passSleepOf(3000)
    await until(async () => (await inState('pending')).length === 1)
    silent.close()
    const page = await openPage()
    await server.look()
    const second = await page.next()
    expect(second.key).toBe(first.key)
    await confirm(second)
    await until(async () => (await inState('sent')).length === 1)
  })

  test('comes to the page opened last, and to the others where that is silent', async () => {
    await ask(setIt)
    const before = await openPage()
    const last = await openPage()
    await server.moveTo(await dueAt())
    await last.next()
    await server.clock.passSleepOf(3000)
    await confirm(await before.next())
    await until(async () => (await inState('sent')).length === 1)
  })

  test('is not confirmed by another visitor', async () => {
    await ask(setIt)
    const page = await openPage()
    await server.moveTo(await dueAt())
    const reminder = await page.next()
    await confirm(reminder, other)
    await server.clock.passSleepOf(3000)
    await until(async () => (await inState('pending')).length === 1)
    expect(await inState('sent')).toEqual([])
  })

  test('can be wanted again, and stopped', async () => {
    await ask(setIt)
    const page = await openPage()
    await server.moveTo(await dueAt())
    const { meetingIds, subscriptionIds, ...reminder } = await page.next()
    await confirm({ meetingIds, subscriptionIds, ...reminder })
    const id = subscriptionIds[0]
    const again = await act({ kind: 'again', id, meetingId: meetingIds[0], for: 'PT1H' })
    expect(again.answer.status).toBe('answered')
    expect(await inState('pending')).toMatchObject([{ lead: 'again' }])
    expect((await act({ kind: 'stop', id })).answer.status).toBe('answered')
    expect((await ask('reminders')).listed).toEqual([])
  })

  test('leaves the secret of its visitor neither in the log nor in the store', async () => {
    await ask(setIt)
    const page = await openPage()
    await server.moveTo(await dueAt())
    await confirm(await page.next())
    await until(async () => (await inState('sent')).length === 1)
    const kept = [...(await inState('sent')), ...(await inState('pending'))]
    expect(server.logged.join('\n')).toContain('"message":"reminder"')
    expect([server.logged, JSON.stringify(kept)].join('\n')).not.toContain(ours)
  })
})

test.each([
  ['reminders', {}],
  ['reminders', { visitor: ours, reader: 'en', action: { kind: 'snooze', id: 'x', for: 'P9Y' } }],
  ['reminders', { visitor: ours, reader: 'en', action: { kind: 'drop' } }],
  ['reminders/seen', { visitor: ours }],
  ['reminders/seen', { visitor: 'x', key: 'y' }],
])('POST /api/playground/%s refuses %j', async (path, body) => {
  const response = await post(path, body)
  expect([response.status, await response.json()]).toEqual([400, { error: expect.any(String) }])
})

test('a body that is too long is refused', async () => {
  expect((await post('reminders/seen', { visitor: ours, key: 'x'.repeat(5000) })).status).toBe(413)
})

test('only a visitor can listen', async () => {
  expect((await openPage('nobody')).status).toBe(400)
})

test('of many pages of one visitor the first are let go', async () => {
  const first = await openPage()
  for (let count = 0; count < 5; count++) await openPage()
  await expect(first.next()).rejects.toThrow('ended the stream')
})
