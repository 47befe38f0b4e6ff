const signals = ['SIGTERM', 'SIGINT'] as const

/** Waits until the process is told to stop. The second signal ends it at once, as if nobody listened. */
export function stopSignal(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>()
  function stop(signal: NodeJS.Signals): void {
    for (const name of signals) process.off(name, stop)
    resolve(signal)
  }
  for (const name of signals) process.on(name, stop)
  return promise
}
