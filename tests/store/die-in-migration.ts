// Opens the store in a folder and dies in the middle of changing its tables.
import { openEmbedded } from '../../src/store/embedded-engine.ts'
import { type Migrations, storeMigrations } from '../../src/store/migrations.ts'

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
await openEmbedded(process.argv[2] ?? '', migrations)
