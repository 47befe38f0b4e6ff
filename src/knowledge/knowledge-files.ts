import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problem.ts'
import { kinds } from './schema.ts'

export type Folder = keyof typeof kinds
export type KnowledgeFile = { readonly folder: Folder; readonly file: string }

/** Above this a file is no knowledge that people edit; 15,000 phrasings take one megabyte. */
const maxFileBytes = 5_000_000

/** The one file that stands beside the folders. */
export const outOfScopeFile = 'out-of-scope.yaml'

/** Folders that may stand beside the knowledge: the JSON Schemas for editors. */
const otherFolders = ['schema']

const folderNames = Object.keys(kinds).join(', ')

/** The YAML files of a knowledge folder, in the order of their paths; what stands in the wrong place is a problem. */
export function listKnowledgeFiles(directory: string, problems: Problem[]): KnowledgeFile[] {
  const before = problems.length
  const files = listFolder(directory, problems).flatMap((item) => filesIn(directory, item, problems))
  if (files.length === 0 && problems.length === before) {
    const message = `no knowledge found, expected at least one .yaml file in one of the folders ${folderNames}`
    problems.push(wholeFileProblem(directory, message))
  }
  return files
}

function filesIn(directory: string, item: Dirent, problems: Problem[]): KnowledgeFile[] {
  const path = join(directory, item.name)
  if (!isDirectory(item, path)) {
    if (isYaml(item.name) && item.name !== outOfScopeFile) problems.push(wholeFileProblem(path, misplaced))
    return []
  }
  if (otherFolders.includes(item.name)) return []
  if (!isFolder(item.name)) {
    problems.push(wholeFileProblem(path, `unknown folder "${item.name}", allowed are ${folderNames}`))
    return []
  }
  return yamlFilesOf(item.name, path, problems)
}

const misplaced = `not expected here, knowledge stands in one of the folders ${folderNames}`

function yamlFilesOf(folder: Folder, path: string, problems: Problem[]): KnowledgeFile[] {
  return listFolder(path, problems).flatMap((item) => {
    const file = join(path, item.name)
    if (!isDirectory(item, file)) return isYaml(item.name) ? [{ folder, file }] : []
    problems.push(wholeFileProblem(file, `unknown folder "${item.name}", allowed in ${folder} are only .yaml files`))
    return []
  })
}

function listFolder(directory: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((item) => !item.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    problems.push(
      wholeFileProblem(directory, `cannot read the folder (${reason}), expected a readable knowledge folder`),
    )
    return []
  }
}

/** The text of a file, or undefined and a problem when it is too large, unreadable or not UTF-8. */
export function readText(file: string, problems: Problem[]): string | undefined {
  try {
    const { size } = statSync(file)
    if (size <= maxFileBytes) return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
    const message = `the file has ${(size / 1e6).toFixed(1)} MB, allowed are at most ${maxFileBytes / 1e6} MB`
    problems.push(wholeFileProblem(file, message))
  } catch (error) {
    const reason = error instanceof TypeError ? 'not UTF-8 text' : (error as NodeJS.ErrnoException).code
    problems.push(wholeFileProblem(file, `cannot read the file (${reason}), expected UTF-8 text`))
  }
  return undefined
}

/** A problem of a file or folder as a whole. */
export function wholeFileProblem(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message }
}

function isFolder(name: string): name is Folder {
  return Object.hasOwn(kinds, name)
}

/** Whether a file is one that the folder is read from, in any case: a folder may come from Windows. */
export function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name)
}

/** Follows links, which deployments use to swap a whole folder at once. */
function isDirectory(item: Dirent, path: string): boolean {
  if (!item.isSymbolicLink()) return item.isDirectory()
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
