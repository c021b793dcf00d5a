import type { House } from '../house.ts'
import { isAnyJoined } from '../person/devices.ts'
import { invitationFor } from '../person/routes.ts'
import { administratorsOf } from './district.ts'

/**
 * The invitation with which a district begins: for its first administrator, anew at each start until a computer of an
 * administrator has joined. Whoever may start the district on its data may do that anyway.
 */
export async function firstInvitation(
  house: House,
): Promise<{ readonly name: string; readonly code: string } | undefined> {
  const administrators = await administratorsOf(house)
  const ids = administrators.map(administrator => administrator.id)
  if (await house.accounts.snapshot(() => isAnyJoined(ids))) return undefined
  const [first] = administrators
  if (first === undefined) return undefined
  const { code } = await invitationFor(house, first.id, 'district')
  return { name: first.name, code }
}
