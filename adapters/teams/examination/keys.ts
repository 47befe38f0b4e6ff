import { z } from 'zod'
import type { Finding } from '../../finding.ts'
import type { Settings } from '../../settings.ts'
import { cloud } from '../connection/cloud.ts'
import { askJson, unreachable } from './ask-json.ts'

const about = 'OpenID metadata'

/** Says whether the keys can be read with which requests from Teams are checked. */
export async function examineKeys({ TEAMS_OPENID_METADATA_URL, TEAMS_TOKEN_ISSUER }: Settings): Promise<Finding[]> {
  const url = TEAMS_OPENID_METADATA_URL ?? cloud.openIdMetadataUrl
  const reply = await askJson(url)
  if (!reply) return [{ kind: 'wrong', about, says: `${new URL(url).host} ${unreachable}` }]
  const metadata = metadataSchema.safeParse(reply.json).data
  if (!metadata) return [{ kind: 'wrong', about, says: `${url} answers ${reply.status}, and no OpenID metadata` }]
  return [...issuerFinding(metadata.issuer, TEAMS_TOKEN_ISSUER ?? cloud.issuer), await keysFinding(metadata.jwks_uri)]
}

function issuerFinding(issuer: string, expected: string): Finding[] {
  if (issuer === expected) return []
  return [{ kind: 'wrong', about, says: `is of ${issuer}, but tokens of ${expected} are expected` }]
}

async function keysFinding(url: string): Promise<Finding> {
  const reply = await askJson(url)
  if (!reply) return { kind: 'wrong', about, says: `the keys at ${new URL(url).host} ${unreachable}` }
  const keys = keysSchema.safeParse(reply.json).data?.keys ?? []
  const forTeams = keys.filter(({ endorsements }) => endorsements.includes('msteams')).length
  if (forTeams === 0) return { kind: 'wrong', about, says: `${url} answers ${reply.status}, and no key for Teams` }
  return { kind: 'ok', about, says: `requests can be checked with ${forTeams} ${forTeams === 1 ? 'key' : 'keys'}` }
}

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() })
const keysSchema = z.object({ keys: z.array(z.object({ endorsements: z.array(z.string()).default([]) })) })
