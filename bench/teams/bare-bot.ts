import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { MsalServiceClientCredentialsFactory } from 'botframework-connector'

/**
 * What one has without this project: botbuilder's echo bot, as its samples have it. Prints its address like the service does.
 */
const {
  MicrosoftAppId: clientId = '',
  MicrosoftAppPassword: clientSecret = '',
  MicrosoftAppTenantId: tenant = '',
  TEAMS_TOKEN_ENDPOINT: token_endpoint = '',
  TEAMS_TOKEN_ISSUER: ToBotFromChannelTokenIssuer = '',
  TEAMS_OPENID_METADATA_URL: ToBotFromChannelOpenIdMetadataUrl = '',
} = process.env
const authority = `https://login.microsoftonline.com/${tenant}`
const authorityMetadata = JSON.stringify({
  token_endpoint,
  authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
  end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
  jwks_uri: `${authority}/discovery/v2.0/keys`,
  issuer: authority,
})
const msal = new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority, authorityMetadata } })
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer,
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl:
        'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
      CallerId: 'urn:botframework:azure',
    },
    // Two declarations of one class: that for `import` and that for `require`, which botbuilder has.
    new MsalServiceClientCredentialsFactory(clientId, msal as never),
  ),
)

async function echo(context: TurnContext): Promise<void> {
  if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`)
}

/** Express in as few lines as botbuilder needs of it. */
async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await json(request)) as Record<string, unknown>
  const shim = {
    status: (code: number) => {
      response.statusCode = code
    },
    send: (text: unknown) => response.write(JSON.stringify(text)),
    end: () => response.end(),
    header: () => {},
    socket: response.socket,
  }
  await adapter.process({ body, headers: request.headers, method: request.method } as never, shim as never, echo)
}

const server = createServer((request, response) => void serve(request, response))
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ message: 'ready', url: `http://127.0.0.1:${port}` }))
})
process.on('SIGTERM', () => process.exit())
