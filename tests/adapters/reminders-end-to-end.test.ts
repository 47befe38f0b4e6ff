import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { aFolder, type TemporaryFolder } from './knowledge-fixture.ts'
import type { RunningService } from './running-service.ts'
import { slashCommand } from './slack/fake/payloads/slash-command.ts'
import { startFakeSlack } from './slack/fake/start-fake-slack.ts'
import { startSlackService } from './slack/slack-service.ts'
import { aMessage } from './teams/fake/activities/message.ts'
import { startFakeConnector } from './teams/fake/start-fake-connector.ts'
import { saidIn } from './teams/shown-card.ts'
import { startTeamsService } from './teams/teams-service.ts'

/** The next full minute but one, at which the meeting begins; one minute before it the reminder is due. */
function aStart(): Temporal.ZonedDateTime {
  return Temporal.Now.zonedDateTimeISO('UTC')
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    .add({ minutes: 5 })
}

/** A folder with one meeting; the time on its clocks is that of UTC. */
function writeMeeting(folder: TemporaryFolder, starts: Temporal.ZonedDateTime): void {
  const time = starts.toPlainTime().toString({ smallestUnit: 'minute' })
  folder.write('sources/agenda.yaml', 'id: agenda\ntitle: Agenda\nasOf: "2026"\n')
  folder.write(
    'events/meetings.yaml',
    `- { id: pelican, name: Pelican workshop, starts: "${starts.toPlainDate()}", time: "${time}", zone: UTC, source: "agenda:1" }\n`,
  )
}

/** What the service takes to have a clock that can be moved on. */
function settableClock(folder: TemporaryFolder) {
  const file = join(folder.path, 'clock')
  const program = pathToFileURL(join(import.meta.dirname, 'settable-clock.ts'))
  return { file, more: { NODE_OPTIONS: `--import ${program}`, CLOCK_FILE: file } }
}

function moveClock(service: RunningService, file: string, to: Temporal.ZonedDateTime): void {
  writeFileSync(file, to.toInstant().toString())
  service.signal('SIGUSR2')
}

/** Which of the secrets stand in what the service keeps. */
function secretsKept({ path }: TemporaryFolder, secrets: readonly string[]): string[] {
  const kept = readdirSync(path).map((file) => readFileSync(join(path, file), 'latin1'))
  if (!kept.join('').includes('pelican')) throw new Error('the store is not among what was read')
  return secrets.filter((secret) => kept.join('').includes(secret))
}

describe.concurrent('a reminder that somebody sets by a slash command', () => {
  test('comes once in Slack, within five seconds of its time, and a move of the meeting is told once', async () => {
    await using slack = await startFakeSlack()
    using knowledge = aFolder()
    using data = aFolder()
    const starts = aStart()
    writeMeeting(knowledge, starts)
    const { file, more } = settableClock(data)
    const options = { transport: 'sockets', knowledge: knowledge.path, data: data.path, more } as const
    const { service, send } = await startSlackService(slack, options)
    await using _service = service
    const { body } = await send(
      slashCommand(slack, { command: '/focal', text: 'remind me 1 minute before the Pelican workshop' }),
    )
    expect(JSON.stringify(body)).toContain('Pelican workshop: 1 minute before')
    expect(slack.messages).toEqual([])
    moveClock(service, file, starts.subtract({ minutes: 1, seconds: 1 }))
    const movedAt = performance.now()
    await slack.called('chat.postMessage', 1, 10_000)
    expect(performance.now() - movedAt).toBeLessThan(6_000)
    expect(slack.messages.map(({ text }) => text)).toEqual([expect.stringContaining('In 1 minute: Pelican workshop')])
    writeMeeting(knowledge, starts.add({ hours: 2 }))
    await slack.called('chat.postMessage', 2, 10_000)
    expect(slack.messages[1]?.text).toContain('Changed: Pelican workshop')
    expect(await service.stop()).toBe(0)
    expect(slack.calls('chat.postMessage')).toHaveLength(2)
    expect(slack.violations).toEqual([])
    expect(secretsKept(data, [slack.botToken, slack.appToken, slack.signingSecret])).toEqual([])
  }, 30_000)

  test('comes once in Teams, and so does the news that the meeting is cancelled', async () => {
    await using teams = await startFakeConnector()
    using knowledge = aFolder()
    using data = aFolder()
    const starts = aStart()
    writeMeeting(knowledge, starts)
    const { file, more } = settableClock(data)
    const { service, send } = await startTeamsService(teams, { knowledge: knowledge.path, data: data.path, more })
    await using _service = service
    await send(aMessage(teams, { text: 'remind me 1 minute before the Pelican workshop', place: 'personal' }))
    expect(saidIn(teams.messages[0])).toContain('Pelican workshop: 1 minute before')
    moveClock(service, file, starts.subtract({ minutes: 1, seconds: 1 }))
    await teams.until(() => teams.messages.length === 2, 'a reminder', 10_000)
    expect(saidIn(teams.messages[1])).toContain('In 1 minute: Pelican workshop')
    writeMeeting(knowledge, starts.add({ hours: 2 }))
    await teams.until(() => teams.messages.length === 3, 'a notice', 10_000)
    expect(saidIn(teams.messages[2])).toContain('Changed: Pelican workshop')
    expect(await service.stop()).toBe(0)
    expect(teams.messages).toHaveLength(3)
    expect(secretsKept(data, [teams.settings.MicrosoftAppPassword, 'Bearer ', 'eyJ'])).toEqual([])
  }, 30_000)
})
