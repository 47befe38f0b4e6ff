import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { cacheFolder } from '../cache-files.ts'

// Before anything large is imported, so that the second start need not compile it again.
enableCompileCache(join(cacheFolder, 'compiled'))
await import('./ask-command.ts')
