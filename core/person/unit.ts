import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

/** An id of a unit: short and plain, since streams are named by it and a cursor holds them all in an address. */
export const unitIdSchema = z.string().regex(/^[\w-]{1,40}$/)

/** What a district is made of. */
export const unitKinds = ['school', 'team'] as const

/** A school of the district, or a team: in a school, or of the whole district. */
export const unitSchema = z.object({
  kind: z.enum(unitKinds),
  name: z.string().min(1).max(200),
  /** The school that a team is in. It never changes: who reads a claim follows from it. */
  school: unitIdSchema.optional(),
  /** Nobody new works there or is given a role there (`close-unit.ts`). */
  isClosed: z.boolean().optional(),
  /** Who is in charge of what may open it again: the district, or a unit's id (`closed-from.ts`). Absent: not known. */
  closedFrom: z.string().optional(),
})
export type Unit = z.infer<typeof unitSchema>

/** Schools and teams: part of the directory, so everybody knows them. */
export const UnitRecord = recordType<Unit>({
  kind: 'unit',
  schema: unitSchema,
  version: 1,
  seats: () => [{ stream: 'catalog', view: 'all' }],
  columns: { name: 'text', school: 'text' },
  rows: (_id, body) => [{ name: body.name, school: body.school ?? null }],
})
