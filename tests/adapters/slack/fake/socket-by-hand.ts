import { WebSocket } from 'ws'
import { Changes } from '../../changes.ts'

type Frame = { readonly type: string; readonly envelope_id?: string; readonly [key: string]: unknown }

/** A connection that does nothing by itself, not even acknowledge. */
export type SocketByHand = Disposable & {
  /** Everything that came in, `hello` first. */
  readonly frames: readonly Frame[]
  /** Resolves with all frames as soon as there are so many. */
  received(count: number): Promise<readonly Frame[]>
  acknowledge(frame: Frame | undefined, payload?: object): void
  /** Resolves with `pong` or, where the connection ends before, `closed`. */
  ping(): Promise<'pong' | 'closed'>
  /** Resolves with the code that the connection was closed with; 1006 if it was cut. */
  readonly closed: Promise<number>
}

/** Opens a connection; resolves when it was greeted. */
export async function openSocketByHand(url: string): Promise<SocketByHand> {
  const socket = new WebSocket(url)
  const frames: Frame[] = []
  const changes = new Changes()
  const closed = Promise.withResolvers<number>()
  const pongs = Promise.withResolvers<'pong'>()
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    changes.announce()
  })
  socket.on('pong', () => pongs.resolve('pong'))
  socket.on('close', (code) => closed.resolve(code))
  // A refused upgrade is told by its close code.
  socket.on('error', () => undefined)
  const received = async (count: number) => {
    await changes.until(
      () => frames.length >= count,
      () => `${count} frames; there were ${JSON.stringify(frames)}`,
    )
    return frames
  }
  await Promise.race([received(1), closed.promise])
  return {
    frames,
    received,
    closed: closed.promise,
    acknowledge: (frame, payload) => socket.send(JSON.stringify({ envelope_id: frame?.envelope_id, payload })),
    ping: () => {
      socket.ping()
      return Promise.race([pongs.promise, closed.promise.then((): 'closed' => 'closed')])
    },
    [Symbol.dispose]: () => socket.terminate(),
  }
}
