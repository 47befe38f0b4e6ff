import { createLog } from '../../../../adapters/log.ts'
import { doctorRoute } from '../../../../adapters/playground/knowledge/doctor-route.ts'
import { knowledgeRoutes, type ShownKnowledge } from '../../../../adapters/playground/knowledge/knowledge-routes.ts'
import { pageRoutes } from '../../../../adapters/playground/page.ts'
import { closeServer, createWebServer, listen } from '../../../../adapters/web-server.ts'
import { loadKnowledge } from '../../../../src/knowledge/load-knowledge.ts'
import { formatProblem, KnowledgeError } from '../../../../src/knowledge/problem.ts'

export type KnowledgeServer = AsyncDisposable & {
  readonly url: string
  /** Reads the folder again, as the service does when it has changed. */
  reload(): void
}

/** The pages and what the knowledge page asks for, over a knowledge folder, on a day that does not pass. */
export async function startKnowledgeServer(folder: string): Promise<KnowledgeServer> {
  const shown = new ReloadedKnowledge(folder)
  const { routes, stop } = knowledgeRoutes(shown, folder)
  const doctor = doctorRoute(async function* () {
    yield { kind: 'ok', about: 'settings', says: 'all that are given are understood' }
    yield { kind: 'note', about: 'Slack', says: 'not configured' }
  })
  const server = createWebServer(
    [...pageRoutes(), ...routes, doctor],
    createLog('error', () => {}),
  )
  const url = await listen(server, 0, '127.0.0.1')
  return {
    url,
    reload: () => shown.reload(),
    [Symbol.asyncDispose]: async () => {
      stop()
      await closeServer(server, 10)
    },
  }
}

class ReloadedKnowledge implements ShownKnowledge {
  knowledge
  problems: readonly string[] = []
  knowledgeReadAt = Temporal.Instant.from('2026-12-01T08:00:00Z')
  readonly #folder: string
  readonly #followers: (() => void)[] = []

  constructor(folder: string) {
    this.#folder = folder
    this.knowledge = loadKnowledge(folder)
  }

  follow(onChange: () => void): void {
    this.#followers.push(onChange)
  }

  /** Told of everything already. */
  followProblems(): void {}

  reload(): void {
    try {
      this.knowledge = loadKnowledge(this.#folder)
      this.knowledgeReadAt = this.knowledgeReadAt.add({ seconds: 1 })
      this.problems = []
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error
      this.problems = error.problems.map(formatProblem)
    }
    for (const tell of this.#followers) tell()
  }
}
