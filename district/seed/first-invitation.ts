import type { House } from '../house.ts'
import { isAnyJoined } from '../person/devices.ts'
import { operator, waitingInvitation } from '../person/invitations.ts'
import { invitationFor } from '../person/routes.ts'
import { administratorsOf } from './district.ts'

/** Who begins, and the code with which they come in; without one, they were given it before, and it ends then. */
export interface FirstInvitation {
  readonly name: string
  readonly code: string | undefined
  /** Epoch ms. */
  readonly expiresAt: number
}

/**
 * The invitation with which a district begins: for its first administrator, anew at each start until a computer of an
 * administrator has joined. Whoever may start the district on its data may do that anyway. One that its operator made by
 * hand, and that still waits, stays.
 */
export async function firstInvitation(
  house: House,
  by: 'district' | typeof operator = 'district',
): Promise<FirstInvitation | undefined> {
  const administrators = await administratorsOf(house)
  const ids = administrators.map(administrator => administrator.id)
  if (await house.accounts.snapshot(() => isAnyJoined(ids))) return undefined
  for (const { id, name } of administrators) {
    const expiresAt = await house.accounts.snapshot(() =>
      waitingInvitation({ person: id, by: operator, now: house.clock() }),
    )
    if (expiresAt !== undefined) return { name, code: undefined, expiresAt }
  }
  const [first] = administrators
  if (first === undefined) return undefined
  const { code, expiresAt } = await invitationFor(house, first.id, by)
  return { name: first.name, code, expiresAt }
}
