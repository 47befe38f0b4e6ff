import { expect, test } from 'vitest'
import { anAnswer, aPart } from '../chat/an-answer.ts'
import { alwaysAnswering } from '../chat/contract/assistants.ts'
import { elementsOf } from './drawing/an-answer.ts'
import { aMessage } from './fake/activities/message.ts'
import { startAdapter } from './running-adapter.ts'
import { cardIn } from './shown-card.ts'

const focalPoint = alwaysAnswering(anAnswer([aPart({ meeting: 'council-2027' })], 'es'))

test.each(['personal', 'channel', 'groupChat'] as const)(
  'a meeting to come can be put into a calendar from the answer in a %s',
  async (place) => {
    await using running = await startAdapter({ focalPoint })
    const { teams, send } = running
    await send(aMessage(teams, { text: '¿cuándo es el Consejo?', place }))
    expect(teams.messages.flatMap((message) => elementsOf(cardIn(message), 'Action.OpenUrl'))).toMatchObject([
      { title: 'Añadir al calendario', url: 'https://focal.example/calendar.ics?event=council-2027&lang=es' },
    ])
  },
)
