import { readAndWrite } from './sample-calendar.ts'

const { knowledge, written } = readAndWrite()
console.log(JSON.stringify([...knowledge.entries.values()]))
console.log(written)
