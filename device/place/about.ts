import { z } from 'zod'
import { personRoles } from '../../core/person/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'

const aboutSchema = z.object({
  /** Absent until the person has chosen how to begin. */
  alone: z.object({ name: z.string() }).optional(),
  district: z
    .object({
      name: z.string(),
      address: z.string(),
      epoch: z.string(),
      person: z.string(),
      roles: z.array(z.enum(personRoles)),
      /** Who signs what the district vouches for (multikey), as it said when this computer joined. */
      trustKey: z.string().optional(),
    })
    .optional(),
})

/** What a folder knows about whose it is, beside what the store itself knows. */
export type About = z.infer<typeof aboutSchema>

const place = 'about'

/** Reads what was written; nothing yet is an empty answer. */
export function readAbout(store: Pick<DeviceStore, 'meta'>): About {
  const stored = store.meta(place)
  return stored === undefined ? {} : aboutSchema.parse(JSON.parse(stored))
}

/** Changes what is known. */
export function writeAbout(store: DeviceStore, change: About): void {
  store.setMeta(place, JSON.stringify({ ...readAbout(store), ...change }))
}
