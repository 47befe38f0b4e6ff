import { type Answer, answeredPart } from '../../../src/answers/answer.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import { whereLooked } from '../../chat/where-looked.ts'
import { notices } from '../../chat/wording.ts'
import { describeError } from '../../log.ts'
import { renderHome } from '../drawing/render-home.ts'
import { type Asker, askingOf } from '../reminders/asking.ts'
import type { SlackTools } from '../tools.ts'
import { refusalOf } from '../web-api/call-failure.ts'

/** Shows App Home to a person. On a conflict somebody else has published in the meantime; ours is made from the newest anyway. */
export async function publishHome(asker: Asker, tools: SlackTools, hash?: string): Promise<void> {
  const { client, user } = asker
  const view = await drawHome(asker, tools)
  try {
    await tools.calls.repeat(() => client.views.publish({ user_id: user, hash, view }))
  } catch (error) {
    if (refusalOf(error) !== 'hash_conflict') throw error
    await tools.calls.repeat(() => client.views.publish({ user_id: user, view }))
  }
}

async function drawHome(asker: Asker, tools: SlackTools) {
  const { client, workspace, user } = asker
  const { focalPoint } = tools
  const reader = await tools.readers.read(client, workspace, user)
  const { zone = 'UTC' } = reader
  const language = asker.language ?? reader.language ?? 'en'
  return renderHome({
    language,
    zone,
    upcoming: await upcomingMeetings(language, tools),
    reminders: await ownReminders({ ...asker, language }, tools),
    examples: exampleQuestions(focalPoint.knowledge, language),
    knowledgeReadAt: focalPoint.knowledgeReadAt,
    ...whereLooked(focalPoint.knowledge),
  })
}

/** While the assistant cannot answer, the page has all else. */
async function upcomingMeetings(language: Language, { focalPoint, clock, log }: SlackTools): Promise<Answer> {
  try {
    return await focalPoint.ask({ text: 'events next', language, now: clock.now() })
  } catch (error) {
    log.error('no answer', describeError(error))
    const part = answeredPart('next-meeting', notices.unavailable[language], [])
    return { status: 'unknown', intent: part.intent, language, parts: [{ ...part, status: 'unknown' }], candidates: [] }
  }
}

/** The same holds for them: undefined where they cannot be told. */
async function ownReminders(asker: Asker, tools: SlackTools): Promise<readonly ListedReminder[] | undefined> {
  if (!tools.reminders) return []
  try {
    const { listed } = await tools.reminders.list(await askingOf(asker, tools))
    return listed
  } catch (error) {
    tools.log.error('no reminders', describeError(error))
    return undefined
  }
}
