/** Of a bot that takes part in Teams' commercial cloud (Microsoft's documentation of bot authentication). */
export const cloud = {
  loginUrl: 'https://login.microsoftonline.com',
  /** The tenant that apps of all tenants sign in at. */
  commonTenant: 'botframework.com',
  scope: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
} as const
