import type { Refused } from '../../contract/device/queries.ts'

/** Where each noun's things are opened, by what a command's input calls them. */
const places: readonly (readonly [field: string, address: string])[] = [
  ['review', '/review'],
  ['claim', '/claims'],
  ['badge', '/badges'],
  ['evidence', '/evidence'],
  ['goal', '/goals'],
  ['framework', '/frameworks'],
]

/** The address of the thing that a refused command was about; the plan, where its input names none. */
export function refusedPlace(refused: Pick<Refused, 'command' | 'input'>): string {
  const { input } = refused
  if (typeof input !== 'object' || input === null) return '/plan'
  const fields = new Map<string, unknown>(Object.entries(input))
  for (const [field, address] of places) {
    const id = fields.get(field)
    if (typeof id === 'string') return `${address}/${id}`
  }
  if (refused.command.startsWith('person.')) return '/people'
  if (refused.command.startsWith('claim.')) return '/claims'
  return '/plan'
}
