import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Origin, ToWorker } from '../../adapters/worker-messages.ts'
import { hangs, obstacles, orders } from './failing-program.ts'

// The thread program of the service, which in addition fails when it is told to.
const origin: Origin = workerData
if (origin.kind === 'folder') meetObstacles(origin.folder)
parentPort?.addEventListener('message', obey)
await import('../../adapters/answer-worker.ts')

function meetObstacles(folder: string): void {
  if (existsSync(join(folder, obstacles.crashOnce))) {
    rmSync(join(folder, obstacles.crashOnce))
    throw new Error('met an obstacle')
  }
  if (existsSync(join(folder, obstacles.hang))) {
    writeFileSync(join(folder, hangs), '')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}

function obey(event: MessageEvent): void {
  const message: ToWorker = event.data
  if (message.kind !== 'question') return
  const { text } = message.question
  // Node would still let the program answer before it ends the thread.
  if (text === orders.crash) event.stopImmediatePropagation()
  if (text === orders.crash) throw new Error('told to crash')
  if (text === orders.exit) process.exit()
  if (text === orders.exhaust) exhaustMemory()
}

function exhaustMemory(): never {
  const all: object[] = []
  for (;;) all.push({ number: [all.length] })
}
