/** Where a service that listens on a host and port is reached from its own machine. */
export function serviceAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
