import type { FocalPoint } from '../../src/focal-point.ts'
import { chooseKnowledgeFolder } from '../knowledge-folder.ts'
import { buildWithCache, loadWithCache } from '../load-focal-point.ts'
import { type AskArguments, type AskMode, parseAskArguments } from './ask-arguments.ts'
import { answerLines } from './ask-lines.ts'
import { askOnce } from './ask-once.ts'
import { converse } from './conversation-loop.ts'
import { type ExitCode, runCommand } from './run-command.ts'

await runCommand((args) => {
  const parsed = parseAskArguments(args, process.stdin.isTTY === true)
  const knowledge = loadWithCache(chooseKnowledgeFolder(parsed.knowledge))
  return run(parsed.mode, buildWithCache(knowledge), parsed)
})

function run(mode: AskMode, focalPoint: FocalPoint, { now, language }: AskArguments): ExitCode | Promise<ExitCode> {
  const session = { focalPoint, language, now: () => now ?? Temporal.Now.instant() }
  switch (mode.kind) {
    case 'question':
      return askOnce(mode.text, mode.json, session)
    case 'lines':
      return answerLines(session, process.stdin, process.stdout)
    case 'conversation':
      return converse(session, process.stdin, process.stdout)
  }
}
