import { createRequire } from 'node:module'

type Mapper = {
  readonly type: { modelProperties: Record<string, unknown>; additionalProperties?: unknown }
}

/** A deep path, because the mappers of the connector are exported under no name of their own. */
const mappers: Readonly<Record<'Entity' | 'ChannelAccount', Mapper>> = createRequire(import.meta.url)(
  'botframework-connector/lib/connectorApi/models/mappers',
)

/**
 * Lets the serializer of the connector (4.23.3) through what Teams has learnt since: the fields of entities, by which
 * citations are told, and private recipients. It drops without a word what it does not know.
 */
export function extendSerializer(): void {
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } }
  mappers.ChannelAccount.type.modelProperties.isTargeted = { serializedName: 'isTargeted', type: { name: 'Boolean' } }
}
