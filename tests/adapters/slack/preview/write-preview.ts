import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { previewDrawings } from './preview-drawings.ts'
import { previewPage } from './preview-page.ts'

const path = resolve(process.argv[2] ?? join(tmpdir(), 'focal-point-slack-preview.html'))
writeFileSync(path, previewPage(previewDrawings()))
console.log(path)
