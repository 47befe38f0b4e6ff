import type { Reply } from '../../../fake-web-server.ts'
import type { Fields } from '../fields.ts'
import type { ConnectorState } from '../state/connector-state.ts'

/** A call of the connector, taken apart. */
export type Asked = {
  /** What the path names, by the names in the pattern. */
  readonly ids: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Fields
  readonly bytes: number
}

/** One thing that the connector does. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for each id. */
  readonly path: string
  /** Which of the rate limits it counts towards. */
  readonly limit?: 'send' | 'members'
  readonly run: (asked: Asked, state: ConnectorState) => Reply
}
