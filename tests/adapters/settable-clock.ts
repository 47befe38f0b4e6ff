import { readFileSync } from 'node:fs'

/** Loaded into a process before all else, with `--import`: its clock goes on from the instant in `CLOCK_FILE` when it gets a SIGUSR2. */
const instant = Temporal.Now.instant.bind(Temporal.Now)
let aheadMs = 0
Temporal.Now.instant = () => instant().add({ milliseconds: aheadMs })
process.on('SIGUSR2', () => {
  const wanted = Temporal.Instant.from(readFileSync(process.env.CLOCK_FILE ?? '', 'utf8'))
  aheadMs = wanted.epochMilliseconds - instant().epochMilliseconds
})
