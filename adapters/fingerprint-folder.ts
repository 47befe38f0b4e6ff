import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isYaml } from '../src/knowledge/knowledge-files.ts'

/** A text that changes whenever a YAML file of the folder, or of a folder in it, is written, added, renamed or removed. */
export function fingerprintFolder(folder: string): string {
  const entries = list(folder)
  return entries.flatMap((name) => [identify(join(folder, name)), ...identifyInside(join(folder, name))]).join('\n')
}

function identifyInside(path: string): string[] {
  if (isYaml(path)) return []
  return list(path)
    .filter(isYaml)
    .map((name) => identify(join(path, name)))
}

/** The change time is beyond the reach of programs that set the others back, like `cp -p`. */
function identify(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs, mode } = statSync(path)
    return isYaml(path) ? `${path} ${ino} ${size} ${mtimeMs} ${ctimeMs}` : `${path} ${mode}`
  } catch (error) {
    return `${path} ${codeOf(error)}`
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch (error) {
    return [codeOf(error)]
  }
}

/** What cannot be read is part of the picture: that it becomes readable is a change. */
function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code
}
