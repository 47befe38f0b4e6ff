/** The store cannot be opened or used. The message is one line that names the file and the remedy; the cause says more. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
  }
}
