const timeoutMs = 5000

/** What an address answers; `json` is undefined where it is none. */
export type JsonReply = { readonly status: number; readonly json: unknown }

/** Asks an address for JSON once; undefined when nobody answers in five seconds. */
export async function askJson(url: string, init: RequestInit = {}): Promise<JsonReply | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    return { status: response.status, json: parse(await response.text()) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return undefined
  }
}

/** What to look at when a service of Microsoft does not answer. */
export const unreachable = 'cannot be reached; is there a network, or a proxy (NODE_USE_ENV_PROXY=1)?'

/** A proxy in between answers with a page. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
