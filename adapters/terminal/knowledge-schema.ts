import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { knowledgeSchemas } from '../../src/knowledge/json-schema.ts'
import { chooseKnowledgeFolder } from '../knowledge-folder.ts'
import { parseFolder } from './parse-command-line.ts'
import { type ExitCode, exitCodes, runCommand } from './run-command.ts'

const usage = 'Usage: npm run knowledge:schema [-- DIR]     writes the JSON Schemas for editors into DIR/schema'

await runCommand((args) => writeSchemas(chooseKnowledgeFolder(parseFolder(args, usage))))

/**
 * Visual Studio Code with the YAML extension finds the schemas through `.vscode/settings.json`; other editors with
 * `# yaml-language-server: $schema=../schema/processes.schema.json` as the first line of a file.
 */
function writeSchemas(folder: string): ExitCode {
  const schemaFolder = join(folder, 'schema')
  mkdirSync(schemaFolder, { recursive: true })
  const schemas = knowledgeSchemas()
  for (const [name, text] of schemas) writeFileSync(join(schemaFolder, name), text)
  console.log(`${schemaFolder}: ${schemas.size} schemas written`)
  return exitCodes.done
}
