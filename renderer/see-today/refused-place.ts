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
export function refusedPlace({
  command,
  input,
  refusal,
}: Pick<Refused, 'command' | 'input' | 'refusal'>): string {
  if (refusal.code === 'claim_exists') return `/claims/${refusal.facts.claim}`
  if (typeof input !== 'object' || input === null) return '/plan'
  const fields = new Map<string, unknown>(Object.entries(input))
  for (const [field, address] of places) {
    const id = fields.get(field)
    if (typeof id === 'string') return `${address}/${id}`
  }
  if (command.startsWith('person.')) return '/people'
  if (command.startsWith('claim.')) return '/claims'
  return '/plan'
}
