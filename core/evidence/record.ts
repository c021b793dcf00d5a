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

export const evidenceSchema = z.object({
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
export type Evidence = z.infer<typeof evidenceSchema>

/** Evidence is its owner's; a claim carries a frozen copy of what it hands over. */
export const EvidenceRecord = recordType<Evidence>({
  kind: 'evidence',
  schema: evidenceSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'all' },
    // Nobody reads it there: the district's own reaction lets its file go.
    ...(body.deletedAt === undefined ? [] : [{ stream: 'district', view: 'all' }]),
  ],
  files: ({ deletedAt, owner, file }) =>
    deletedAt === undefined ? { owner, shas: file === undefined ? [] : [file.sha256] } : undefined,
  columns: {
    owner: 'text',
    day: 'text',
    added: 'int',
    /** 0 in use, 1 in the trash, 2 deleted for good. */
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
        trashed: body.deletedAt !== undefined ? 2 : body.trashedAt !== undefined ? 1 : 0,
        sha: body.file?.sha256 ?? null,
        shown: body.shown,
        place: place ?? null,
      },
      // What is asked by the other columns finds a piece once.
      ...placesByGoal.map(byGoal => ({ place: byGoal })),
    ]
  },
})
