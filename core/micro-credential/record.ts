import { z } from 'zod'
import { webAddress } from '../kit/input.ts'
import { recordType } from '../kit/record-type.ts'

/** Sizes a micro-credential may have (design.md, "How big"). */
export const microCredentialLimits = { promptsMax: 40, criteriaMax: 40, slotsMax: 20 } as const

const text = z.string().min(1).max(20_000)
const short = z.string().min(1).max(500)

const promptSchema = z.object({
  id: short,
  text,
  minWords: z.int().min(0),
  maxWords: z.int().min(1),
  /** A hard limit refuses more words; a soft one only says so. */
  hard: z.boolean(),
})

const slotSchema = z.object({
  id: short,
  label: text,
  /** What to bring, in a sentence or two. */
  guidance: text,
  /** Media types, `image/*` allowed. Empty: any type, links too. */
  accept: z.array(short),
  minFiles: z.int().min(0),
  maxFiles: z.int().min(1).max(50),
  bytesMax: z.int().min(1).optional(),
  pagesMax: z.int().min(1).optional(),
  secondsMax: z.int().min(1).optional(),
  requiresRelease: z.boolean(),
  teamAllowed: z.boolean(),
  /** The educator has to say in a caption what the piece shows. */
  annotationRequired: z.boolean(),
})

const criterionSchema = z.object({
  id: short,
  /** What is judged, as a question or a sentence. */
  text,
  levels: z
    .array(z.object({ code: short, rank: z.int().min(0).max(9), name: short, descriptor: text }))
    .min(2)
    .max(6),
  /** The lowest rank that meets the criterion. */
  passRank: z.int().min(0).max(9),
})

const partSchema = z.object({
  id: short,
  kind: z.enum(['overview', 'evidence', 'reflection']),
  title: short,
  prompts: z.array(promptSchema).max(microCredentialLimits.promptsMax),
  slots: z.array(slotSchema).max(microCredentialLimits.slotsMax),
  criteria: z.array(criterionSchema).min(1).max(microCredentialLimits.criteriaMax),
})

/**
 * A micro-credential as its issuer publishes it (field.md §1): competency, key method, components, research,
 * resources, and the three parts with their prompts, slots and criteria. Immutable: a new version is a new record.
 */
export const microCredentialSchema = z.object({
  code: short,
  version: z.int().min(1),
  status: z.enum(['draft', 'review', 'approved', 'retired']),
  language: z.enum(['en', 'es']),
  title: short,
  /** One sentence, one skill. */
  competency: text,
  /** Why it matters, for the catalogue: two or three sentences. */
  summary: text,
  keyMethod: text,
  methodComponents: z.array(z.object({ id: short, name: short, text })).min(1),
  research: z.array(
    z.object({
      cite: text,
      url: webAddress.optional(),
      tier: z.enum(['strong', 'moderate', 'promising', 'rationale']),
    }),
  ),
  resources: z.array(
    z.object({ title: short, url: webAddress.optional(), licence: short, note: text }),
  ),
  roles: z.array(short),
  gradeBands: z.array(short),
  estimatedHours: z.object({ p25: z.number(), p50: z.number(), p75: z.number() }),
  licence: short,
  author: short,
  alignments: z.array(
    z.object({ framework: short, competency: short, code: short, level: short.optional() }),
  ),
  parts: z.array(partSchema).min(1).max(6),
  passRule: z.enum(['every-criterion']),
  attempts: z.object({ most: z.int().min(1).nullable(), supportAfter: z.int().min(1) }),
  turnaround: z.object({ precheckWorkingDays: z.int().min(0), scoreWorkingDays: z.int().min(1) }),
  raters: z.object({ n: z.int().min(1).max(3), blind: z.boolean() }),
  validity: z.object({ months: z.int().min(1).nullable() }),
  /** What it counts for, where that is known; the screen says "not known" elsewhere. */
  credit: z.array(z.object({ rule: short, units: z.number(), unit: short, note: text })),
})

export type MicroCredential = z.infer<typeof microCredentialSchema>
export type Part = MicroCredential['parts'][number]
export type Prompt = Part['prompts'][number]
export type Slot = Part['slots'][number]
export type Criterion = Part['criteria'][number]

/** Readable by everybody in the district; on a device that has not joined, shipped with the app. */
export const MicroCredentialRecord = recordType<MicroCredential>({
  kind: 'micro-credential',
  schema: microCredentialSchema,
  version: 1,
  seats: () => [{ stream: 'catalog', view: 'all' }],
  columns: { code: 'text', version: 'int', status: 'text', title: 'text' },
  rows: (_id, body) => [
    { code: body.code, version: body.version, status: body.status, title: body.title },
  ],
  unique: (_id, body) => [`micro-credential ${body.code} version ${body.version}`],
})
