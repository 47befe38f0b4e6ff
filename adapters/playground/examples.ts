import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { languages } from '../../src/knowledge/language.ts'
import { promptsFor } from '../chat/prompts.ts'
import { sendJson } from '../http-reply.ts'
import type { Route } from '../web-server.ts'

/** `GET /api/playground/examples`: questions to begin with, in each language. */
export function examplesRoute(origin: { readonly knowledge: Knowledge }): Route {
  return {
    method: 'GET',
    path: '/api/playground/examples',
    handle: (_, response) => {
      const examples = languages.map((language) => [language, promptsFor(origin.knowledge, language)] as const)
      sendJson(response, 200, Object.fromEntries(examples))
    },
  }
}
