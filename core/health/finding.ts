import { z } from 'zod'

/** How something about the record stands: as it should · worth a look · to be mended now. */
export const healthStates = ['ok', 'look', 'mend'] as const
export type HealthState = (typeof healthStates)[number]

/** What can be found about a district's record, in the order in which it is told. Part of the wire: never rename. */
export const healthCodes = [
  // What would bring the record back.
  'backup_none',
  'backup_old',
  'backup_lacks',
  'backup_ok',
  'drill_none',
  'drill_failed',
  'drill_old',
  'drill_ok',
  'restored_unsaid',
  'erased_copies',
  'erased_aside',
  // What waits.
  'waits',
  'waits_nothing',
  'waits_erasures',
  'resign_waits',
  'arriving_still',
  // What verifiers ask for.
  'lists_none',
  'lists_ended',
  'lists_old',
  'lists_ok',
  'lists_unexplained',
  'issuer_key',
  'issuer_web',
  'keys_open',
  'keys_sealed',
  'key_old',
  'keys_alone',
  // Whether it is what was decided.
  'audit_never',
  'audit_faults',
  'audit_old',
  'audit_ok',
  // What it stands on.
  'disk_full',
  'disk_low',
  'disk_ok',
  'database',
  // What only its operator's terminal can see.
  'unreadable',
  'half_restored',
  'runs',
  'stands',
  'never_started',
  'reached',
  'not_reached',
  'other_reached',
  'keys_elsewhere',
  'http_only',
  'proxy_unsaid',
  'clock_behind',
  'zone',
  'node_old',
  'may_be_read',
  'keys_wrong',
  'postgres_plain',
  'postgres_old',
] as const
export type HealthCode = (typeof healthCodes)[number]

export const findingSchema = z.object({
  code: z.enum(healthCodes),
  state: z.enum(healthStates),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** One thing that was found, with what its sentence needs: times in epoch ms, ages in ms, sizes in bytes. */
export type Finding = z.infer<typeof findingSchema>
