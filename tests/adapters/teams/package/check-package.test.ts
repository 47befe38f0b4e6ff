import { describe, expect, test } from 'vitest'
import { type PackageParts, packageProblems } from '../../../../adapters/teams/package/check-package.ts'
import { packageParts } from '../../../../adapters/teams/package/package-files.ts'
import { anInstallation } from './an-installation.ts'

const parts = packageParts(anInstallation())

function problemsWith(changes: Partial<PackageParts>): string[] {
  return packageProblems({ ...parts, ...changes })
}

function manifestWith(changes: object): Partial<PackageParts> {
  return { manifest: Object.assign({}, parts.manifest, changes) }
}

function frenchWith(changes: Readonly<Record<string, string | undefined>>): Partial<PackageParts> {
  const french = Object.entries({ ...parts.languageFiles.get('fr.json'), ...changes })
  const kept = french.filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { languageFiles: new Map([...parts.languageFiles, ['fr.json', Object.fromEntries(kept)]]) }
}

describe('the app package as it is made', () => {
  test('is what Microsoft’s schemas allow, with every text in every language and the right icons', () => {
    expect([...parts.languageFiles.keys()]).toEqual(['fr.json', 'es.json'])
    expect(packageProblems(parts)).toEqual([])
  })

  test('is that too where no host has links to unfurl', () => {
    expect(packageProblems(packageParts(anInstallation({ linkDomains: [] })))).toEqual([])
  })
})

describe('the check of an app package', () => {
  test.each([
    ['an id that is none', { id: 'x' }, /^manifest\.json: \/id: must match pattern/],
    ['an older form', { manifestVersion: '1.29' }, /^manifest\.json: \/manifestVersion: must be equal to constant/],
    ['a colour that is none', { accentColor: 'blue' }, /^manifest\.json: \/accentColor: must match pattern/],
    ['a name that is too long', { name: { short: 'x'.repeat(31) } }, /^manifest\.json: \/name\/short: .*30/],
    ['a field that is no longer allowed', { packageName: 'org.example' }, /^manifest\.json: \/: .*packageName/],
  ])('finds %s', (_, changes, expected) => {
    expect(problemsWith(manifestWith(changes))).toContainEqual(expect.stringMatching(expected))
  })

  test.each([
    ['a text that is not translated', 'name.full', undefined, 'fr.json: name.full: missing'],
    [
      'a command that is not translated',
      'bots[0].commandLists[1].commands[2].title',
      undefined,
      'fr.json: bots[0].commandLists[1].commands[2].title: missing',
    ],
    ['what translates nothing', 'name.long', 'x', 'fr.json: name.long: translates nothing in manifest.json'],
    [
      'a translation that is too long',
      'name.short',
      'x'.repeat(31),
      expect.stringMatching(/^fr\.json: \/name\.short: .*30/),
    ],
  ])('finds %s', (_, key, text, expected) => {
    expect(problemsWith(frenchWith({ [key]: text }))).toContainEqual(expected)
  })

  test('finds an icon of another size, and one that is no PNG', () => {
    const colour = parts.icons.get('color.png') ?? new Uint8Array()
    const icons = new Map([
      ['color.png', new Uint8Array([1, 2, 3])],
      ['outline.png', colour],
    ])
    expect(problemsWith({ icons })).toEqual([
      'color.png: expected a PNG of 192x192 pixels',
      'outline.png: expected a PNG of 32x32 pixels, got 192x192',
    ])
  })
})
