import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'
import { unitIdSchema } from './unit.ts'

/** The rights a person may hold in a district (`system` is never a person's). */
export const personRoles = ['educator', 'coach', 'officer', 'administrator'] as const

/** Those of them that may be held within a school or team. An educator's is where they work. */
export const grantedRoles = ['coach', 'officer', 'administrator'] as const

/**
 * The most schools and teams a person works in, and the most roles they are given within some. Each is a stream in
 * their cursor, which has to fit an address of 4 KiB; who has more holds a role in the whole district.
 */
export const unitsMax = 20
export const grantsMax = 24

export const personSchema = z.object({
  name: z.string().min(1).max(200),
  /** Where they work, in a line: "Grade 4, Linden Elementary". */
  place: z.string().max(200),
  /** In the whole district. */
  roles: z.array(z.enum(personRoles)),
  language: z.enum(['en', 'es']).optional(),
  /** The schools and teams where they work: whose coaches read their claims, and whose office issues to them. */
  units: z.array(unitIdSchema).max(unitsMax).optional(),
  /** Roles that are theirs within a school or team alone; an older version of the program knows of none. */
  grants: z
    .array(z.object({ role: z.enum(grantedRoles), within: unitIdSchema }))
    .max(grantsMax)
    .optional(),
  /** When they left the district (epoch ms): they hold nothing, and nothing lets them in (`leave.ts`). Absent: they did not. */
  leftAt: z.number().optional(),
  /** From where they were let go: the district (`theDistrict`), schools, teams. Absent: they were not, or it was not noted yet. */
  leftFrom: z.array(z.string().max(80)).max(unitsMax).optional(),
  /** When they came back, the last time that they had left: what let them in before that does no more. */
  backAt: z.number().optional(),
})

export type Person = z.infer<typeof personSchema>

/** The directory: everybody in a district sees who is who. */
export const PersonRecord = recordType<Person>({
  kind: 'person',
  schema: personSchema,
  version: 1,
  seats: () => [
    { stream: 'catalog', view: 'all' },
    // Nobody reads it: the district's own reactions follow it.
    { stream: 'district', view: 'all' },
  ],
  columns: { name: 'text', unit: 'text' },
  rows: (_id, { name, units = [] }) =>
    units.length === 0 ? [{ name, unit: null }] : units.map(unit => ({ name, unit })),
})
