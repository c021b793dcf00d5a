import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import { create, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may } from '../kit/loads.ts'
import { DeviceKeyRecord, deviceKeySchema } from './device-key.ts'

/** Enters a computer that joined into the register, that its right ended, or that its wait did. What stands there already is never replaced. */
export const publishDeviceKey = command({
  name: 'device-key.publish',
  where: 'district',
  input: z.object({ device: idInput, key: deviceKeySchema.omit({ isContradicted: true }) }),
  needs: q => q.first(i => ({ known: may(DeviceKeyRecord, i.device) })),
  right: actor => holdsEverywhere(actor, 'system'),
  decide(s, i) {
    const { person, publicKey, revokedAt, waitsUntil } = i.key
    if (s.known === undefined) return { changes: [create(DeviceKeyRecord, i.device, i.key)] }
    const { body } = s.known
    if (body.person !== person || body.publicKey !== publicKey)
      return refuse('taken', { name: `device ${i.device}` })
    const isEnding = body.revokedAt === undefined && revokedAt !== undefined
    const isSaidYes = waitsUntil !== undefined && waitsUntil < (body.waitsUntil ?? 0)
    const set = { ...(isEnding ? { revokedAt } : {}), ...(isSaidYes ? { waitsUntil } : {}) }
    return { changes: isEnding || isSaidYes ? [patch(s.known, set)] : [] }
  },
})
