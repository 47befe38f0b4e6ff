import { describe, expect, test } from 'vitest'
import { ownFocalPoint } from '../../own-focal-point.ts'
import type { FakeSlack } from '../fake/fake-slack.ts'
import { ephemeralAction } from '../fake/payloads/block-actions.ts'
import { anyEvent } from '../fake/payloads/event-envelope.ts'
import type { Payload } from '../fake/payloads/payload.ts'
import { globalShortcut, messageShortcut } from '../fake/payloads/shortcuts.ts'
import { slashCommand } from '../fake/payloads/slash-command.ts'
import { startAdapter, transports } from '../running-adapter.ts'

const pressed = { channel: 'C00000001', message_ts: '1700000000.000100' }

/** Payloads of a person who then reads something, by what the log calls them. */
const withAnswer: readonly (readonly [string, (slack: FakeSlack) => Payload])[] = [
  ['action old-button', (slack) => ephemeralAction(slack, { ...pressed, action: { action_id: 'old-button' } })],
  ['shortcut old-shortcut', (slack) => messageShortcut(slack, { callback_id: 'old-shortcut', text: 'x' })],
  [
    'action focal.choose.0',
    (slack) => ephemeralAction(slack, { ...pressed, action: { action_id: 'focal.choose.0', value: '{"v":0}' } }),
  ],
]

/** Payloads that are only acknowledged. */
const withoutAnswer: readonly (readonly [string, (slack: FakeSlack) => Payload])[] = [
  ['shortcut nobodys', (slack) => globalShortcut(slack, { callback_id: 'nobodys' })],
  ['event reaction_added', (slack) => anyEvent(slack, { type: 'reaction_added', user: 'U1' })],
  ['view nobodys', (slack) => interactive(slack, { type: 'view_closed', view: { callback_id: 'nobodys' } })],
  ['options nobodys', (slack) => interactive(slack, { type: 'block_suggestion', action_id: 'nobodys', value: '' })],
  ['options nobodys', (slack) => interactive(slack, { type: 'dialog_suggestion', callback_id: 'nobodys', value: '' })],
  [
    'action nobodys',
    (slack) =>
      interactive(slack, {
        type: 'interactive_message',
        callback_id: 'nobodys',
        actions: [{ name: 'yes', type: 'button' }],
      }),
  ],
  ['shortcut nobodys', (slack) => interactive(slack, { type: 'dialog_submission', callback_id: 'nobodys' })],
]

function interactive({ teamId }: FakeSlack, fields: Readonly<Record<string, unknown>>): Payload {
  return { kind: 'interactive', body: { team: { id: teamId }, user: { id: 'U00000001' }, ...fields } }
}

describe.each(transports)('over %s', (transport) => {
  test('a command that nobody knows is answered privately, in the acknowledgement', async () => {
    await using running = await startAdapter(transport)
    const { body } = await running.send(slashCommand(running.slack, { command: '/old', text: 'x' }))
    expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('earlier version') })
    expect(running.slack.violations).toEqual([])
    expect(running.logged.join()).toContain('"handler":"command /old"')
  })

  test.each(withAnswer)(
    'what nobody understands (%s) is acknowledged and answered privately',
    async (name, payload) => {
      await using running = await startAdapter(transport)
      expect(await running.send(payload(running.slack))).toMatchObject({ acknowledged: true })
      await running.slack.called('response_url')
      expect(running.slack.responses).toMatchObject([
        { effect: 'ephemeral', body: { text: expect.stringContaining('ask me again') } },
      ])
      await running.adapter.stop(5000)
      expect(running.logged.join()).toContain(`"handler":"${name}"`)
    },
  )

  test.each(withoutAnswer)('what nobody takes (%s) is acknowledged', async (name, payload) => {
    await using running = await startAdapter(transport)
    expect(await running.send(payload(running.slack))).toMatchObject({ acknowledged: true })
    await running.adapter.stop(5000)
    expect(running.logged.join()).toContain(`"handler":"${name}"`)
  })

  test('a window that nobody knows says so when it is sent', async () => {
    await using running = await startAdapter(transport)
    const view = { callback_id: 'nobodys' }
    const { body } = await running.send(interactive(running.slack, { type: 'view_submission', view }))
    expect(body).toMatchObject({ response_action: 'update', view: { type: 'modal' } })
    expect(JSON.stringify(body)).toContain('ask me again')
    expect(running.slack.violations).toEqual([])
    expect(running.logged.join()).toContain('"handler":"view nobodys"')
  })

  test('a listener that fails is logged without what was written, and the person is told', async () => {
    const own = ownFocalPoint()
    const failing = {
      ...own,
      ask: own.ask,
      get knowledge(): never {
        throw new Error('secret words')
      },
    }
    await using running = await startAdapter(transport, { focalPoint: failing })
    const { body } = await running.send(slashCommand(running.slack, { command: '/focal', text: 'process MIDSA' }))
    expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('went wrong') })
    expect(running.logged.join()).toContain('slack listener failed')
    expect(running.logged.join()).not.toMatch(/secret words|MIDSA/)
  })
})
