import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { cacheFolder } from './cache-files.ts'

// The program of a worker thread. Every thread compiles afresh what it imports, unless an earlier one has left it here;
// by itself it would do so only at its end, when the next one has long been built.
enableCompileCache(join(cacheFolder, 'compiled'))
await import('./answer-messages.ts')
flushCompileCache()
