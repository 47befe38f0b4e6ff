import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appManifest, type Installation } from '../../../../adapters/teams/package/app-manifest.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { anInstallation, appId } from './an-installation.ts'

/** As far as we look at it; that it is whole is for Microsoft's schema to say. */
const manifestSchema = z.object({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsTargetedMessages: z.boolean(),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          triggers: z.array(z.string()).default([]),
          commands: z.array(z.object({ title: z.string() })),
        }),
      ),
    }),
  ]),
  composeExtensions: z.tuple([
    z.object({
      botId: z.string(),
      commands: z.array(z.object({ id: z.string(), initialRun: z.boolean(), parameters: z.array(z.unknown()) })),
      messageHandlers: z.array(z.unknown()).optional(),
    }),
  ]),
})

function manifestOf(changes: Partial<Installation> = {}) {
  return manifestSchema.parse(appManifest(anInstallation(changes)))
}

const { bots, composeExtensions, ...manifest } = manifestOf()

describe('the Teams manifest', () => {
  test('has the configured app id wherever an id stands, and the version it is given', () => {
    expect([manifest.id, bots[0].botId, composeExtensions[0].botId]).toEqual([appId, appId, appId])
    expect(manifest.version).toBe('1.2.3')
    expect(manifest.manifestVersion).toBe('1.30')
  })

  test('offers the same commands in each place, and as slash commands where private answers are possible', () => {
    expect(bots[0].supportsTargetedMessages).toBe(true)
    const places = bots[0].commandLists.map(({ scopes, triggers }) => ({ scopes, triggers }))
    expect(places).toEqual([
      { scopes: ['personal'], triggers: [] },
      { scopes: ['team', 'groupChat'], triggers: ['mention', 'slash'] },
    ])
    expect(places.flatMap(({ scopes }) => scopes)).toEqual(bots[0].scopes)
    expect(bots[0].commandLists[0]?.commands).toEqual(bots[0].commandLists[1]?.commands)
  })

  test('has one search, which shows something before anything is typed', () => {
    const { commands } = composeExtensions[0]
    expect(commands).toEqual([
      { id: 'search', initialRun: true, parameters: [expect.objectContaining({ name: 'query' })] },
    ])
  })

  test('asks for links to the given hosts, and for none where there is no host', () => {
    expect(composeExtensions[0].messageHandlers).toEqual([{ type: 'link', value: { domains: ['www.example.org'] } }])
    expect(manifestOf({ linkDomains: [] }).composeExtensions[0]).not.toHaveProperty('messageHandlers')
  })

  test('names every language that there is, with a file for each but English', () => {
    const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo
    expect([defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)]).toEqual([...languages])
    for (const { languageTag, file } of additionalLanguages) expect(file).toBe(`${languageTag}.json`)
  })
})
