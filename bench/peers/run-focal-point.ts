import { readFileSync } from 'node:fs'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { createForgetful } from '../forgetful.ts'
import type { Reply } from './grade.ts'
import { measureRun } from './measure-run.ts'

/** A reply, and the intent that was thought the likeliest, whether or not it was sure enough to be answered. */
export type OurReply = Reply & { readonly likeliest: string | undefined }

/** What the program gets in a file. */
export type OurTask = { readonly questions: readonly string[]; readonly now: string }

/** `node bench/peers/run-focal-point.ts KNOWLEDGE TASK.json` prints a measured run as JSON. Building is without any cache. */
if (import.meta.main) {
  const [folder = '', file = ''] = process.argv.slice(2)
  const task = JSON.parse(readFileSync(file, 'utf8')) as OurTask
  const now = Temporal.Instant.from(task.now)
  const knowledge = loadKnowledge(folder)
  const build = async () => {
    const focalPoint = createForgetful(knowledge)
    return (text: string): OurReply => {
      const answer = focalPoint.ask({ text, now })
      const likeliest = answer.candidates[0]?.intent
      return { status: answer.status, intent: answer.intent, text: toPlainText(answer), likeliest }
    }
  }
  console.log(JSON.stringify(await measureRun(build, task.questions)))
}
