import { word } from './words.js'

/** A request that the service refused, with its status and the sentence it gave for that. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

/**
 * The JSON at an address; with `sent`, what a POST of that gets. Throws a `Refusal` whose message can be shown.
 * @param {string} address
 * @param {{ readonly sent?: unknown, readonly headers?: Readonly<Record<string, string>> }} [options]
 * @returns {Promise<any>}
 */
export async function fetchJson(address, { sent, headers = {} } = {}) {
  const post = {
    method: 'POST',
    body: JSON.stringify(sent),
    headers: { ...headers, 'Content-Type': 'application/json' },
  }
  const response = await fetch(address, sent === undefined ? { headers } : post).catch(() => undefined)
  if (!response) throw new Refusal(0, word('unreachable'))
  const result = await response.json().catch(() => ({}))
  if (!response.ok) throw new Refusal(response.status, String(result.error ?? response.status))
  return result
}
