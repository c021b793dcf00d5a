import { z } from 'zod'
import { create, patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may } from '../kit/loads.ts'
import { trustBundleId, TrustBundleRecord, trustBundleSchema } from './trust-bundle.ts'
import { IssuerRecord, issuerSchema, StatusListRecord, statusListSchema } from './trust.ts'
import { maySign } from './rights.ts'

/** Publishes an issuer that the district knows, or its newer keys. */
export const publishIssuer = command({
  name: 'issuer.publish',
  where: 'district',
  input: z.object({ id: idInput, issuer: issuerSchema }),
  needs: q => q.first(i => ({ issuer: may(IssuerRecord, i.id) })),
  right: actor => maySign(actor),
  decide: (s, i) => ({
    changes:
      s.issuer === undefined
        ? [create(IssuerRecord, i.id, i.issuer)]
        : [patch(s.issuer, { ...i.issuer, url: i.issuer.url })],
  }),
})

/** Publishes a status list; an older one never takes the place of a newer one. */
export const publishStatusList = command({
  name: 'status-list.publish',
  where: 'district',
  input: z.object({ id: idInput, list: statusListSchema }),
  needs: q => q.first(i => ({ list: may(StatusListRecord, i.id) })),
  right: actor => maySign(actor),
  decide(s, i) {
    if (s.list === undefined) return { changes: [create(StatusListRecord, i.id, i.list)] }
    if (i.list.publishedAt <= s.list.body.publishedAt) return { changes: [] }
    return { changes: [patch(s.list, i.list)] }
  },
})

/** Publishes what the district vouches for; an older word never takes the place of a newer one. */
export const publishTrustBundle = command({
  name: 'trust-bundle.publish',
  where: 'district',
  input: trustBundleSchema,
  needs: q => q.first(() => ({ bundle: may(TrustBundleRecord, trustBundleId) })),
  right: actor => maySign(actor),
  decide(s, i) {
    if (s.bundle === undefined) return { changes: [create(TrustBundleRecord, trustBundleId, i)] }
    if (i.createdAt <= s.bundle.body.createdAt) return { changes: [] }
    return { changes: [patch(s.bundle, i)] }
  },
})
