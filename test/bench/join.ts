import { doorPaths } from '../../contract/device/door.ts'
import type { Door } from './door.ts'
import { inRecord } from './door.ts'

const triesMax = 100
const tryEveryMs = 100

/** Joins a computer to the district. */
export async function join(door: Door, address: string, code: string): Promise<void> {
  await door.post(doorPaths.setup, { join: { address, code } })
  await inRecord(door)
}

/** Adds a teacher to the directory; the person's id. */
export async function addTeacher(administrator: Door): Promise<string> {
  const id = 'bench-teacher'
  const person = { name: 'Maya Okafor', place: 'Linden Elementary', roles: ['educator' as const] }
  await administrator.command('person.add', { id, person })
  return id
}

/** Invites a person; the one-time code. Tried until the district knows them. */
export async function invite(administrator: Door, person: string): Promise<string> {
  for (let n = 0; n < triesMax; n++) {
    const told = await administrator
      .post(`${doorPaths.district}/invitations`, { person })
      .catch(() => undefined)
    if (told !== undefined) return JSON.parse(told).code
    await new Promise(resolve => setTimeout(resolve, tryEveryMs))
  }
  throw new Error('nobody could be invited')
}
