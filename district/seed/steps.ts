import type { CommandName } from '../../core/commands.ts'
import type { Json } from '../../core/kit/record-type.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House, Own } from '../house.ts'

/** Executes a command that fills the district. Throws when it is refused: what ships must fit the rules. */
export async function seeded(
  house: Pick<House, 'perform'>,
  name: CommandName,
  input: object,
  own: Own,
): Promise<void> {
  const body: Json = bodyOf(input)
  const result = await house.perform(name, body, own)
  if (result.status === 'applied') return
  const why = result.status === 'refused' ? result.refusal.code : result.status
  throw new Error(`seed ${name} ${why}`)
}
