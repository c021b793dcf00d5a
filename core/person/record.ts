import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

/** The rights a person may hold in a district (`system` is never a person's). */
export const personRoles = ['educator', 'coach', 'officer', 'administrator'] as const

export const personSchema = z.object({
  name: z.string().min(1).max(200),
  /** Where they work, in a line: "Grade 4, Linden Elementary". */
  place: z.string().max(200),
  roles: z.array(z.enum(personRoles)).min(1),
  language: z.enum(['en', 'es']).optional(),
})

export type Person = z.infer<typeof personSchema>

/** The directory: everybody in a district sees who is who. */
export const PersonRecord = recordType<Person>({
  kind: 'person',
  schema: personSchema,
  version: 1,
  seats: () => [{ stream: 'catalog', view: 'all' }],
  columns: { name: 'text' },
  rows: (_id, body) => [{ name: body.name }],
})
