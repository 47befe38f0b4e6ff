import { join } from 'node:path'

/** With this in its environment, a program compiles nothing that another one of the tests has compiled before it. */
export const compileCache = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../.cache/programs') }
