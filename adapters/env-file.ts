/**
 * Adds the settings of `.env` in the current folder, if it is there; what the environment sets already wins.
 * Returns what is wrong with a file that cannot be read.
 */
export function readEnvFile(): string | undefined {
  try {
    process.loadEnvFile('.env')
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return code === 'ENOENT' ? undefined : `.env: cannot be read (${code}), expected a file with lines like PORT=3978`
  }
}
