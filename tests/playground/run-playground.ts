import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { startService } from '../adapters/running-service.ts'
import { findChromium } from './find-chromium.ts'
import { handbookKnowledge } from './handbook-knowledge.ts'
import { openClient } from './open-client.ts'
import { hasPlayground, startPlayground } from './start-playground.ts'
import type { Stage, Step } from './step.ts'
import { end } from './steps/end.ts'
import { feedback } from './steps/feedback.ts'
import { languages } from './steps/languages.ts'
import { messageExtension } from './steps/message-extension.ts'
import { personalChat } from './steps/personal-chat.ts'
import { sharedPlaces } from './steps/shared-places.ts'
import { openStored } from './stored.ts'

const steps = [...personalChat, ...feedback, ...languages, ...sharedPlaces, ...messageExtension, ...end]
const pictures = join(import.meta.dirname, 'screenshots')

// Whatever is running then ends with us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.exitCode = await run()

async function run(): Promise<number> {
  using folder = aFolder()
  const chromium = findChromium()
  if (!chromium) return skip('there is no Chromium; install one, or name it in CHROMIUM')
  if (!(await hasPlayground(folder.path))) return skip('npx cannot get the Microsoft 365 Agents Playground')
  using knowledge = handbookKnowledge()
  await using service = await startService(knowledge.path, { TEAMS_DISABLE_AUTH: 'true', DATA_DIR: folder.path })
  process.once('exit', () => void service.stop('SIGKILL'))
  using stored = openStored(folder.path)
  await using playground = await startPlayground(service.url, folder.path)
  await using client = await openClient(playground.url, chromium)
  return await runSteps({ client, service, stored })
}

function skip(why: string): number {
  console.log(`Skipped: ${why}.`)
  return 0
}

/** One after the other, with a picture after each; the first that fails is the last. */
async function runSteps(stage: Stage): Promise<number> {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures)
  for (const [i, step] of steps.entries()) {
    const failure = await failureOf(step, stage)
    await stage.client.page.screenshot({ path: join(pictures, pictureOf(step, i)) })
    console.log(`${failure ? 'FAILED' : 'ok    '} ${step.name}`)
    if (!failure) continue
    console.log(failure)
    return 1
  }
  console.log(`${steps.length} steps, pictures in ${pictures}`)
  return 0
}

async function failureOf(step: Step, stage: Stage): Promise<unknown> {
  try {
    await step.run(stage)
    return undefined
  } catch (error) {
    return error
  }
}

function pictureOf({ name }: Step, i: number): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .slice(0, 60)
  return `${String(i + 1).padStart(2, '0')}-${words}.png`
}
