import { describe, expect, test } from 'vitest'
import { ask } from './shipped-answers.ts'

const notesOn = (question: string) =>
  (ask(question).parts[0]?.notes ?? []).filter((note) => /do not say|ne disent pas|no dicen/.test(note))

describe('unsupportedClaims', () => {
  test.each<[string, string | RegExp, string]>([
    ['Did Maurizio Busatti open the Gaborone meeting?', 'My sources do not say this of Maurizio Busatti.', 'a person'],
    [
      'Was the Bali Process secretariat run together with ECOWAS?',
      'My sources do not say this of ECOWAS.',
      'an organisation',
    ],
    ['Was the meeting in Gaborone hosted by Kenya?', 'My sources do not say this of Kenya.', 'a country'],
    [
      'L’OIM partage-t-elle le secrétariat du Processus de Bali avec la CEDEAO ?',
      /^Mes sources ne disent pas cela de /,
      'French',
    ],
  ])('notes of "%s": %s (%s)', (question, note) => {
    expect(notesOn(question)).toEqual([typeof note === 'string' ? note : expect.stringMatching(note)])
  })

  test.each([
    ['Does UNHCR share the secretariat of the Bali Process?', 'the answer names it'],
    ['Was the meeting in Gaborone hosted by Botswana?', 'the answer names it as a Government'],
    ['What does IOM do in the Bali Process?', 'IOM is in all of them'],
    ['Who is Maurizio Busatti?', 'the person is the subject'],
  ])('notes nothing of "%s" (%s)', (question) => {
    expect(notesOn(question)).toEqual([])
  })
})
