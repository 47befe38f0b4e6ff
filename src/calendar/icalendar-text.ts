import ICAL from 'ical.js'

// The space in front of what goes on is not counted, and a line may have 75 bytes.
ICAL.foldLength = 74

/** A property as jCal (RFC 7265) has it: its name, parameters, type and values. */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: readonly unknown[],
]

/** A component as jCal has it: its name, properties and the components inside it. */
export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]]

/** A calendar as iCalendar text: escaped, folded after 75 bytes, with the line ends of the standard. */
export function writeCalendar(calendar: Component): string {
  return ICAL.stringify(calendar as unknown as unknown[])
}

/** A property of free text. What no text may hold is left out, so that no line can be smuggled in. */
export function textProperty(name: string, text: string): Property {
  return [name, {}, 'text', text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '')]
}

/** The rule that a property RRULE holds. */
export function ruleProperty(rule: string): Property {
  return ['rrule', {}, 'recur', ICAL.Recur.fromString(rule).toJSON()]
}
