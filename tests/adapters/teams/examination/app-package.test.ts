import { expect, test } from 'vitest'
import { packageFinding } from '../../../../adapters/teams/examination/app-package.ts'

const appId = '5c0ffee5-1234-4abc-8def-0123456789ab'
const otherId = '5c0ffee5-1234-4abc-8def-0123456789ac'
const built = { manifestVersion: '1.30', version: '1.2.3', id: appId, bots: [{ botId: appId.toUpperCase() }] }

test.each([
  ['is this bot’s, in this version', {}, 'ok', /^is of this bot, version 1\.2\.3$/],
  [
    'is another app’s',
    { id: otherId },
    'wrong',
    /^is of the app .*9ac, not of MicrosoftAppId; run "npm run teams:package"/,
  ],
  ['has another bot in it', { bots: [{ botId: otherId }] }, 'wrong', /^is of the app .*9ac/],
  ['is of an older version', { version: '1.2.2' }, 'note', /^is of version 1\.2\.2, this is 1\.2\.3; run/],
  ['has an older form', { manifestVersion: '1.29' }, 'note', /^has manifest version 1\.29, this makes 1\.30; run/],
] as const)('tells when the package %s', (_, changes, kind, says) => {
  const finding = packageFinding({ ...built, ...changes }, { appId, version: '1.2.3' })
  expect(finding).toEqual({ kind, about: 'app package', says: expect.stringMatching(says) })
})

test.each([
  ['is not made yet', undefined, 'note', /^not made yet; run "npm run teams:package"$/],
  ['cannot be read', 'unreadable', 'wrong', /^cannot be read; run/],
] as const)('tells when the package %s', (_, nothing, kind, says) => {
  const finding = packageFinding(nothing, { appId, version: '1.2.3' })
  expect(finding).toEqual({ kind, about: 'app package', says: expect.stringMatching(says) })
})
