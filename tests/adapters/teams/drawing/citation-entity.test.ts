import { describe, expect, test } from 'vitest'
import { citationEntity } from '../../../../adapters/teams/drawing/citation-entity.ts'
import { budgets } from '../../../../adapters/teams/drawing/limits.ts'
import { messageBytes } from '../../../../adapters/teams/drawing/message-bytes.ts'
import { source } from '../../chat/an-answer.ts'

describe('the citations of a message', () => {
  test('name each document once, with its places and date', () => {
    const sources = [source, { document: 'Rain pages', locator: '901:1' }, { ...source, locator: '900:2' }]
    expect(citationEntity(sources, 'en')).toEqual({
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      citation: [
        {
          '@type': 'Claim',
          position: 1,
          appearance: { '@type': 'DigitalDocument', name: 'Wind pages', abstract: '900:1 900:2 (as of 2021)' },
        },
        {
          '@type': 'Claim',
          position: 2,
          appearance: { '@type': 'DigitalDocument', name: 'Rain pages', abstract: '901:1 (undated)' },
        },
      ],
    })
  })

  test('speak the language of the answer', () => {
    expect(citationEntity([source], 'fr')?.citation[0]?.appearance.abstract).toBe('900:1 (à jour en 2021)')
  })

  test('are never said to be written by a machine', () => {
    expect(JSON.stringify(citationEntity([source], 'en'))).not.toContain('AIGeneratedContent')
  })

  test('are none without a source', () => {
    expect(citationEntity([], 'en')).toBeUndefined()
  })

  test('keep within what Teams takes and what there is room for', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ document: `D${i}`, locator: `${i}`, asOf: '2021' }))
    expect(citationEntity(many, 'en')?.citation).toHaveLength(15)
    const long = many.map((one) => ({
      ...one,
      document: `${one.document} ${'移 '.repeat(200)}`,
      locator: '9'.repeat(500),
    }))
    const entity = citationEntity(long, 'en')
    expect(messageBytes(entity?.citation)).toBeLessThanOrEqual(budgets.citationBytes)
    expect(entity?.citation[0]?.appearance.name.length).toBeLessThanOrEqual(80)
    expect(entity?.citation[0]?.appearance.abstract.length).toBeLessThanOrEqual(160)
  })

  test('have a name even for a document without one, as Teams refuses an empty appearance', () => {
    expect(citationEntity([{ ...source, document: ' ' }], 'en')?.citation[0]?.appearance.name).toBe('…')
  })
})
