import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { RateLimit } from '../../../adapters/rate-limit.ts'
import { ownFocalPoint } from '../own-focal-point.ts'
import { type ChatServer, startChatServer } from './chat-server.ts'

const secretariat = 'Who runs the secretariat of the Almaty Process?'
let server: ChatServer

beforeAll(async () => {
  server = await startChatServer()
})

afterAll(() => server[Symbol.asyncDispose]())

/** What the tests look at of the reply. */
const replySchema = z.looseObject({
  answer: z.looseObject({ status: z.string(), text: z.string() }),
  language: z.string(),
  views: z.object({
    text: z.string(),
    slack: z.looseObject({ text: z.string(), blocks: z.array(z.unknown()) }),
    teams: z.looseObject({ card: z.looseObject({ type: z.string() }) }),
  }),
  slackPicture: z.string(),
  why: z.looseObject({ clauses: z.array(z.looseObject({ from: z.string() })) }),
})

const examplesSchema = z.record(z.string(), z.tuple([z.object({ message: z.string() })]).rest(z.unknown()))

function post(body: unknown, url = server.url) {
  return fetch(`${url}/api/playground/ask`, { method: 'POST', body: JSON.stringify(body) })
}

async function ask(body: unknown) {
  return replySchema.parse(await (await post(body)).json())
}

describe('a question of the chat page', () => {
  test('gets the JSON of /api/ask, every view, and why', async () => {
    const { answer, views, why } = await ask({ question: secretariat })
    const fields = ['candidates', 'intent', 'ms', 'sources', 'status', 'suggestions', 'text']
    expect(Object.keys(answer).sort()).toEqual(fields)
    expect(views.text).toBe(answer.text)
    expect(JSON.stringify(views.slack.blocks)).toContain('technical secretariat')
    expect(JSON.stringify(views.teams.card)).toContain('technical secretariat')
    expect(why.clauses).toMatchObject([{ decision: { kind: 'answer', intent: 'secretariat' } }])
  })

  test('is explained as of before its own answer', async () => {
    await ask({ question: secretariat, conversation: 'talk' })
    const { why } = await ask({ question: 'and of the Bali Process?', conversation: 'talk' })
    const again = await ask({ question: 'and its members?', conversation: 'talk' })
    expect(why.clauses).toMatchObject([{ subjects: [{ id: 'bali-process' }] }])
    expect(again.why.clauses).toMatchObject([{ from: 'context', subjects: [{ id: 'bali-process' }] }])
  })

  test.each([
    [{ question: 'publications', reader: 'fr' }, 'fr'],
    [{ question: 'publications', reader: 'fr', lang: 'es' }, 'es'],
    [{ question: '¿Quién dirige la secretaría?', reader: 'fr' }, 'es'],
  ])('%j is answered in %s', async (body, language) => {
    expect((await ask(body)).language).toBe(language)
  })

  test.each([
    ['no question', {}, 400],
    ['a language that is not spoken', { question: 'x', reader: 'de' }, 400],
    ['too much', { question: 'x'.repeat(70_000) }, 413],
  ])('is refused as JSON where it holds %s', async (_, body, status) => {
    const response = await post(body)
    expect([response.status, await response.json()]).toEqual([status, { error: expect.any(String) }])
  })

  test('counts towards the limit of its address', async () => {
    await using limited = await startChatServer({ limit: new RateLimit({ burst: 1, perSecond: 0.01 }) })
    const statuses = [await post({ question: 'x' }, limited.url), await post({ question: 'x' }, limited.url)]
    expect(statuses.map(({ status }) => status)).toEqual([200, 429])
  })

  test('is not answered where it cannot be explained', async () => {
    const failing = { ...ownFocalPoint(), explain: () => Promise.reject(new Error('a defect')) }
    await using started = await startChatServer({ focalPoint: failing })
    expect((await post({ question: 'x' }, started.url)).status).toBe(500)
  })
})

describe('the picture of a Slack message', () => {
  test('runs no script, and only our own pages can frame it', async () => {
    const { slackPicture } = await ask({ question: secretariat })
    const response = await fetch(`${server.url}${slackPicture}`)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toMatch(/^sandbox allow-same-origin; default-src 'none'; style-src 'self' 'unsafe-inline'/)
    expect(policy).toContain("frame-ancestors 'self'")
    const html = await response.text()
    expect(html).toContain('technical secretariat')
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
  })

  test('comes in the colours of the reader', async () => {
    const { slackPicture } = await ask({ question: secretariat })
    const [light, dark] = await Promise.all(
      ['', '&theme=dark'].map((theme) => fetch(`${server.url}${slackPicture}${theme}`)),
    )
    expect(await light?.text()).toContain('<body class="light">')
    expect(await dark?.text()).toContain('<body class="dark">')
  })

  test('is kept for the latest messages only', async () => {
    const response = await fetch(`${server.url}/playground/slack-picture?id=none`)
    expect([response.status, await response.json()]).toEqual([404, { error: expect.stringContaining('ask again') }])
  })
})

test('examples are there in each language', async () => {
  const examples = examplesSchema.parse(await (await fetch(`${server.url}/api/playground/examples`)).json())
  expect(Object.keys(examples)).toEqual(['en', 'fr', 'es'])
  for (const [{ message }] of Object.values(examples)) {
    expect((await ask({ question: message })).answer.status).toBe('answered')
  }
})
