/** Codes that mean: this token does not work, whatever is called with it (docs.slack.dev, errors of auth.test). */
const tokenRefusals: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'org_login_required',
  'team_access_not_granted',
  'app_not_found',
])

export function isTokenRefusal(error: string): boolean {
  return tokenRefusals.has(error)
}
