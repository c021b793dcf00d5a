import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

/** A framework may hold this many items (design.md, "How big"). */
export const frameworkItemsMax = 20_000

const short = z.string().min(1).max(500)

/** The CASE identifier, where the record's id is another because it is a person's own copy (`caseIdentifierOf`). */
const identifier = z.string().min(1).max(80).optional()

/**
 * A published set of competencies, one CASE document (CASE 1.1 §CFDocument). The district's, and what ships, has its
 * CASE identifier for an id; a person's import an id of its own.
 */
export const frameworkSchema = z.object({
  identifier,
  title: short,
  creator: z.string().max(500),
  language: z.string().max(35).optional(),
  licence: z.string().max(1_000).optional(),
  version: z.string().max(100).optional(),
  adoptionStatus: z.string().max(100).optional(),
  /** Where it came from: `shipped`, or the name of the imported file. */
  source: short,
  uri: z.string().max(2_000),
  itemsCount: z.int().min(0).max(frameworkItemsMax),
  /** Names of levels, lowest first, where the framework has its own. */
  levels: z.array(z.object({ code: short, name: short })).max(20),
  importedBy: z.string().optional(),
})

/** One statement of a framework (CASE 1.1 §CFItem); its id as its framework's. */
export const competencySchema = z.object({
  identifier,
  framework: z.string(),
  code: z.string().max(200),
  /** A short name, where the framework has one beside the statement. */
  title: z.string().max(500).optional(),
  statement: z.string().min(1).max(20_000),
  kind: z.string().max(200),
  /** Parent within the framework; absent at the top. */
  parent: z.string().optional(),
  /** Further parents: CASE allows several. */
  otherParents: z.array(z.string()).max(20).optional(),
  /** Position under its parent, from 0. */
  position: z.int().min(0),
  /** What each level of it looks like, by the framework's level codes. */
  levels: z.array(z.object({ code: short, statement: z.string().max(20_000) })).max(20),
  notes: z.string().max(20_000).optional(),
  importedBy: z.string().optional(),
  /** Its framework came again without it, then (epoch ms): it stays for what points to it, and is offered no more. */
  retiredAt: z.number().optional(),
})

export type Framework = z.infer<typeof frameworkSchema>
export type Competency = z.infer<typeof competencySchema>

// What a person imports is theirs until the district publishes it; what ships or is published is everybody's.
const seats = (importedBy: string | undefined) => [
  { stream: importedBy === undefined ? 'catalog' : `user:${importedBy}`, view: 'all' },
]

export const FrameworkRecord = recordType<Framework>({
  kind: 'framework',
  schema: frameworkSchema,
  version: 1,
  seats: (_id, body) => seats(body.importedBy),
  columns: { title: 'text' },
  rows: (_id, body) => [{ title: body.title }],
})

export const CompetencyRecord = recordType<Competency>({
  kind: 'competency',
  schema: competencySchema,
  version: 1,
  seats: (_id, body) => seats(body.importedBy),
  columns: { framework: 'text', parent: 'text', position: 'int', code: 'text', retired: 'int' },
  rows: (_id, body) => [
    {
      framework: body.framework,
      parent: body.parent ?? null,
      position: body.position,
      code: body.code,
      retired: body.retiredAt === undefined ? 0 : 1,
    },
  ],
})
