// Opens the store in a folder or a database and dies at the end of one step of changing its tables.
import { openEmbedded } from '../../src/store/embedded-engine.ts'
import { type Migrations, storeMigrations } from '../../src/store/migrations.ts'
import { openPostgres } from '../../src/store/postgres-engine.ts'

const [place = '', step = '999-dies'] = process.argv.slice(2)
const migrations: Migrations = {
  ...storeMigrations,
  [step]: {
    up: async (db) => {
      await storeMigrations[step]?.up(db)
      await db.schema.createTable('half_done').addColumn('id', 'text').execute()
      console.log('migrating')
      process.kill(process.pid, 'SIGKILL')
    },
  },
}
await (place.startsWith('postgres') ? openPostgres(place, migrations) : openEmbedded(place, migrations))
