import { describe, expect, test } from 'vitest'
import { appMention } from '../fake/payloads/message-events.ts'
import { type RunningAdapter, startAdapter, transports } from '../running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

function check({ adapter }: RunningAdapter) {
  return adapter.checks.slack?.()
}

/** Lets the waits between two tries pass until the log says so. */
async function passUntilLogged({ slack, clock, logged }: RunningAdapter, message: string): Promise<void> {
  const isLogged = () => logged.some((line) => line.includes(message))
  const reached = slack.until(isLogged, message, 10_000)
  while (!isLogged()) await Promise.race([reached, clock.passSleepOf((ms) => ms >= 500)])
  await reached
}

describe.each(transports)('over %s', (transport) => {
  test.each(['token_revoked', 'account_inactive', 'invalid_auth'])(
    'a token that Slack takes no more (%s) makes the service not ready, until it does again',
    async (error) => {
      await using running = await startAdapter(transport)
      const { slack, send } = running
      expect(check(running)).toEqual({ status: 'ok' })
      slack.faults.add({ on: '*', fail: { error }, times: 'always' })
      await send(appMention(slack, { text: question }))
      await slack.called('chat.postMessage')
      await running.clock.passSleepOf((ms) => ms === 500)
      expect(check(running)).toMatchObject({ status: 'failed', reason: expect.stringContaining(error) })
      slack.faults.clear()
      await passUntilLogged(running, 'slack token works again')
      expect(check(running)).toEqual({ status: 'ok' })
      await send(appMention(slack, { text: question }))
      await slack.until(() => slack.messages.length === 1, 'an answer')
    },
  )

  test('a Slack that cannot be reached at the start is asked again until it can', async () => {
    await using running = await startAdapter(transport, { arm: (slack) => slack.stopListening() })
    expect(check(running)).toMatchObject({ status: 'failed', reason: expect.stringContaining('cannot be reached') })
    await running.slack.listenAgain()
    await passUntilLogged(running, 'slack token works again')
    if (transport === 'sockets') await passUntilLogged(running, 'slack socket open')
    expect(check(running)).toEqual({ status: 'ok' })
    await running.send(appMention(running.slack, { text: question }))
    await running.slack.called('chat.postMessage')
  })

  test('a refusal of one message says nothing about the token', async () => {
    await using running = await startAdapter(transport)
    running.slack.faults.add({ on: 'chat.postMessage', fail: { error: 'is_archived' } })
    await running.send(appMention(running.slack, { text: question }))
    await running.adapter.stop(5000)
    expect(running.slack.calls('auth.test')).toHaveLength(1)
  })
})
