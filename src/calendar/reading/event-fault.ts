/** Something in a component of a calendar that cannot be used: the name of its property, and what is wrong. */
export class EventFault extends Error {
  readonly property: string

  constructor(property: string, message: string) {
    super(message)
    this.name = 'EventFault'
    this.property = property
  }
}
