import { z } from 'zod'
import { recordType } from '../../core/kit/record-type.ts'

// Small record types for the tests of this room: one merged by field, one with states and readers.

export const Goal = recordType({
  kind: 'goal',
  schema: z.object({
    owner: z.string(),
    title: z.string(),
    lines: z.string(),
    marks: z.record(z.string(), z.number()),
    /** For the owner alone. */
    secret: z.string().optional(),
    isShared: z.boolean(),
  }),
  version: 2,
  migrations: {
    1: old =>
      old !== null && typeof old === 'object' && !Array.isArray(old) ? { marks: {}, ...old } : old,
  },
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'own' },
    ...(body.isShared ? [{ stream: 'coaches', view: 'shared' }] : []),
  ],
  hides: { shared: ['secret'] },
  columns: { owner: 'text', title: 'text', length: 'int' },
  rows: (_id, body) => [{ owner: body.owner, title: body.title, length: body.lines.length }],
})

export const File = recordType({
  kind: 'file',
  schema: z.object({ owner: z.string(), sha: z.string(), inClaims: z.array(z.string()) }),
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'own' },
    ...body.inClaims.map(claim => ({ stream: `claim:${claim}`, view: 'reader' })),
  ],
})

export const claimStates = ['draft', 'in_review', 'earned', 'not_yet', 'withdrawn'] as const

export const Claim = recordType({
  kind: 'claim',
  schema: z.object({
    owner: z.string().optional(),
    state: z.enum(claimStates),
    files: z.array(z.string()),
    readers: z.record(z.string(), z.enum(['yes', 'no'])),
    serial: z.string(),
  }),
  version: 1,
  seats: (id, body) => [
    ...(body.owner === undefined ? [] : [{ stream: `user:${body.owner}`, view: 'own' }]),
    ...(body.state === 'in_review' ? [{ stream: 'coaches', view: 'blind' }] : []),
    ...(body.state === 'in_review' ? [{ stream: `claim:${id}`, view: 'blind' }] : []),
    ...(body.state === 'earned' ? [{ stream: 'office', view: 'all' }] : []),
  ],
  hides: { blind: ['owner'] },
  columns: { owner: 'text', state: 'text' },
  rows: (_id, body) => [{ owner: body.owner ?? null, state: body.state }],
  unique: (_id, body) => [`serial ${body.serial}`],
})

export const Badge = recordType({
  kind: 'badge',
  schema: z.object({ claim: z.string(), owner: z.string() }),
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'own' },
    { stream: 'office', view: 'all' },
  ],
  columns: { claim: 'text' },
  rows: (_id, body) => [{ claim: body.claim }],
  unique: (_id, body) => [`badge of ${body.claim}`],
})

/** One of two blind readings; whoever finishes last decides, and reads the other without writing it. */
export const Reading = recordType({
  kind: 'reading',
  schema: z.object({ claim: z.string(), says: z.enum(['yes', 'no']).optional() }),
  version: 1,
  seats: id => [{ stream: `reading:${id}`, view: 'own' }],
})

export const toyTypes = [Goal, File, Claim, Badge, Reading]
