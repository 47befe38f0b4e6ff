import type { Step } from '../step.ts'

/** Questions in other languages than the client's. */
export const languages: readonly Step[] = [
  {
    name: 'A French question is answered in French',
    run: async ({ client }) => {
      await client.send("Qui assure le secrétariat du Processus d'Almaty ?")
      await client.shows(/L’OIM assure le secrétariat technique.*Source : .*à jour en 2021/s)
    },
  },
  {
    name: 'An Arabic question is declined in the languages that are spoken',
    run: async ({ client }) => {
      await client.send('ما هي عملية بودابست؟')
      await client.shows(/I read only English.*Je ne lis que.*Solo leo/s)
    },
  },
]
