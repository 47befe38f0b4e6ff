import type { Finding } from '../../finding.ts'
import { serviceAddress } from '../../service-address.ts'
import type { Settings } from '../../settings.ts'
import { askJson } from './ask-json.ts'

const about = 'messaging endpoint'

/** Asks the service, if it runs, what anybody could ask: a request without a token must be refused. */
export async function examineService({ HOST, PORT, TEAMS_DISABLE_AUTH }: Settings): Promise<Finding> {
  const url = `${serviceAddress(HOST, PORT)}/api/messages`
  const reply = await askJson(url, { method: 'POST', headers, body: JSON.stringify(somebodyTypes) })
  if (!reply) return { kind: 'note', about, says: `no service runs at ${url} yet; start it, then run the doctor again` }
  return explain(reply.status, url, TEAMS_DISABLE_AUTH === 'true')
}

function explain(status: number, url: string, isOpen: boolean): Finding {
  if (status === 404) return { kind: 'wrong', about, says: `the service at ${url} runs without Teams; restart it` }
  if (status === 503) {
    return { kind: 'wrong', about, says: `the service at ${url} cannot check requests now; its log says why` }
  }
  if (status === 401 && !isOpen)
    return { kind: 'ok', about, says: `${refuses} at ${url}; Teams must reach it over https` }
  if (status === 401) return { kind: 'note', about, says: `${refuses} at ${url}; restart it to let a local client in` }
  if (status < 300 && isOpen)
    return { kind: 'ok', about, says: `the service takes what a local client sends to ${url}` }
  if (status < 300)
    return { kind: 'wrong', about, says: `the service at ${url} takes requests without a token; restart it` }
  return { kind: 'wrong', about, says: `${url} answers ${status}; is it this service that runs there?` }
}

const refuses = 'the service refuses requests without a token'
const headers = { 'Content-Type': 'application/json' }

/** Has the form of what Teams sends, and nothing comes of it where it is let in. */
const somebodyTypes = {
  type: 'typing',
  id: 'doctor',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1/',
  from: { id: '29:doctor' },
  conversation: { id: 'a:doctor', conversationType: 'personal' },
  recipient: { id: '28:doctor' },
}
