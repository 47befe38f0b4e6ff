import { z } from 'zod'
import { renderNoticeModal } from '../drawing/render-modals.ts'
import { type Notice, renderNotice } from '../drawing/render-notices.ts'
import { postToResponseUrl, responseUrlOf } from '../web-api/response-url.ts'
import type { PayloadName } from './payload-names.ts'

type Ack = (response?: unknown) => Promise<void>

const submissionSchema = z.object({ type: z.literal('view_submission') })

/**
 * Acknowledges a payload that no listener did, and tells the person where nobody else reads it. The language of the person is
 * not known here.
 * @throws what sending the message throws
 */
export async function answerUnhandled(
  { body, name, notice }: { readonly body: unknown; readonly name: PayloadName | undefined; readonly notice: Notice },
  ack: Ack,
): Promise<void> {
  const message = { response_type: 'ephemeral', replace_original: false, ...renderNotice(notice, 'en') }
  switch (name?.kind) {
    case 'command':
      return await ack(message)
    case 'view':
      if (!submissionSchema.safeParse(body).success) return await ack()
      return await ack({ response_action: 'update', view: renderNoticeModal(notice, 'en') })
    case 'options':
      return await ack({ options: [] })
    case 'action':
    case 'shortcut': {
      await ack()
      const url = responseUrlOf(body)
      if (url !== undefined) await postToResponseUrl(url, message)
      return
    }
    default:
      return await ack()
  }
}
