import { cpSync, mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { AsyncFocalPoint } from '../adapters/async-focal-point.ts'
import { createLog } from '../adapters/log.ts'
import { ReloadingFocalPoint } from '../adapters/reload-knowledge.ts'
import { medianOf, type Percentiles, percentilesOf } from './measure.ts'

export type Rebuild = {
  /** From writing a file to the first question that goes to the new thread; the median. */
  readonly rebuildMs: number
  /** How late timers of the service's thread were while another thread built. */
  readonly delayMs: { readonly p99: number; readonly max: number }
  readonly askMs: Percentiles
  readonly answered: number
}

const rebuilds = 5
const pauseMs = 5
const question = 'Who runs the secretariat of the Almaty Process?'

// `node bench/service-rebuild.ts KNOWLEDGE` prints what rebuilding costs as JSON.
const [folder = ''] = process.argv.slice(2)
using copy = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
cpSync(folder, copy.path, { recursive: true })
mkdirSync(join(copy.path, 'topics'), { recursive: true })
console.log(JSON.stringify(await measure(copy.path)))

async function measure(path: string): Promise<Rebuild> {
  const reloads = new EventTarget()
  const log = createLog('info', () => reloads.dispatchEvent(new Event('reload')))
  await using focalPoint = await ReloadingFocalPoint.start(path, log)
  await askUntil(setTimeout(500), focalPoint)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const rebuildTimes: number[] = []
  const askTimes: number[] = []
  for (let number = 0; number < rebuilds; number++) {
    const started = performance.now()
    const reloaded = new Promise((resolve) => reloads.addEventListener('reload', resolve, { once: true }))
    delay.enable()
    changePhrasings(path)
    askTimes.push(...(await askUntil(reloaded, focalPoint)))
    delay.disable()
    rebuildTimes.push(performance.now() - started)
  }
  return {
    rebuildMs: medianOf(rebuildTimes),
    delayMs: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
    askMs: percentilesOf(askTimes),
    answered: askTimes.length,
  }
}

/** New words each time, so that no trained model of an earlier state fits. */
function changePhrasings(path: string): void {
  const words = `${process.pid} ${performance.now()}`
  const topic = `- {id: bench, title: Bench, questions: [Where is desk ${words}?], answer: There.}`
  writeFileSync(join(path, 'topics/bench.yaml'), topic)
}

/** Asks one question after the other; returns how long each took. */
async function askUntil(end: Promise<unknown>, focalPoint: AsyncFocalPoint): Promise<number[]> {
  const times: number[] = []
  let isOver = false
  end.then(() => {
    isOver = true
  })
  while (!isOver) {
    const started = performance.now()
    await focalPoint.ask({ text: question, now: Temporal.Now.instant() })
    times.push(performance.now() - started)
    await setTimeout(pauseMs)
  }
  return times
}
