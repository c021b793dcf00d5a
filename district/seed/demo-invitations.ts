import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPeople } from '../../content/demo/people.ts'
import { holds } from '../../core/access/reach.ts'
import { personRoles, PersonRecord } from '../../core/person/record.ts'
import type { House } from '../house.ts'
import { invitationFor } from '../person/routes.ts'

export interface DemoInvitation {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly roles: readonly string[]
  readonly code: string
}

/**
 * An invitation of this start for each person of the demo; earlier ones are void. Also written to
 * `demo-invitations.json`, for programs that don't read what was printed. `undefined` where the district is no demo.
 */
export async function demoInvitations(
  house: House,
  dataFolder: string,
): Promise<readonly DemoInvitation[] | undefined> {
  const people: DemoInvitation[] = []
  for (const { key, name, place, ...holding } of demoPeople) {
    const roles = personRoles.filter(role => holds(holding, role))
    if ((await house.store.seen().get(PersonRecord, key)) === undefined) return undefined
    const { code } = await invitationFor(house, key, 'district')
    people.push({ id: key, name, place, roles, code })
  }
  const path = join(dataFolder, 'demo-invitations.json')
  writeFileSync(`${path}.unfinished`, JSON.stringify({ people }, undefined, 2), { mode: 0o600 })
  renameSync(`${path}.unfinished`, path)
  return people
}
