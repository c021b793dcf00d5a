import { z } from 'zod'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { UnitRecord } from '../../core/person/unit.ts'
import type { Asker } from '../query.ts'
import { all, query } from '../query.ts'
import { openRoleRequests } from './role-requests.ts'

export const personQueries = {
  people: query({
    input: z.object({}),
    kinds: ['person', 'unit', 'role-request'],
    rows: async asker => ({
      people: await all(asker, PersonRecord, { order: { by: 'name' } }),
      units: await all(asker, UnitRecord, { order: { by: 'name' } }),
      requests: await openRoleRequests(asker),
    }),
  }),

  units: query({
    input: z.object({}),
    kinds: ['unit'],
    rows: async asker => ({ units: await all(asker, UnitRecord, { order: { by: 'name' } }) }),
  }),

  computers: query({
    input: z.object({}),
    kinds: ['device-key'],
    rows: async asker => ({ computers: await ownComputers(asker) }),
  }),

  refused: query({
    input: z.object({}),
    kinds: [],
    rows: async asker => ({ refused: await asker.refused() }),
  }),
}

/** Every computer that signs in this person's name, the newest first. */
export async function ownComputers(asker: Asker): Promise<readonly OwnComputerRow[]> {
  const order = { by: 'joined', desc: true }
  const entries = await all(asker, DeviceKeyRecord, { where: { person: asker.person }, order })
  const { own } = asker
  return entries.map(({ id, body }) => ({
    device: id,
    isThis: id === own.device,
    name: own.names.get(id),
    isOther:
      body.isContradicted === true ||
      (id === own.device && ![undefined, body.publicKey].includes(own.publicKey)),
    joinedAt: body.joinedAt,
    revokedAt: body.revokedAt,
    waitsUntil: body.revokedAt === undefined ? body.waitsUntil : undefined,
  }))
}

/** One of a person's computers, as the register has it. */
export interface OwnComputerRow {
  readonly device: string
  readonly isThis: boolean
  /** What it is called, by its person or by itself; `undefined`: not told yet. */
  readonly name: string | undefined
  /** Its key is another than the one this computer has known. */
  readonly isOther: boolean
  /** Epoch ms. */
  readonly joinedAt: number
  readonly revokedAt: number | undefined
  /** It waits for a yes until then (epoch ms, perhaps over by now); `undefined`: it does not. */
  readonly waitsUntil: number | undefined
}
