import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, badgeQuestion, brokenTopicsFile } from './knowledge-fixture.ts'
import { runProgram } from './run-program.ts'
import { startService } from './running-service.ts'

describe.concurrent('the start of the service', () => {
  test('reads .env, and the environment wins over it', async () => {
    using folder = aKnowledgeFolder()
    folder.write('.env', 'PORT=nonsense\nLOG_LEVEL=debug\n')
    await using service = await startService('.', {}, folder.path)
    await service.ask({ question: badgeQuestion })
    expect(await service.logged('answered')).toMatchObject({
      level: 'debug',
      status: 'answered',
      intent: 'topic:badge',
    })
    expect(service.lines.join()).not.toContain(badgeQuestion)
  })

  test('names every wrong setting and exits with 78', async () => {
    const { exitCode, stdout, stderr } = await runProgram('start.ts', {
      env: { PORT: '70000', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'xoxb-secret' },
    })
    expect(stderr.trimEnd().split('\n')).toEqual([
      'PORT: expected a whole number from 0 to 65535, got "70000"',
      'LOG_LEVEL: expected debug, info, warn, error, got "loud"',
      expect.stringMatching(/^SLACK_BOT_TOKEN: .*SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/),
    ])
    expect([exitCode, stdout]).toEqual([78, ''])
  })

  test('prints the problems of broken knowledge and exits with 1', async () => {
    using folder = aFolder()
    folder.write('topics/broken.yaml', brokenTopicsFile)
    const { exitCode, stderr } = await runProgram('start.ts', {
      env: { PORT: '0', FOCAL_POINT_KNOWLEDGE: folder.path, DATA_DIR: `${folder.path}/.data` },
    })
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('broken.yaml:4:3: '),
      expect.stringContaining('broken.yaml:6:3: '),
    ])
    expect(exitCode).toBe(1)
  })

  test('says that the port is in use and exits with 1', async () => {
    using folder = aKnowledgeFolder()
    await using other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const env = { PORT: String(port), FOCAL_POINT_KNOWLEDGE: folder.path, DATA_DIR: `${folder.path}/.data` }
    const { exitCode, stderr } = await runProgram('start.ts', { env })
    expect(stderr).toBe(`PORT: ${port} is in use on 127.0.0.1, expected a free port\n`)
    expect(exitCode).toBe(1)
  })

  test('goes without a store where none was named and none can be had', async () => {
    using folder = aKnowledgeFolder()
    // A file is in the way of the usual folder.
    folder.write('data', '')
    await using service = await startService('.', { DATA_DIR: undefined }, folder.path)
    expect(service.lines.join()).toContain('no store, so that nothing is kept')
    expect(await service.ask({ question: badgeQuestion })).toMatchObject({ status: 200 })
  })

  test('refuses to start without the store that was named', async () => {
    using folder = aKnowledgeFolder()
    folder.write('data', '')
    const { exitCode, stderr } = await runProgram('start.ts', {
      env: { PORT: '0', FOCAL_POINT_KNOWLEDGE: folder.path, DATA_DIR: `${folder.path}/data` },
    })
    expect(stderr).toMatch(/^[^\n]*data: cannot be created as a folder; set DATA_DIR to another folder\n$/)
    expect(exitCode).toBe(1)
  })

  test('says which configured part this version does not have', async () => {
    using folder = aKnowledgeFolder()
    const [SLACK_CLIENT_ID, secret] = ['1.2', 'secret']
    await using service = await startService(folder.path, {
      SLACK_CLIENT_ID,
      SLACK_CLIENT_SECRET: secret,
      SLACK_STATE_SECRET: secret,
      SLACK_SIGNING_SECRET: secret,
      ENCRYPTION_KEY: secret,
    })
    expect(service.lines.filter((line) => line.includes('not part of this version'))).toEqual([
      expect.stringContaining('"part":"Slack through OAuth"'),
    ])
    expect(service.lines.join()).not.toContain('secret')
  })
})

describe.concurrent('the end of the service', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('after %s comes with exit code 0', async (signal) => {
    using folder = aKnowledgeFolder()
    await using service = await startService(folder.path)
    // Leaves a connection open, as browsers do.
    await service.ask({ question: badgeQuestion })
    expect(await service.stop(signal)).toBe(0)
  })

  test('lets a request in flight finish', async () => {
    using folder = aKnowledgeFolder()
    await using service = await startService(folder.path)
    const body = JSON.stringify({ question: badgeQuestion })
    // The server asks for the body only once it has taken the request.
    const headers = { 'Content-Length': Buffer.byteLength(body), Expect: '100-continue' }
    const asking = request(`${service.url}/api/ask`, { method: 'POST', headers, agent: false })
    asking.flushHeaders()
    await once(asking, 'continue')
    const ended = service.stop()
    await service.logged('stopping')
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow()
    asking.end(body)
    const [response] = await once(asking, 'response')
    expect(await json(response)).toMatchObject({ status: 'answered' })
    expect(await ended).toBe(0)
  })
})
