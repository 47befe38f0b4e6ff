import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBuiltManifest } from '../../../../adapters/teams/package/built-package.ts'
import { packageFiles } from '../../../../adapters/teams/package/package-files.ts'
import { writeWhole } from '../../../../adapters/teams/package/write-whole.ts'
import { zipFiles } from '../../../../adapters/teams/package/zip-files.ts'
import { aFolder, type TemporaryFolder } from '../../knowledge-fixture.ts'
import { anInstallation, appId } from './an-installation.ts'

let folder: TemporaryFolder
beforeAll(() => {
  folder = aFolder()
})
afterAll(() => folder[Symbol.dispose]())

function written(bytes: Uint8Array): string {
  const file = join(folder.path, 'app.zip')
  writeWhole(file, bytes)
  return file
}

describe('reading a package that was made', () => {
  test('finds in it what was put into it', () => {
    const manifest = readBuiltManifest(written(zipFiles(packageFiles(anInstallation()))))
    expect(manifest).toEqual({ manifestVersion: '1.30', version: '1.2.3', id: appId, bots: [{ botId: appId }] })
  })

  test('finds nothing where there is none', () => {
    expect(readBuiltManifest(join(folder.path, 'none.zip'))).toBeUndefined()
  })

  test.each([
    ['is no zip', Buffer.from('nonsense')],
    ['has no manifest', zipFiles(new Map([['color.png', Buffer.from('x')]]))],
    ['has a manifest that is no JSON', zipFiles(new Map([['manifest.json', Buffer.from('{')]]))],
    ['has a manifest of something else', zipFiles(new Map([['manifest.json', Buffer.from('{}')]]))],
  ])('says so where the file %s', (_, bytes) => {
    expect(readBuiltManifest(written(bytes))).toBe('unreadable')
  })
})
