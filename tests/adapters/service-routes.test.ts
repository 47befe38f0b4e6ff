import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKnowledgeFolder, badgeQuestion, type TemporaryFolder } from './knowledge-fixture.ts'
import { type RunningService, startService } from './running-service.ts'

let folder: TemporaryFolder
let service: RunningService

beforeAll(async () => {
  folder = aKnowledgeFolder()
  service = await startService(folder.path)
})

afterAll(async () => {
  await service.stop()
  folder[Symbol.dispose]()
})

describe('POST /api/ask', () => {
  test('answers with the JSON of ask --json', async () => {
    const { status, body } = await service.ask({
      question: badgeQuestion,
      conversation: 'c',
      lang: 'en',
      now: '2017-04-01T09:00:00Z',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'answered', intent: 'topic:badge', text: expect.stringContaining('Pelican') })
    expect(Object.keys(body)).toEqual(['status', 'intent', 'text', 'sources', 'suggestions', 'candidates', 'ms'])
  })

  test.each([
    [{}, /^question: missing/],
    [{ question: 5 }, /^question: expected string, got 5/],
    [{ question: 'x', lang: 'de' }, /^lang: expected "en" or "fr" or "es", got "de"/],
    [{ question: 'x', now: 'soon' }, /^now: expected an instant/],
    [{ question: 'x', conversation: '' }, /^conversation: expected some text/],
    [{ question: 'x', conversation: 'c'.repeat(201) }, /^conversation: expected at most 200/],
    [{ question: 1, lang: 2 }, /^question: .*; lang: /],
    [[], /^expected a JSON object/],
    [null, /^expected a JSON object/],
  ])('refuses %j with 400 and names the field', async (body, error) => {
    expect(await service.ask(body)).toEqual({ status: 400, body: { error: expect.stringMatching(error) } })
  })

  test.each([
    ['what is not JSON', '{"question"', 400, 'not JSON'],
    ['what is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'not UTF-8'],
    ['nothing', '', 400, 'not JSON'],
    ['more than 64 KB', JSON.stringify({ question: 'x'.repeat(64 * 1024) }), 413, '65536 bytes'],
  ])('refuses %s', async (_, body, status, error) => {
    const response = await fetch(`${service.url}/api/ask`, { method: 'POST', body })
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringContaining(error) })
  })

  test('takes 64 KB', async () => {
    const question = 'x'.repeat(64 * 1024 - '{"question":""}'.length)
    expect((await service.ask({ question })).status).toBe(200)
  })
})

describe('the service', () => {
  test.each([
    ['GET', '/healthz', 200, { status: 'up' }],
    [
      'GET',
      '/readyz?verbose',
      200,
      {
        status: 'ready',
        checks: {
          knowledge: { status: 'ok' },
          answers: { status: 'ok' },
          store: { status: 'ok' },
          rejections: { status: 'ok' },
        },
      },
    ],
    ['GET', '/nothing', 404, { error: expect.any(String) }],
    ['GET', '//', 404, { error: expect.any(String) }],
    ['GET', '/api/ask', 405, { error: expect.stringContaining('POST') }],
    ['DELETE', '/', 405, { error: expect.stringContaining('GET') }],
  ])('answers %s %s with %i as JSON', async (method, path, status, body) => {
    const response = await fetch(`${service.url}${path}`, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual(body)
  })

  test('names the methods a path takes', async () => {
    expect((await fetch(`${service.url}/api/ask`)).headers.get('allow')).toBe('POST')
  })

  test('answers HEAD without a body', async () => {
    const response = await fetch(`${service.url}/healthz`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})
