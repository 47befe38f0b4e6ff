import { describe, expect, test } from 'vitest'
import { mendSpaces } from '../../src/intents/mend-spaces.ts'
import { tools } from './shipped-understanding.ts'

describe('mendSpaces', () => {
  test.each([
    ['whoruns thecolombo process', 'who runs the colombo process'],
    ['colomboprocess', 'colombo process'],
    ['rolemidsa', 'role midsa'],
    ['theMIDSA secretariat', 'the MIDSA secretariat'],
    ['what does IOMstand for', 'what does IOM stand for'],
    ['rôlekhartoum svp', 'rôle khartoum svp'],
    ['which globalbodies', 'which global bodies'],
  ])('puts a lost space back: "%s"', (text, mended) => {
    expect(mendSpaces(text, tools.speller)).toBe(mended)
  })

  test.each([
    ['pr ocess khartoum', 'process khartoum'],
    ['the secre tariat of Almaty', 'the secretariat of Almaty'],
    ['what do we do in the Alm aty Process?', 'what do we do in the Almaty Process?'],
  ])('takes a stray space out: "%s"', (text, mended) => {
    expect(mendSpaces(text, tools.speller)).toBe(mended)
  })

  test.each([
    ['who runs the Colombo Process?', 'well written'],
    ['the secretariet of the RCPs', 'a slip, and an acronym in the plural'],
    ['PANiDMR and SAPMiC', 'acronyms with small letters'],
    ['how hot is it in Seville', 'a name that begins like a small word'],
    ['quel numéro porte S-4', 'one letter is no torn word'],
    ['comment s’inscrire, s’il vous plaît', 'elided words'],
    ['mbusatti@iom.int https://iom.int/colomboprocess', 'an address'],
    ['', 'nothing'],
    ['x'.repeat(5000), 'one long run'],
  ])('leaves "%s" alone (%s)', (text) => {
    expect(mendSpaces(text, tools.speller)).toBe(text)
  })

  test('takes a time that grows with the length of the text only', () => {
    const started = performance.now()
    mendSpaces('colomboprocess qwertyuiopqwertyuiop '.repeat(160), tools.speller)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
