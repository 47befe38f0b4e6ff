/** A line for each block_id used twice, and for each action_id used twice within one block. */
export function duplicateIds(blocks: readonly unknown[]): string[] {
  return [
    ...repeated(blocks.map((block) => stringAt(block, 'block_id'))).map((id) => `blocks: block_id ${id} is used twice`),
    ...blocks.flatMap((block, at) =>
      repeated(actionIds(block)).map((id) => `blocks[${at}]: action_id ${id} is used twice`),
    ),
  ]
}

function repeated(ids: readonly (string | undefined)[]): string[] {
  const known = ids.filter((id) => id !== undefined)
  return [...new Set(known.filter((id, at) => known.indexOf(id) !== at))]
}

function actionIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds)
  if (typeof value !== 'object' || value === null) return []
  const id = stringAt(value, 'action_id')
  return [...(id === undefined ? [] : [id]), ...Object.values(value).flatMap(actionIds)]
}

function stringAt(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' ? found : undefined
}
