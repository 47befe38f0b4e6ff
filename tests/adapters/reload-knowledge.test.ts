import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aKnowledgeFolder, badgeQuestion, brokenTopicsFile, topicsFile } from './knowledge-fixture.ts'
import { type RunningService, startService } from './running-service.ts'

async function badgeAnswer(service: RunningService): Promise<unknown> {
  return (await service.ask({ question: badgeQuestion })).body.text
}

async function readiness(service: RunningService) {
  const response = await fetch(`${service.url}/readyz`)
  return { status: response.status, body: await response.json() }
}

test('a running service answers from changed files within two seconds', async () => {
  using folder = aKnowledgeFolder()
  await using service = await startService(folder.path)
  const started = performance.now()
  folder.write('topics/office.yaml', topicsFile('Heron'))
  await service.logged('knowledge reloaded')
  expect(performance.now() - started).toBeLessThan(2_000)
  expect(await badgeAnswer(service)).toContain('Heron')
})

test('a running service notices a file that is added, replaced and removed', async () => {
  using folder = aKnowledgeFolder()
  await using service = await startService(folder.path)
  folder.write(
    'topics/parking.yaml',
    '- {id: parking, title: Parking, questions: [Where do I park?], answer: Ask the Ibis guard.}',
  )
  await service.logged('knowledge reloaded')
  expect((await service.ask({ question: 'Where do I park?' })).body.text).toContain('Ibis')

  // Many editors write a new file and put it in the place of the old one.
  folder.write('topics/.office.new', topicsFile('Heron'))
  renameSync(join(folder.path, 'topics/.office.new'), join(folder.path, 'topics/office.yaml'))
  await service.logged('knowledge reloaded')
  expect(await badgeAnswer(service)).toContain('Heron')

  folder.remove('topics/parking.yaml')
  await service.logged('knowledge reloaded')
  expect((await service.ask({ question: 'Where do I park?' })).body.text).not.toContain('Ibis')
})

test('a running service keeps its last good state while a file is invalid, and says what is wrong', async () => {
  using folder = aKnowledgeFolder()
  await using service = await startService(folder.path)
  folder.write('topics/office.yaml', brokenTopicsFile)
  const places = [
    expect.stringMatching(/office\.yaml:4:3: .*colour/),
    expect.stringMatching(/office\.yaml:6:3: questions/),
  ]
  expect([await service.logged('knowledge problem'), await service.logged('knowledge problem')]).toMatchObject(
    places.map((problem) => ({ level: 'error', problem })),
  )
  expect(await badgeAnswer(service)).toContain('Pelican')
  expect(await readiness(service)).toEqual({
    status: 503,
    body: {
      status: 'not ready',
      checks: { knowledge: { status: 'failed', reason: expect.stringContaining('last good state'), problems: places } },
    },
  })

  folder.write('topics/office.yaml', topicsFile('Heron'))
  await service.logged('knowledge reloaded')
  expect(await badgeAnswer(service)).toContain('Heron')
  expect(await readiness(service)).toMatchObject({ status: 200 })
})
