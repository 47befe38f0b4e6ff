// Opens the store in a folder or a database and dies in the middle of changing its tables.
import { openEmbedded } from '../../src/store/embedded-engine.ts'
import { type Migrations, storeMigrations } from '../../src/store/migrations.ts'
import { openPostgres } from '../../src/store/postgres-engine.ts'

const migrations: Migrations = {
  ...storeMigrations,
  '999-dies': {
    up: async (db) => {
      await db.schema.createTable('half_done').addColumn('id', 'text').execute()
      console.log('migrating')
      process.kill(process.pid, 'SIGKILL')
    },
  },
}
const place = process.argv[2] ?? ''
await (place.startsWith('postgres') ? openPostgres(place, migrations) : openEmbedded(place, migrations))
