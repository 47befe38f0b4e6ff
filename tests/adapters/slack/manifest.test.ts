import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { prompts } from '../../../adapters/chat/prompts.ts'
import { permissions } from '../../../adapters/slack/permissions.ts'
import { surfaces } from '../../../adapters/slack/register.ts'

/** What Slack takes, as far as we use it (docs.slack.dev, app manifest reference). */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    agent_view: z.strictObject({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string(), message: z.string() })).max(4),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    shortcuts: z.array(
      z.strictObject({
        name: z.string().max(24),
        type: z.enum(['message', 'global']),
        callback_id: z.string().max(255),
        description: z.string().max(150),
      }),
    ),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/\w{1,31}$/),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.literal(true),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string().max(50)) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string().max(50)) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.boolean(),
  }),
})

/** No scope is needed for these. */
const freeMethods = ['auth.test', 'views.open', 'views.push', 'views.publish', 'views.update']

const manifest = manifestSchema.parse(JSON.parse(readFileSync('manifest.json', 'utf8')))

describe('the Slack manifest', () => {
  test('subscribes to the events that the code listens to, and to no other', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(surfaces.events.toSorted())
  })

  test('declares the commands that the code takes, and no other', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(surfaces.commands)
  })

  test('declares the shortcuts that the code takes, and no other', () => {
    const declared = manifest.features.shortcuts.map(({ type, callback_id }) => ({ type, callbackId: callback_id }))
    expect(declared).toEqual(surfaces.shortcuts)
  })

  test('asks for the scopes that the code needs, and for no other', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(permissions.map(({ scope }) => scope).toSorted())
  })

  test('offers the prompts that the code offers', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(prompts.en)
  })
})

describe('the permissions', () => {
  const listened: readonly string[] = [
    ...surfaces.events,
    ...surfaces.commands,
    ...surfaces.shortcuts.map(({ callbackId }) => callbackId),
  ]
  const granting = permissions.flatMap((permission) => permission.for)

  test('cover every method that the code calls', () => {
    const methods = calledMethods()
    expect(methods).toContain('chat.postMessage')
    for (const method of methods) expect([...granting, ...freeMethods]).toContain(method)
  })

  test('are each for something that the code does', () => {
    for (const { scope, for: reasons } of permissions) expect(reasons, scope).not.toEqual([])
    for (const reason of granting) expect([...calledMethods(), ...listened]).toContain(reason)
  })

  test('cover every event, command and shortcut that needs one', () => {
    const unneeding = ['app_home_opened', 'app_uninstalled', 'tokens_revoked']
    for (const surface of listened) expect([...granting, ...unneeding]).toContain(surface)
  })
})

/** Methods of the Web API in the sources: `client.chat.postMessage(` and the like. */
function calledMethods(): string[] {
  const sources = globSync('adapters/slack/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  return sources.flatMap((source) => [...source.matchAll(/client\.((?:\w+\.)+\w+)\(/g)].map((match) => match[1] ?? ''))
}
