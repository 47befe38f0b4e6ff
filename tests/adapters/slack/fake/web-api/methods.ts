import { appMethods } from './app-methods.ts'
import { assistantMethods } from './assistant-methods.ts'
import { conversationMethods } from './conversation-methods.ts'
import type { Methods } from './method.ts'
import { peopleMethods } from './people-methods.ts'
import { postingMethods } from './posting-methods.ts'
import { schedulingMethods } from './scheduling-methods.ts'
import { streamingMethods } from './streaming-methods.ts'
import { viewMethods } from './view-methods.ts'

/** The Web API, without what needs a server: `apps.connections.open` comes from the sockets. */
export const plainMethods: Methods = {
  ...appMethods,
  ...assistantMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...postingMethods,
  ...schedulingMethods,
  ...streamingMethods,
  ...viewMethods,
}
