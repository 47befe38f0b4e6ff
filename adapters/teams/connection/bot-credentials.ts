import { ConfidentialClientApplication } from '@azure/msal-node'
import {
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  MsalServiceClientCredentialsFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import type { Settings } from '../../settings.ts'
import { cloud } from './cloud.ts'

export type IdentitySettings = Pick<
  Settings,
  | 'MicrosoftAppId'
  | 'MicrosoftAppPassword'
  | 'MicrosoftAppTenantId'
  | 'MicrosoftAppType'
  | 'TEAMS_TOKEN_ENDPOINT'
  | 'TEAMS_DISABLE_AUTH'
>

/** How our app proves who it is, as its type wants it. Each call makes one that remembers nothing of the others. */
export function credentialsFactory(settings: IdentitySettings): ServiceClientCredentialsFactory {
  const { MicrosoftAppId: appId = '', MicrosoftAppType } = settings
  if (MicrosoftAppType === 'UserAssignedMSI') {
    return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory())
  }
  // Two declarations of one class: that for `import` and that for `require`, which botbuilder has.
  return new MsalServiceClientCredentialsFactory(appId, clientApplication(settings) as never)
}

function clientApplication(settings: IdentitySettings): ConfidentialClientApplication {
  const { MicrosoftAppId = '', MicrosoftAppPassword, TEAMS_TOKEN_ENDPOINT } = settings
  const authority = `${cloud.loginUrl}/${tenantFor(settings)}`
  const metadata = TEAMS_TOKEN_ENDPOINT && { authorityMetadata: describeAuthority(TEAMS_TOKEN_ENDPOINT, authority) }
  return new ConfidentialClientApplication({
    auth: { clientId: MicrosoftAppId, clientSecret: MicrosoftAppPassword, authority, ...metadata },
  })
}

function tenantFor({ MicrosoftAppType, MicrosoftAppTenantId }: IdentitySettings): string {
  return MicrosoftAppType === 'MultiTenant' ? cloud.commonTenant : (MicrosoftAppTenantId ?? cloud.commonTenant)
}

/** MSAL asks an authority where its endpoints are, and takes only Microsoft's unless it is told. */
function describeAuthority(tokenEndpoint: string, issuer: string): string {
  return JSON.stringify({
    token_endpoint: tokenEndpoint,
    authorization_endpoint: `${issuer}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${issuer}/oauth2/v2.0/logout`,
    jwks_uri: `${issuer}/discovery/v2.0/keys`,
    issuer,
  })
}
