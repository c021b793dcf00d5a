import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'
import { asideSchema } from '../merge/aside.ts'

/** The four layers of a plan, from the district down to the person (field.md §4). */
export const goalLayers = ['district', 'school', 'team', 'personal'] as const
export type GoalLayer = (typeof goalLayers)[number]

export const goalSchema = z.object({
  owner: z.string(),
  layer: z.enum(goalLayers),
  title: z.string().max(2_000),
  /** Why it matters, in the person's words. */
  why: z.string().max(60_000),
  /** Competencies it works on: id → still so. A map, so that two devices may each add one. */
  competencies: z.record(z.string(), z.boolean()),
  /** Goals of the layers above that it serves. */
  serves: z.record(z.string(), z.boolean()),
  nowLevel: z.string().optional(),
  aimLevel: z.string().optional(),
  due: z.string().optional(),
  state: z.enum(['open', 'reached', 'dropped']),
  /** Published to everybody in the district by those who may. */
  published: z.boolean().optional(),
  /** Versions of a text that could not be merged, by field. */
  aside: asideSchema.optional(),
  addedAt: z.number(),
})
export type Goal = z.infer<typeof goalSchema>

export const GoalRecord = recordType<Goal>({
  kind: 'goal',
  schema: goalSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'all' },
    ...(body.published === true ? [{ stream: 'catalog', view: 'all' }] : []),
  ],
  columns: { owner: 'text', layer: 'text', state: 'text', added: 'int' },
  rows: (_id, body) => [
    { owner: body.owner, layer: body.layer, state: body.state, added: body.addedAt },
  ],
})

export const activitySchema = z.object({
  owner: z.string(),
  goal: z.string(),
  title: z.string().max(2_000),
  due: z.string().optional(),
  doneOn: z.string().optional(),
  dropped: z.boolean().optional(),
  addedAt: z.number(),
})
export type Activity = z.infer<typeof activitySchema>

export const ActivityRecord = recordType<Activity>({
  kind: 'activity',
  schema: activitySchema,
  version: 1,
  seats: (_id, body) => [{ stream: `user:${body.owner}`, view: 'all' }],
  columns: { owner: 'text', goal: 'text', added: 'int' },
  rows: (_id, body) => [{ owner: body.owner, goal: body.goal, added: body.addedAt }],
})

/** What a person tried, saw and will do next: one a week or so, never changed afterwards. */
export const checkInSchema = z.object({
  owner: z.string(),
  goal: z.string(),
  on: z.string(),
  tried: z.string().max(10_000),
  saw: z.string().max(10_000),
  next: z.string().max(10_000),
  addedAt: z.number(),
})
export type CheckIn = z.infer<typeof checkInSchema>

export const CheckInRecord = recordType<CheckIn>({
  kind: 'check-in',
  schema: checkInSchema,
  version: 1,
  seats: (_id, body) => [{ stream: `user:${body.owner}`, view: 'all' }],
  columns: { owner: 'text', goal: 'text', day: 'text', added: 'int' },
  rows: (_id, body) => [{ owner: body.owner, goal: body.goal, day: body.on, added: body.addedAt }],
})
