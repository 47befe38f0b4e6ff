import { watch } from 'node:fs'
import { fingerprintFolder } from './fingerprint-folder.ts'

/** Files written one after the other count as one change. Short, because most of the promised 2 s go into building. */
const settleMs = 50
/** Network and container file systems send no events. */
const pollMs = 300

/** Calls back after the YAML files of a folder have changed and then stood still for a moment. Does not keep the process alive. */
export function watchFolder(folder: string, onChange: () => void): Disposable {
  let reported = fingerprintFolder(folder)
  let latest = reported
  let isSettling = false
  let timer: NodeJS.Timeout
  const schedule = (ms: number) => {
    timer = setTimeout(look, ms).unref()
  }
  function look(): void {
    const before = latest
    latest = fingerprintFolder(folder)
    isSettling = latest !== before
    if (latest !== reported && !isSettling) {
      reported = latest
      onChange()
    }
    schedule(isSettling ? settleMs : pollMs)
  }
  const lookSoon = () => {
    // A stream of events must not put off the look again and again.
    if (isSettling) return
    isSettling = true
    clearTimeout(timer)
    schedule(settleMs)
  }
  const events = watchEvents(folder, lookSoon)
  schedule(pollMs)
  return {
    [Symbol.dispose]: () => {
      clearTimeout(timer)
      events?.close()
    },
  }
}

/** File system events, where there are any; looking at intervals goes on without them. */
function watchEvents(folder: string, onEvent: () => void) {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, onEvent)
    watcher.on('error', () => watcher.close())
    return watcher
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return undefined
  }
}
