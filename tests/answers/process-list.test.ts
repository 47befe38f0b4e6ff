import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../src/knowledge/knowledge.ts'
import { knowledge } from '../intents/shipped-understanding.ts'
import { ask, textOf } from './shipped-answers.ts'

const lists = [
  ['Which processes is IOM an observer in?', 'observer', 17],
  ['For which processes is IOM the technical secretariat?', 'technical-secretariat', 10],
  ['In which processes does IOM give support to the secretariat?', 'secretariat-support', 7],
  ['Dans quels processus l’OIM est-elle observatrice ?', 'observer', 17],
  ['¿En qué procesos es observadora la OIM?', 'observer', 17],
] as const

describe('a question for processes', () => {
  test.each(lists)('"%s" counts and names those with the role %s: %i', (question, role, count) => {
    const [part] = ask(question, 'en').parts
    const named = entriesOf(knowledge, 'process').filter((process) =>
      process.roles.some((entry) => entry.role === role),
    )
    expect(named).toHaveLength(count)
    expect(part).toMatchObject({ status: 'answered', intent: 'list-processes', isList: true })
    expect(part?.lead).toMatch(new RegExp(`^${count} of the 27 processes in my sources`))
    for (const { name } of named) expect(part?.lead).toContain(typeof name === 'string' ? name : name.en)
  })

  test.each([
    [
      'Which processes does UNHCR share with IOM?',
      /^2 of the 27 .*UNHCR.*: Almaty Process and Bali Process\.$/,
      'a partner',
    ],
    ['Which processes are global?', /^4 of the 27 .*: GFMD, Global RCP Meetings, IDM and UN HLD/, 'a scope'],
    ['which processes are regional', /^1 of the 27 .*\(regional\): IGAD RCP\.$/, 'a scope behind its verb'],
    ['regional processes where IOM is an observer', /^1 of the 27 .*regional\)/, 'a role and a scope'],
    ['¿Qué procesos son regionales?', /^1 de los 27 .*\(regional\): [^,]*IGAD[^,]*\.$/, 'a scope in Spanish'],
    ['processus régionaux', /^1 des 27 .*\(régional\) ?: [^,]*IGAD[^,]*\.$/, 'a scope in French'],
    [
      'which processes are inter-regional',
      /^My sources state this scope of no process \(inter-regional\)\.$/,
      'a scope of none',
    ],
    ['Which processes is IOM not an observer in?', /^10 of the 27 .*\(not observer\): /, 'a negation'],
    ['Dans quels processus l’OIM n’est-elle pas observatrice ?', /^10 des 27 .*\(pas observatrice\)/, 'French'],
    ['¿En qué procesos la OIM no es observadora?', /^10 de los 27 .*\(no observadora\)/, 'Spanish'],
    ['In which processes is IOM only an observer?', /^8 of the 27 .*\(only observer\): /, 'no other role'],
    ['list all processes', /^27 of the 27 processes in my sources: /, 'no scope'],
    ['How many processes is IOM an observer in?', /^17 of the 27/, 'a count'],
  ])('"%s" is answered by %s (%s)', (question, expected) => {
    expect(ask(question).parts[0]?.lead).toMatch(expected)
  })

  test.each([
    'In which processes does IOM have no role?',
    'Which processes are not supported by IOM?',
    'In which processes is IOM not the technical secretariat with UNHCR?',
    'Processes where IOM was an observer in 2015',
    'Processes in Africa where IOM is an observer',
  ])('"%s" is not answered with a list that ignores a condition', (question) => {
    expect(ask(question).status).not.toBe('answered')
  })

  test.each([
    [
      'is IOM in any process as participant, not observer?',
      /^2 of .*Bali Process and IGC/,
      'a role and one behind "not"',
    ],
    ['observer but not technical secretariat, which processes', /^13 of /, 'the head of the question at the end'],
    ['Processes with technical secretariat but without observer status', /^6 of /, '"without" behind "but"'],
    ['Dans quels processus l’OIM est-elle observatrice mais pas secrétariat technique ?', /^13 des /, 'French'],
    ['¿En qué procesos la OIM es observadora y no secretaría técnica?', /^13 de los /, 'Spanish'],
    ['In which processes is IOM neither observer nor participant?', /^8 of /, 'two roles ruled out'],
    [
      'In which processes is IOM neither observer nor secretariat?',
      /^1 of .*: IGC\.$/,
      'any role of a group ruled out',
    ],
    ['which processes does IOM observe without any secretariat role', /^9 of .*GFMD/, 'the same behind "without"'],
    ['In which processes is IOM both participant and technical secretariat?', /^1 of .*: Bali Process\./, 'two roles'],
    ['Dans quels processus l’OIM n’est-elle qu’observatrice ?', /^8 des /, '"ne … que"'],
    ['In which processes is IOM not only an observer?', /^9 of /, 'a role and another beside it'],
    ['Processes where IOM is a participant or a coordinator', /^3 of /, 'either role'],
    ['In which processes does IOM run the secretariat?', /^10 of /, 'the secretariat without saying which'],
    ['Which processes with a secretariat of their own does IOM support?', /^7 of /, 'IOM as mere subject'],
    ['where does UNHCR run the secretariat with us', /^2 of .*: Almaty Process and Bali Process/, 'a partner'],
    ['which processes have IOM and UNHCR', /^2 of /, 'IOM and a partner'],
    ['which processes does IOM observe and serve as technical secretariat', /^4 of /, 'a role with its verb'],
    ['processes with ECOWAS or COMESA', /^2 of .*: MIDCOM and MIDWA/, 'one partner or the other'],
    ['global processes where IOM is not an observer', /^2 of .*Global RCP Meetings and IDM/, 'a scope in a term'],
  ])('"%s" meets all conditions: %s (%s)', (question, expected) => {
    expect(ask(question).parts[0]?.lead).toMatch(expected)
  })

  test.each([
    [
      'apart from Bali, where does UNHCR run the secretariat with us',
      /^1 of .*apart from Bali Process\): Almaty/,
      'before it',
    ],
    ['Other than the Bali Process, where is IOM a participant?', /^1 of .*: IGC\.$/, 'with its article'],
    ['technical secretariat processes excluding Bali and Almaty', /^8 of /, 'two names'],
    ['à part Bali, quel processus l’OIM gère-t-elle avec le HCR ?', /^1 des .*: Processus d’Almaty/, 'French'],
    [
      'Besides Almaty, is there another process where those two do this together?',
      /: Bali Process\.$/,
      'its partner counts',
    ],
  ])('"%s" leaves out what is named so: %s (%s)', (question, expected) => {
    expect(ask(question).parts[0]?.lead).toMatch(expected)
  })

  test('says so where no process meets the conditions', () => {
    const [part] = ask('Besides Almaty and Bali, which processes does UNHCR share with IOM?').parts
    expect(part).toMatchObject({
      status: 'unknown',
      lead: expect.stringMatching(/^My sources name no process like that/),
    })
  })

  test('cites the line of each role', () => {
    const locators = ask('Which processes does UNHCR share with IOM?').parts[0]?.sources.map((source) => source.locator)
    expect(locators).toEqual(expect.arrayContaining(['004:528', '004:534']))
  })

  test('does not list processes in a process that is named', () => {
    expect(ask('Is IOM an observer in the Budapest Process?').parts[0]?.lead).toBe(
      'Budapest Process: IOM is an observer.',
    )
  })

  test.each(['list regional consultative processes', 'Which Regional Consultative Processes are there?'])(
    'takes the scope word in the name of a kind for no scope: "%s"',
    (question) => {
      expect(textOf(question)).not.toMatch(/of the 27 processes in my sources \(regional/)
    },
  )
})
