import type { Step } from '../step.ts'
import { until } from '../until.ts'

const comment = 'The date is wrong, or "so it seems".'

/** What people think of an answer. */
export const feedback: readonly Step[] = [
  {
    name: 'A thumb down with a comment is thanked for and stored',
    run: async ({ client: { page }, stored }) => {
      await page.getByRole('button', { name: 'Dislike' }).last().click()
      await page.locator('[role=dialog] textarea').fill(comment)
      await page.getByRole('button', { name: 'Submit' }).last().click()
      await page.getByText('We appreciate your feedback').waitFor()
      await until(() => stored.feedback().length > 0, 'feedback is stored')
      const [verdict] = stored.feedback()
      if (verdict?.verdict !== 'down' || verdict.reason !== comment) throw new Error(JSON.stringify(verdict))
    },
  },
  {
    name: 'The thanks can be closed',
    run: async ({ client: { page } }) => {
      await page.getByRole('button', { name: 'Close' }).last().click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  },
]
