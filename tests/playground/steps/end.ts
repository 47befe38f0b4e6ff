import type { Step } from '../step.ts'
import { until } from '../until.ts'

const refused = /(?:message|invoke|conversationUpdate|installationUpdate) [45]\d\d/g

/** The app leaves, and nothing has gone wrong. */
export const end: readonly Step[] = [
  {
    name: 'Uninstalled, the app forgets the place',
    run: async ({ client, stored }) => {
      const isPersonal = ({ kind }: { readonly kind?: unknown }) => kind === 'personal'
      if (!stored.places().some(isPersonal)) throw new Error('the place was not known')
      await client.mock('Uninstall application')
      await until(() => !stored.places().some(isPersonal), 'the place is forgotten')
    },
  },
  {
    name: 'All that the client has sent was understood, and nothing failed',
    run: async ({ client, service }) => {
      const failures = service.lines.filter((line) => line.includes('"level":"error"'))
      const refusals = (await client.log()).match(refused) ?? []
      if (failures.length + refusals.length > 0) throw new Error([...refusals, ...failures].join('\n'))
    },
  },
]
