import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { send } from '../http-reply.ts'
import type { Route } from '../web-server.ts'
import { fileRoute } from './static-files.ts'
import { teamsHostConfig } from './teams-host-config.ts'

const { resolve } = createRequire(import.meta.url)

/** What the renderers of both platforms need in the browser. A page loads it only when somebody looks at such a view. */
export function rendererRoutes(): Route[] {
  return [
    fromPackage('/playground/adaptivecards.js', 'text/javascript', 'adaptivecards/dist/adaptivecards.min.js'),
    fromPackage('/playground/slack-renderer.css', 'text/css', 'slack-blocks-to-jsx/dist/style.css'),
    hostConfigRoute(),
  ]
}

function fromPackage(path: string, type: string, file: string): Route {
  return fileRoute({ path, type, body: readFileSync(resolve(file)) })
}

function hostConfigRoute(): Route {
  const configs = JSON.stringify({ light: teamsHostConfig('light'), dark: teamsHostConfig('dark') })
  return {
    method: 'GET',
    path: '/playground/teams-host-config.json',
    handle: (_, response) => send(response, 200, 'application/json; charset=utf-8', configs),
  }
}
