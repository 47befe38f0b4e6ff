import { describe, expect, test } from 'vitest'
import { conditionsOf, meets } from '../../src/answers/process-conditions.ts'
import { entriesOf } from '../../src/knowledge/knowledge.ts'
import { knowledge, read } from '../intents/shipped-understanding.ts'
import { aProcess } from '../intents/small-knowledge.ts'

const roles = entriesOf(knowledge, 'role')

/** "+observer -technical-secretariat|secretariat-support with:unhcr": the conditions in a text, or undefined. */
function conditionsIn(text: string): string | undefined {
  const found = conditionsOf(read(text), roles)
  if (!found) return undefined
  const sign = (wanted: boolean) => (wanted ? '+' : '-')
  return [
    ...found.roles.map(({ wanted, any }) => `${sign(wanted)}${any.map(({ id }) => id).join('|')}`),
    ...found.partners.map(({ wanted, any }) => `${sign(wanted)}with:${any.map(({ id }) => id).join('|')}`),
    ...(found.partnered === undefined ? [] : [`${sign(found.partnered)}partner`]),
    ...(found.beside ? [`beside:${found.beside}`] : []),
  ].join(' ')
}

describe('conditionsOf', () => {
  test.each([
    ['observer', '+observer', 'a role'],
    ['observer, not participant', '+observer -participant', 'what stands before "not" is wanted'],
    ['not an observer but a participant', '-observer +participant', '"but" ends what is ruled out'],
    ['neither observer nor participant', '-observer -participant', 'both are ruled out'],
    ['ni observatrice ni participante', '-observer -participant', 'French'],
    ['ni observadora ni participante', '-observer -participant', 'Spanish'],
    ['observer or participant', '+observer|participant', 'either'],
    ['observer without a partner', '+observer -partner', 'any partner ruled out'],
    ['technical secretariat with UNHCR', '+technical-secretariat +with:unhcr', 'a partner'],
    ['technical secretariat without UNHCR', '+technical-secretariat -with:unhcr', 'a partner ruled out'],
    [
      'observer without any secretariat role',
      '+observer -technical-secretariat|secretariat-support',
      'a group of roles',
    ],
    ['only an observer', '+observer beside:nothing', 'nothing beside it'],
    ['list only the processes where IOM is an observer', '+observer', '"only" that belongs to "list"'],
    ['nothing but observer', '+observer beside:nothing', 'two words for "only"'],
    ['observer and no other role', '+observer beside:nothing', 'said behind the role'],
    ['more than an observer', '+observer beside:something', 'another role beside it'],
    ['IOM is an observer, isn’t it', '+observer', 'a tag rules nothing out'],
  ])('reads "%s" as %s (%s)', (text, expected) => {
    expect(conditionsIn(text)).toBe(expected)
  })

  test.each([
    ['processes that are not paid by IOM', 'what is ruled out is no role'],
    ['neither observer nor paid', 'the second thing ruled out is not known'],
    ['not the technical secretariat with UNHCR', 'the partner may be ruled out or not'],
    ['observer, but not global', 'no source says of a process that it is not global'],
    ['a role other than observer', 'any role but this one'],
  ])('does not understand "%s" (%s)', (text) => {
    expect(conditionsIn(text)).toBeUndefined()
  })
})

describe('meets', () => {
  const forum = aProcess('Forum', {
    roles: [
      { role: 'observer', source: '900:1' },
      { role: 'secretariat-support', partners: [{ how: 'through', who: ['unhcr'] }], source: '900:1' },
    ],
  })

  test.each([
    ['observer', true, 'the role is one of two'],
    ['only observer', false, 'there is another'],
    ['more than observer', true, 'there is another'],
    ['observer or participant', true, 'one of them'],
    ['observer without UNHCR', false, 'the partner is there'],
    ['observer with a partner', true, 'some partner'],
  ])('holds for "%s": %s (%s)', (text, expected) => {
    const conditions = conditionsOf(read(text), roles)
    expect(conditions && meets(forum, conditions)).toBe(expected)
  })
})
