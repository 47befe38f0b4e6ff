import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import packageJson from '../../../../package.json' with { type: 'json' }
import { aFolder, aKnowledgeFolder, brokenTopicsFile, type TemporaryFolder } from '../../knowledge-fixture.ts'
import { type Environment, runProgram } from '../../run-program.ts'
import { appId } from './an-installation.ts'

let folder: TemporaryFolder
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder[Symbol.dispose]())

function makePackage(env: Environment, args = ['--out', join(folder.path, 'made', 'app.zip')]) {
  return runProgram('teams/package/package-app.ts', { args, env, cwd: folder.path })
}

function madeZip(): Buffer {
  return readFileSync(join(folder.path, 'made', 'app.zip'))
}

describe('npm run teams:package', () => {
  test('makes a zip with the manifest, the languages and the icons at its root, and says where it is', async () => {
    const { exitCode, stdout, stderr } = await makePackage({ MicrosoftAppId: appId })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const zip = madeZip()
    expect(stdout).toBe(`${join('made', 'app.zip')}: ${zip.length} bytes, version ${packageJson.version}\n`)
    const files = unzipSync(zip)
    expect(Object.keys(files)).toEqual(['color.png', 'es.json', 'fr.json', 'manifest.json', 'outline.png'])
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
    expect(manifest).toMatchObject({ id: appId, version: packageJson.version, manifestVersion: '1.30' })
    expect(JSON.stringify(manifest.composeExtensions)).toContain('"domains":["www.iom.int"]')
    expect(readdirSync(join(folder.path, 'made'))).toEqual(['app.zip'])
  })

  test('makes the same bytes again, in whatever time zone', async () => {
    await makePackage({ MicrosoftAppId: appId, TZ: 'Pacific/Auckland' })
    const first = madeZip()
    await makePackage({ MicrosoftAppId: appId, TZ: 'America/Lima' })
    expect(madeZip().equals(first)).toBe(true)
  })

  test('takes the hosts of links from the knowledge that is configured', async () => {
    using own = aKnowledgeFolder()
    expect((await makePackage({ MicrosoftAppId: appId, FOCAL_POINT_KNOWLEDGE: own.path })).exitCode).toBe(0)
    expect(strFromU8(unzipSync(madeZip())['manifest.json'] ?? new Uint8Array())).not.toContain('messageHandlers')
  })

  test.each([
    ['no app id', {}, /^MicrosoftAppId: missing, expected the application \(client\) ID/],
    ['an app id that is none', { MicrosoftAppId: 'my-bot' }, /^MicrosoftAppId: expected .*, got "my-bot"/],
  ])('names the variable where there is %s, and makes nothing', async (_, env, expected) => {
    const { exitCode, stdout, stderr } = await makePackage(env)
    expect({ exitCode, stdout }).toEqual({ exitCode: 78, stdout: '' })
    expect(stderr).toMatch(expected)
    expect(readdirSync(folder.path)).toEqual([])
  })

  test('tells what is wrong with the knowledge', async () => {
    folder.write('own/topics/broken.yaml', brokenTopicsFile)
    const env = { MicrosoftAppId: appId, FOCAL_POINT_KNOWLEDGE: 'own' }
    const { exitCode, stderr } = await makePackage(env)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('own/topics/broken.yaml:')
    expect(readdirSync(folder.path)).toEqual(['own'])
  })

  test.each([
    ['a folder stands', 'taken'],
    ['a file stands for a folder', join('file', 'app.zip')],
  ])('leaves nothing half-written behind where %s at its place', async (_, out) => {
    mkdirSync(join(folder.path, 'taken'))
    folder.write('file', '')
    const { exitCode, stderr } = await makePackage({ MicrosoftAppId: appId }, ['--out', out])
    expect(exitCode).toBe(1)
    expect(stderr).toBe(`${out}: cannot be written (${/E\w+/.exec(stderr)}), expected a place for a file\n`)
    expect(readdirSync(folder.path)).toEqual(['file', 'taken'])
  })

  test('says how it is used where an option is unknown', async () => {
    const { exitCode, stderr } = await makePackage({ MicrosoftAppId: appId }, ['--into', 'x'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Usage: npm run teams:package [-- --out FILE]')
  })
})
