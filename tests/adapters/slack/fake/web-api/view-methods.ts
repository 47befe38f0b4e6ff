import { z } from 'zod'
import { checkView } from '../block-check.ts'
import type { Args } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import { viewAsSeen } from '../state/view-as-seen.ts'
import type { ShownView } from '../state/views.ts'
import { type Answer, type Caller, invalidArguments, type Method, type Methods, Refusal, readArgs } from './method.ts'

const MAX_DEPTH = 3
const aView = z.record(z.string(), z.unknown())

/** Modals and home tabs. */
export const viewMethods: Methods = {
  'views.open': ofBots((args, caller) => {
    const { trigger_id, view } = readArgs({ trigger_id: z.string(), view: aView }, args)
    demandFairView(view, 'modal', 'views.open', caller.slack)
    useTrigger(trigger_id, caller.slack)
    return show(view, undefined, caller)
  }),
  'views.push': ofBots((args, caller) => {
    const { trigger_id, view } = readArgs({ trigger_id: z.string(), view: aView }, args)
    demandFairView(view, 'modal', 'views.push', caller.slack)
    const top = caller.slack.views.modals().at(-1)
    if (top && caller.slack.views.depthOf(top) >= MAX_DEPTH) throw new Refusal('push_limit_reached')
    useTrigger(trigger_id, caller.slack)
    return show(view, top, caller)
  }),
  'views.update': ofBots((args, { slack }) => {
    const { view, view_id, external_id, hash } = readArgs(updateArgs, args)
    demandFairView(view, 'modal', 'views.update', slack)
    const shown = view_id ? slack.views.get(view_id) : slack.views.byExternalId(external_id ?? '')
    if (!shown) throw new Refusal('not_found')
    return change(shown, view, hash, slack)
  }),
  'views.publish': ofBots((args, { slack, token }) => {
    const { user_id, view, hash } = readArgs({ user_id: z.string(), view: aView, hash: z.string().optional() }, args)
    demandFairView(view, 'home', 'views.publish', slack)
    if (!slack.users.get(user_id)) throw new Refusal('user_not_found')
    const home = slack.views.homeOf(user_id)
    if (home) return change(home, view, hash, slack)
    return answer(add(view, { user: user_id, previous: undefined }, { slack, token }), slack)
  }),
}

const updateArgs = {
  view: aView,
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
}

function ofBots(run: Method['run']): Method {
  return { tokens: ['bot'], run }
}

function demandFairView(view: Args, type: string, where: string, slack: SlackState): void {
  const lines = view.type === type ? checkView(view) : [`type: is ${JSON.stringify(view.type)}, allowed is ${type}`]
  slack.violations.push(...lines.map((line) => `${where}: view: ${line}`))
  if (lines.length > 0 && slack.strict) throw invalidArguments(lines.map((line) => `view: ${line}`))
}

function useTrigger(triggerId: string, slack: SlackState): void {
  const error = slack.triggers.use(triggerId)
  if (error) throw new Refusal(error)
}

function show(view: Args, previous: ShownView | undefined, caller: Caller): Answer {
  return answer(add(view, { user: undefined, previous }, caller), caller.slack)
}

type Stand = { readonly user: string | undefined; readonly previous: ShownView | undefined }

function add(view: Args, { user, previous }: Stand, { slack, token }: Caller): ShownView {
  const id = slack.ids.next('V')
  const rootId = previous?.rootId ?? id
  return slack.views.add({ id, team: token.teamId, user, rootId, previousId: previous?.id, hash: newHash(slack), view })
}

function change(shown: ShownView, view: Args, hash: string | undefined, slack: SlackState): Answer {
  if (hash !== undefined && hash !== shown.hash) throw new Refusal('hash_conflict')
  Object.assign(shown, { view, hash: newHash(slack), updates: shown.updates + 1 })
  return answer(shown, slack)
}

function newHash(slack: SlackState): string {
  return `${Math.floor(slack.now() / 1000)}.${slack.ids.next('h')}`
}

function answer(shown: ShownView, slack: SlackState): Answer {
  return { view: viewAsSeen(shown, slack) }
}
