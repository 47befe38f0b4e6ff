import { expect } from 'vitest'
import { answers, question } from './asking.ts'
import type { ContractPart } from './contract-part.ts'

const french = 'Qui assure le secrétariat du Processus d’Almaty ?'
const spanish = '¿Quién ejerce la secretaría del Proceso de Almaty?'

const rows: readonly (readonly [locale: string, text: string, expected: RegExp, why: string])[] = [
  ['fr-FR', question, /assure le secrétariat/, 'in the French that the person reads'],
  ['fr-CA', question, /assure le secrétariat/, 'in the French that the person reads'],
  ['es-419', question, /secretaría/, 'in the Spanish that the person reads'],
  ['de-DE', question, /serves as technical secretariat/, 'in English, as German is not carried'],
  ['en-US', french, /assure le secrétariat/, 'in the French of the question'],
  ['en-US', spanish, /secretaría/, 'in the Spanish of the question'],
  ['es-ES', french, /assure le secrétariat/, 'in the French of the question'],
]

/** In what language answers are worded. */
export const languagesContract: ContractPart = (promises) => {
  for (const [locale, text, expected, why] of rows) {
    promises(`with the locale ${locale} "${text}" is answered ${why}`, async (chat) => {
      await chat.askDirectly(text, { locale })
      await chat.command(text, { locale })
      await answers(chat, 2)
      for (const said of chat.said()) expect(said.text).toMatch(expected)
    })
  }

  promises('examples are in the language that the person reads', async (chat) => {
    await chat.askDirectly('', { locale: 'fr-FR' })
    await chat.command('', { locale: 'fr-FR' })
    await answers(chat, 2)
    for (const { text } of chat.said()) expect(text).toContain(french)
  })
}
