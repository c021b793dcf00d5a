import type { DeviceRow } from '../../contract/sync/join.ts'
import type { OpenProgram } from './open-program.ts'

/** Joins a program to a district by a code. Throws what the door says. */
export async function joinWith(program: OpenProgram, address: string, code: string): Promise<void> {
  const answer = await program.post('/api/setup', { join: { address, code } })
  if (!answer.ok) throw new Error(await answer.text())
}

/**
 * A code for another computer of a person. From a computer of their own it is a yes at once; from an administrator's, a
 * person who had one before waits with it for a yes.
 */
export async function invitedBy(inviting: OpenProgram, person: string): Promise<string> {
  const answer = await inviting.post('/api/district/invitations', { person })
  const { code }: { code: string } = JSON.parse(await answer.text())
  return code
}

/** The computers that the district tells the person of a program about. */
export async function devicesToldTo(program: OpenProgram): Promise<readonly DeviceRow[]> {
  const answer = await program.knock('/api/district/devices')
  const { devices }: { devices: readonly DeviceRow[] } = JSON.parse(await answer.text())
  return devices
}
