import ICAL from 'ical.js'
import type { Component, Property } from '../icalendar-text.ts'
import { EventFault } from './event-fault.ts'
import { type Block, findProperty, rawValue } from './split-icalendar.ts'

/** A VEVENT with its values understood, and where each stands. */
export type ParsedEvent = {
  readonly jCal: Component
  /** All properties of a name. */
  all(name: string): readonly Property[]
  /** The first value of a property as text. */
  value(name: string): string | undefined
  /** The value of a property as it is written. */
  raw(name: string): string | undefined
  /** The line of a property, else that of the event. */
  lineOf(name: string): number
}

/** @throws {EventFault} where it is not even written as an event */
export function parseEvent({ lines, properties }: Block): ParsedEvent {
  const jCal = parse(lines.map(({ text }) => text).join('\r\n'))
  const all = (name: string) => jCal[1].filter(([other]) => other === name)
  return {
    jCal,
    all,
    value: (name) => asText(all(name)[0]?.[3]),
    raw: (name) => {
      const line = findProperty(properties, name)
      return line && rawValue(line)
    },
    lineOf: (name) => (findProperty(properties, name) ?? lines[0])?.line ?? 1,
  }
}

function parse(text: string): Component {
  try {
    return ICAL.parse(text) as unknown as Component
  } catch (error) {
    // Its errors have no class of their own.
    const why = error instanceof Error ? error.message : String(error)
    throw new EventFault('begin', `the event cannot be read: ${why}, expected lines like "SUMMARY:Meeting"`)
  }
}

function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}
