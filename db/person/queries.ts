import { z } from 'zod'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { UnitRecord } from '../../core/person/unit.ts'
import { all, query } from '../query.ts'

export const personQueries = {
  people: query({
    input: z.object({}),
    kinds: ['person', 'unit'],
    rows: async asker => ({
      people: await all(asker, PersonRecord, { order: { by: 'name' } }),
      units: await all(asker, UnitRecord, { order: { by: 'name' } }),
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
    async rows(asker) {
      const order = { by: 'joined', desc: true }
      const entries = await all(asker, DeviceKeyRecord, { where: { person: asker.person }, order })
      const { own } = asker
      const computers = entries.map(({ id, body }) => ({
        device: id,
        isThis: id === own.device,
        isOther:
          body.isContradicted === true ||
          (id === own.device && ![undefined, body.publicKey].includes(own.publicKey)),
        joinedAt: body.joinedAt,
        revokedAt: body.revokedAt,
        waitsUntil: body.revokedAt === undefined ? body.waitsUntil : undefined,
      }))
      return { computers }
    },
  }),

  refused: query({
    input: z.object({}),
    kinds: [],
    rows: async asker => ({ refused: await asker.refused() }),
  }),
}
