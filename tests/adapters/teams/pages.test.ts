import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { openStore } from '../../../src/store/store.ts'
import { aMessage } from './fake/activities/message.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { long, paragraphs, topicsFocalPoint } from './own-topics.ts'
import { execute, labelsIn, type Pressed, submit, told, ways } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

type Asked = { readonly place?: 'personal' | 'channel' | 'groupChat'; readonly targeted?: boolean }

async function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

/** Asks for what takes several pages, and gives the first. */
async function askLong({ teams, send }: RunningAdapter, { place = 'personal', targeted }: Asked = {}) {
  await send(aMessage(teams, { text: long, place, targeted }))
  return teams.messages.at(-1)
}

/** The only message, once it has been changed so often. */
async function changed({ teams }: RunningAdapter, times: number): Promise<AcceptedActivity | undefined> {
  const changes = () => teams.calls.filter(({ method, status }) => method === 'PUT' && status === 200).length
  await teams.until(() => changes() === times, `${times} changes`)
  expect(teams.shown()).toHaveLength(1)
  return teams.shown()[0]
}

function pageLine(message: AcceptedActivity | undefined): string | undefined {
  return saidIn(message).match(/Page \d+ of \d+/)?.[0]
}

describe.each(ways)('by %s', (_, press) => {
  test('the pages of an answer take turns in one place, for everybody who sees it', async () => {
    await using running = await start()
    const first = await askLong(running, { place: 'channel' })
    expect(pageLine(first)).toBe('Page 1 of 4')
    expect(labelsIn(first?.body)).toEqual(['More'])
    await press(running, first, 'More')
    const second = await changed(running, 1)
    expect(pageLine(second)).toBe('Page 2 of 4')
    expect(labelsIn(second?.body)).toEqual(['Back', 'More'])
    await press(running, second, 'Back')
    expect(saidIn(await changed(running, 2))).toBe(saidIn(first))
  })

  test('a private answer turns its pages for that person alone', async () => {
    await using running = await start()
    await press(running, await askLong(running, { place: 'groupChat', targeted: true }), 'More')
    expect(await changed(running, 1)).toMatchObject({ targeted: true })
    const [update] = running.teams.calls.filter(({ method }) => method === 'PUT')
    expect(update?.query).toEqual({ isTargetedActivity: 'true' })
    expect(update?.body).not.toHaveProperty('recipient')
  })
})

test('all pages together hold the whole answer', async () => {
  await using running = await start()
  let page = await askLong(running)
  let said = saidIn(page)
  for (let turned = 1; labelsIn(page?.body).includes('More'); turned += 1) {
    await execute(running, page, 'More')
    page = await changed(running, turned)
    said += saidIn(page)
  }
  expect(pageLine(page)).toBe('Page 4 of 4')
  expect(paragraphs.filter((paragraph) => !said.includes(paragraph.slice(0, 30)))).toEqual([])
})

test('presses in a hurry leave one of the pages, whole', async () => {
  await using running = await start()
  const first = await askLong(running)
  await Promise.all([1, 2, 3, 4].map(() => execute(running, first, 'More')))
  expect(pageLine(await changed(running, 4))).toBe('Page 2 of 4')
})

test('pages of before a restart still turn', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-teams-'))
  await using store = await openStore(folder.path)
  await using before = await startAdapter({ focalPoint: topicsFocalPoint(), store })
  const first = await askLong(before)
  await before.adapter.stop(5000)
  await using after = await startAdapter({ focalPoint: topicsFocalPoint(), store, beside: before.teams })
  await execute(after, first, 'More')
  expect(pageLine(await changed(after, 1))).toBe('Page 2 of 4')
})

test('a page turns although the assistant cannot answer', async () => {
  const own = topicsFocalPoint()
  let isAway = false
  const ask: typeof own.ask = (question) => (isAway ? Promise.reject(new Error('away')) : own.ask(question))
  await using running = await startAdapter({ focalPoint: { ...own, ask } })
  const first = await askLong(running)
  isAway = true
  await execute(running, first, 'More')
  expect(pageLine(await changed(running, 1))).toBe('Page 2 of 4')
})

/** An answer of a month later, with which older ones are forgotten. */
async function forget({ store, clock }: RunningAdapter): Promise<void> {
  const later = clock.now().add({ hours: 31 * 24 })
  await store.keptAnswers.keep({ id: 'later', workspace: 'w', body: '{}' }, later.epochMilliseconds)
}

describe('an answer that is no longer kept', () => {
  test('is asked to be asked again, in the language of whoever pressed', async () => {
    await using running = await start()
    const first = await askLong(running)
    await forget(running)
    expect(await execute(running, first, 'More', { locale: 'es-MX' })).toMatchObject(told(notices.answerGone.es))
    expect(running.teams.shown()).toEqual([first])
  })

  test('is told of in a message where the client knows no Action.Execute', async () => {
    await using running = await start()
    const first = await askLong(running)
    await forget(running)
    await submit(running, first, 'More')
    expect(running.teams.shown()).toHaveLength(2)
    expect(saidIn(running.teams.messages.at(-1))).toBe(notices.answerGone.en)
  })
})

/** What carries the answer of that message, with another page. */
function toPage(message: AcceptedActivity | undefined, page: unknown): Pressed {
  const answerId = JSON.stringify(message?.body).match(/"answerId":"([^"]+)"/)?.[1]
  return { verb: 'page', data: { answerId, page } }
}

test.each([
  ['beyond the last', 9999, 'Page 4 of 4'],
  ['the first', 0, 'Page 1 of 4'],
])('a made-up page %s shows one that is there', async (_, page, expected) => {
  await using running = await start()
  const first = await askLong(running)
  await execute(running, first, toPage(first, page))
  expect(pageLine(await changed(running, 1))).toBe(expected)
})

test.each([-1, 1.5, '1', null, 10_000])('the page %j is one that we do not draw', async (page) => {
  await using running = await start()
  const first = await askLong(running)
  expect(await execute(running, first, toPage(first, page))).toMatchObject(told(notices.unknownControl.en))
})

test('an answer of another tenant is not shown', async () => {
  const other = '11111111-2222-4333-8444-555555555555'
  const settings = (tenant: string) => ({ TEAMS_ALLOWED_TENANTS: `${tenant},${other}` })
  await using running = await startAdapter({
    focalPoint: topicsFocalPoint(),
    teams: { tenant: '99999999-2222-4333-8444-555555555555' },
    settings: settings('99999999-2222-4333-8444-555555555555'),
  })
  const first = await askLong(running)
  const { teams, send } = running
  const value = { action: { type: 'Action.Execute', verb: 'page', data: toPage(first, 1).data } }
  const from = { conversation: { id: first?.conversationId, tenantId: other }, channelData: { tenant: { id: other } } }
  const fields = { type: 'invoke', name: 'adaptiveCard/action', value, ...from }
  const { status, body } = await send(aMessage(teams, { place: 'personal', text: '', fields }))
  expect({ status, body }).toEqual(told(notices.answerGone.en))
})
