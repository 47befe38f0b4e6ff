import { describe, expect, test } from 'vitest'
import { read } from './shipped-understanding.ts'
import { idsOf } from './small-knowledge.ts'

describe('boundsByEvent', () => {
  test.each([
    ['which consultations were before Bamako', ['global-rcp-meeting-2011', 'rcsc-asia', 'rcsc-mena'], 'a city'],
    ['global meetings of RCPs before Gaborone', ['global-rcp-meeting-2005', 'global-rcp-meeting-2009'], 'a series'],
    ['the workshops after the first IDM workshop of 2017', ['idm-2017-workshop-2'], 'the name of an event'],
    ['who spoke before Gaborone', ['global-rcp-meeting-2011'], 'no meetings are asked for'],
  ])('narrows "%s" down to %j (%s)', (text, expected) => {
    expect(idsOf(read(text).selection.subjects)).toEqual(expected)
  })
})
