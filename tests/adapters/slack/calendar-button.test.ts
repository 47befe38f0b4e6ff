import { expect, test } from 'vitest'
import { anAnswer, aPart } from '../chat/an-answer.ts'
import { alwaysAnswering } from '../chat/contract/assistants.ts'
import { elementsOf } from './drawing/an-answer.ts'
import { appMention } from './fake/payloads/message-events.ts'
import { handled, pressInMessage } from './pressing.ts'
import { startAdapter, transports } from './running-adapter.ts'

const focalPoint = alwaysAnswering(anAnswer([aPart({ meeting: 'council-2027' })], 'fr'))

test.each(transports)('a meeting to come can be put into a calendar, over %s', async (transport) => {
  await using running = await startAdapter(transport, { focalPoint })
  const { slack, send } = running
  await send(appMention(slack, { text: 'quand est le Conseil ?' }))
  await slack.called('chat.postMessage')
  const buttons = elementsOf(slack.messages[0]?.blocks, 'button')
  expect(buttons.find(({ url }) => url)).toMatchObject({
    text: { text: 'Ajouter à l’agenda' },
    url: 'https://focal.example/calendar.ics?event=council-2027&lang=fr',
  })
  await pressInMessage(running, slack.messages[0], 'Ajouter à l’agenda')
  await handled(running, 2)
  // Slack opens the address by itself; all that is left to do is to take the press.
  expect(slack.ephemerals).toEqual([])
  expect(slack.violations).toEqual([])
})
