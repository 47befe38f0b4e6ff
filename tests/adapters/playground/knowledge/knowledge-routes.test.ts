import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../../../adapters/log.ts'
import { knowledgeRoutes } from '../../../../adapters/playground/knowledge/knowledge-routes.ts'
import type { KnowledgeView } from '../../../../adapters/playground/knowledge/knowledge-view.ts'
import { ReloadingFocalPoint } from '../../../../adapters/reload-knowledge.ts'
import { closeServer, createWebServer, listen } from '../../../../adapters/web-server.ts'
import { aKnowledgeFolder, goodFiles } from '../../../knowledge/knowledge-folder.ts'
import { aFolder } from '../../knowledge-fixture.ts'
import { startKnowledgeServer } from './knowledge-server.ts'

const project = join(import.meta.dirname, '../../../..')
const shipped = join(project, 'knowledge')

async function view(url: string): Promise<KnowledgeView> {
  return (await (await fetch(`${url}/api/knowledge`)).json()) as KnowledgeView
}

test('every entry has the file and the line on which it begins, without the way to the folder', async () => {
  await using server = await startKnowledgeServer(shipped)
  const { entries } = await view(server.url)
  expect(entries.length).toBeGreaterThan(150)
  for (const { id, stands } of entries) {
    const lines = readFileSync(join(project, stands?.file ?? ''), 'utf8').split('\n')
    expect(lines[(stands?.line ?? 0) - 1]).toContain(`id: ${id}`)
  }
})

test('an entry comes with its sources, their dates, and whether all are old', async () => {
  await using server = await startKnowledgeServer(shipped)
  const { entries } = await view(server.url)
  expect(entries.find(({ id }) => id === 'contact-rcsc-asia')).toMatchObject({
    newest: '2017',
    isAged: true,
    cited: [{ locator: '002:29', asOf: '2017' }],
  })
})

test('meetings come with the feeds that hold any', async () => {
  await using server = await startKnowledgeServer(shipped)
  const { meetings, feeds } = await view(server.url)
  expect(meetings.length).toBeGreaterThan(3)
  expect(feeds.processes).toContain('idm')
})

test('who has this state already is told so', async () => {
  using folder = aKnowledgeFolder(goodFiles)
  await using server = await startKnowledgeServer(folder.path)
  const first = await fetch(`${server.url}/api/knowledge`)
  const again = await fetch(`${server.url}/api/knowledge`, {
    headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
  })
  expect([first.status, again.status]).toEqual([200, 304])
})

test('a change and problems are told to who listens, and shown with file, line and column', async () => {
  using folder = aFolder()
  for (const [file, text] of Object.entries(goodFiles)) folder.write(file, text)
  await using server = await startKnowledgeServer(folder.path)
  const events = await listenTo(server.url)
  folder.write('processes/bali.yaml', goodFiles['processes/bali.yaml'].replace('regional', 'local'))
  server.reload()
  expect(await events.next()).toBe('event: knowledge\ndata: {"problems":1}\n\n')
  expect((await view(server.url)).problems).toEqual([
    expect.stringMatching(/^focal-point-\w+\/processes\/bali\.yaml:3:8: scope: /),
  ])
  folder.write('processes/bali.yaml', goodFiles['processes/bali.yaml'].replace('Bali Process', 'Heron Process'))
  server.reload()
  expect(await events.next()).toBe('event: knowledge\ndata: {"problems":0}\n\n')
  const { entries, problems } = await view(server.url)
  expect(problems).toEqual([])
  expect(JSON.stringify(entries)).toContain('Heron Process')
})

test('only so many may listen, and none holds up the end of the service', async () => {
  using folder = aKnowledgeFolder(goodFiles)
  const server = await startKnowledgeServer(folder.path)
  const listening = await Promise.all(Array.from({ length: 100 }, () => fetch(`${server.url}/api/knowledge/changes`)))
  expect(new Set(listening.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await fetch(`${server.url}/api/knowledge/changes`)).status).toBe(503)
  await server[Symbol.asyncDispose]()
  expect(await listening[0]?.text()).toBe('retry: 2000\n\n')
})

test.each([
  ['this machine', {}, 200],
  ['a proxy', { 'X-Forwarded-For': '127.0.0.1' }, 403],
])('what the doctor finds is told to %s with status %j', async (_, headers, status) => {
  using folder = aKnowledgeFolder(goodFiles)
  await using server = await startKnowledgeServer(folder.path)
  expect((await fetch(`${server.url}/api/doctor`, { headers })).status).toBe(status)
})

test('a service that follows its folder tells of changes and problems, with the places of entries', async () => {
  using folder = aFolder()
  for (const [file, text] of Object.entries(goodFiles)) folder.write(file, text)
  const log = createLog('error', () => {})
  await using focalPoint = await ReloadingFocalPoint.start(folder.path, log)
  const { routes, stop } = knowledgeRoutes(focalPoint, folder.path)
  const server = createWebServer(routes, log)
  const url = await listen(server, 0, '127.0.0.1')
  const events = await listenTo(url)
  folder.write('processes/bali.yaml', goodFiles['processes/bali.yaml'].replace('regional', 'local'))
  expect(await events.next()).toBe('event: knowledge\ndata: {"problems":1}\n\n')
  folder.write('processes/bali.yaml', `# Moved down.\n${goodFiles['processes/bali.yaml']}`)
  expect(await events.next()).toBe('event: knowledge\ndata: {"problems":0}\n\n')
  const { entries } = await view(url)
  expect(entries.find(({ id }) => id === 'bali-process')?.stands).toMatchObject({ line: 2 })
  stop()
  await closeServer(server, 1000)
})

/** What is told from now on, one event after the other. */
async function listenTo(url: string) {
  const stream = await fetch(`${url}/api/knowledge/changes`)
  const events = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => (await events?.read())?.value
  expect(await next()).toBe('retry: 2000\n\n')
  return { next }
}
