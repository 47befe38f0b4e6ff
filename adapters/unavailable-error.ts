/** The assistant cannot answer now, whatever the question is. The message is for whoever asked; what happened is the cause. */
export class UnavailableError extends Error {
  constructor(cause?: unknown) {
    super('the assistant failed and is being started again, please ask once more in a moment', { cause })
    this.name = 'UnavailableError'
  }
}
