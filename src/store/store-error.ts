/** The store cannot be opened or used. The message is one line that names the file and the remedy; the cause says more. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
  }
}

/** The store is all right, but another process has it. */
export class StoreInUseError extends StoreError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreInUseError'
  }
}
