import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'
import { asideSchema } from '../merge/aside.ts'
import { placesOf } from './timeline.ts'

/** The largest file that is kept (bytes): two gigabytes, a lesson on film. */
export const fileBytesMax = 2 * 1024 ** 3

/** Who can be seen, heard or named in a piece of evidence; `unsure` keeps its file on this computer. */
export const shownChoices = ['unsure', 'nobody', 'me', 'students', 'adults'] as const

export const fileSchema = z.object({
  /** SHA-256 of the bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().min(0).max(fileBytesMax),
  /** Found from the bytes, never from the name. */
  mediaType: z.string().max(200),
  /** The name it came with, as written; only ever shown, never used as a path. */
  name: z.string().max(1_000),
})
export type EvidenceFile = z.infer<typeof fileSchema>

const seenSchema = z.object({
  owner: z.string(),
  kind: z.enum(['file', 'reflection', 'link']),
  title: z.string().max(2_000),
  /** What it shows, in the person's words. */
  note: z.string().max(60_000),
  file: fileSchema.optional(),
  /** A reflection's text. */
  text: z.string().max(60_000).optional(),
  link: z.string().max(4_000).optional(),
  addedAt: z.number(),
  happenedOn: z.string(),
  shown: z.enum(shownChoices),
  /** Whether a signed release is held for everyone who is shown. */
  released: z.boolean(),
  goals: z.record(z.string(), z.boolean()),
  competencies: z.record(z.string(), z.boolean()),
  aside: asideSchema.optional(),
  /** In the trash since (epoch ms). */
  trashedAt: z.number().optional(),
  /** Deleted for good then (epoch ms): nothing else that it held is left, and it stays marked as thrown away. */
  deletedAt: z.number().optional(),
})

/** All that a piece says and shows: what goes when it is deleted for good. */
export const contentSchema = seenSchema.pick({
  ...({ title: true, note: true, file: true, text: true, link: true } as const),
  ...({ shown: true, released: true, goals: true, competencies: true, aside: true } as const),
})
export type Content = z.infer<typeof contentSchema>

export const evidenceSchema = seenSchema.extend({
  /**
   * In the district alone: what it held when it was deleted under a legal hold. It goes once that is lifted; to everybody
   * the piece is deleted.
   */
  withheld: contentSchema.optional(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Evidence is its owner's; a claim carries a frozen copy of what it hands over. */
export const EvidenceRecord = recordType<Evidence>({
  kind: 'evidence',
  schema: evidenceSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'own' },
    // Nobody reads it there: the district's own reaction lets its file go.
    ...(body.deletedAt === undefined ? [] : [{ stream: 'district', view: 'all' }]),
  ],
  // Never its person's: it would tell of the hold.
  hides: { own: ['withheld'] },
  files({ deletedAt, owner, file, withheld }) {
    if (deletedAt !== undefined && withheld === undefined) return undefined
    return { owner, shas: [file, withheld?.file].flatMap(named => named?.sha256 ?? []) }
  },
  columns: {
    owner: 'text',
    day: 'text',
    added: 'int',
    /** 0 in use, 1 in the trash, 2 deleted for good, 3 the same under a legal hold, with what it held withheld. */
    trashed: 'int',
    sha: 'text',
    shown: 'text',
    /** In which timelines it stands, and where (`timeline.ts`). */
    place: 'text',
  },
  rows(_id, body) {
    const [place, ...placesByGoal] = placesOf(body)
    return [
      {
        owner: body.owner,
        day: body.happenedOn,
        added: body.addedAt,
        trashed: trashedOf(body),
        sha: body.file?.sha256 ?? null,
        shown: body.shown,
        place: place ?? null,
      },
      // What is asked by the other columns finds a piece once.
      ...placesByGoal.map(byGoal => ({ place: byGoal })),
    ]
  },
})

function trashedOf({ trashedAt, deletedAt, withheld }: Evidence): number {
  if (deletedAt === undefined) return trashedAt === undefined ? 0 : 1
  return withheld === undefined ? 2 : 3
}
