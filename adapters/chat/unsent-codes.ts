/** Node's codes of calls for which no connection came about, so that nothing was sent. */
const unsentCodes: ReadonlySet<string | undefined> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether a call that failed with this code never left this machine. */
export function isUnsentCode(code: string | undefined): boolean {
  return unsentCodes.has(code)
}
