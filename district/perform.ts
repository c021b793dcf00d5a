import { districtItself } from '../core/access/district-itself.ts'
import { tick } from '../core/merge/clock.ts'
import type { DistrictStore } from '../db/district-store/open.ts'
import { execute } from '../db/engine/execute.ts'
import type { House } from './house.ts'
import { allCommands } from './sync/push.ts'

/** The district's own name among devices. */
const ownDevice = 'district'

/** How the district does commands of its own, by its own clock; each later than the one before. */
export function performing(store: DistrictStore, clock: () => number): House['perform'] {
  let last = ''
  return async (name, input, { key, as, doneAt }) => {
    const command = allCommands.get(name)
    if (command === undefined) throw new Error(`no command ${name}`)
    const now = clock()
    last = tick(last, now, ownDevice)
    const { person, roles } = as ?? { person: districtItself, roles: ['system' as const] }
    const actor = { person, roles, device: ownDevice }
    return execute(store, command, { key, input, actor, doneAt: doneAt ?? now, now, stamp: last })
  }
}
