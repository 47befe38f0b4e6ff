import { expect, test } from 'vitest'
import { loadWithCache } from '../../../adapters/load-focal-point.ts'
import { unfurlDomains } from '../../../adapters/teams/link-domains.ts'
import type { Contact, Knowledge } from '../../../src/knowledge/knowledge.ts'

const shipped = loadWithCache('knowledge')

function knowing(...websites: (string | undefined)[]): Knowledge {
  const contacts = websites.map((website, i): [string, Contact] => {
    return [`c${i}`, { kind: 'contact', id: `c${i}`, website, source: 'd1' }]
  })
  return { ...shipped, entries: new Map(contacts) }
}

test('lists each host of a website once, without its path and port, in the order of the alphabet', () => {
  const websites = [
    'https://www.Example.org/a?b=c',
    undefined,
    'http://data.example.org:8080/',
    'http://www.example.org',
  ]
  expect(unfurlDomains(knowing(...websites))).toEqual(['data.example.org', 'www.example.org'])
})

test('lists nothing where no website is known', () => {
  expect(unfurlDomains(knowing(undefined))).toEqual([])
})

test('knows the website that the shipped knowledge names', () => {
  expect(unfurlDomains(shipped)).toEqual(['www.iom.int'])
})
