import { type Logger, LogLevel } from '@slack/bolt'

/** For tests in which something goes wrong on purpose. */
export const quietLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
