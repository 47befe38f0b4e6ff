/** A call that is not from Teams, or not for us. The reason is a short constant for the log. */
export class RefusedError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause })
    this.name = 'RefusedError'
  }
}

/** Whether a call is from Teams cannot be found out at the moment. */
export class CannotVerifyError extends Error {
  constructor(cause: unknown) {
    super('the keys of the identity service cannot be read', { cause })
    this.name = 'CannotVerifyError'
  }
}
