import { z } from 'zod'
import { officeSeats, openStream } from '../access/streams.ts'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'

/**
 * Stored: never rename.
 * `offered` by an officer, the district looks at it · `accepted` it is what it says, and is shown · `refused` final, with
 * what is the matter · `withdrawn` final: the office shows it no longer. That it was revoked or has ended since is what the
 * latest verdict says.
 */
export const endorsementStates = ['offered', 'accepted', 'refused', 'withdrawn'] as const
export type EndorsementState = (typeof endorsementStates)[number]

export const endorsementMachine: Machine<EndorsementState, 'accept' | 'refuse' | 'withdraw'> = {
  offered: { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
}

/** The largest file that is taken (UTF-16 units): an endorsement is a page, and every computer of the district keeps it. */
export const endorsementCharsMax = 40_000

/** The longest word of it that is shown (UTF-16 units), as the verifier cuts texts. */
export const endorsementCommentCharsMax = 2_000

/** The longest reason for showing it no longer (UTF-16 units). */
export const endorsementReasonCharsMax = 2_000

const short = z.string().max(500)

/** What it says, read from the file once its signature held. */
export const endorsementSaidSchema = z.object({
  /** Its own id. */
  id: short,
  issuer: z.object({
    id: short,
    name: short,
    /**
     * Of the issuer's address, in letters that can't be mistaken for others, with the path below it where the issuer has only
     * that: a name anybody can write.
     */
    host: short,
  }),
  comment: z.string().max(endorsementCommentCharsMax),
  /** Epoch ms. */
  validFrom: z.number().optional(),
  validUntil: z.number().optional(),
})
export type EndorsementSaid = z.infer<typeof endorsementSaidSchema>

export const endorsementVerdictSchema = z.object({
  overall: z.enum(['verified', 'not-verified', 'indeterminate']),
  /** What is the matter: a code of the verifier, or one of `ownEndorsementCodes`. */
  code: z.string().max(60).optional(),
  /** Epoch ms, by the district's clock. */
  at: z.number(),
})
export type EndorsementVerdict = z.infer<typeof endorsementVerdictSchema>

/** What is the matter with a file beside what the verifier finds. */
export const ownEndorsementCodes = [
  'NOT_AN_ENDORSEMENT',
  'ENDORSES_SEVERAL',
  'ISSUER_WITHOUT_HOST',
  'ENDORSED_ALREADY',
] as const
export type OwnEndorsementCode = (typeof ownEndorsementCodes)[number]

export const endorsementSchema = z.object({
  /** What it is about: what a micro-credential stands for, or one badge. */
  about: z.enum(['micro-credential', 'badge']),
  subject: z.string(),
  /** Of a badge, its holder and their schools and teams. */
  owner: z.string().optional(),
  units: z.array(z.string()).optional(),
  /** The file as it was read in: JSON, or a compact JWS. Never changed. */
  text: z.string().max(endorsementCharsMax),
  state: z.enum(endorsementStates),
  offeredBy: z.string(),
  /** Epoch ms. */
  offeredAt: z.number(),
  /** Absent until its signature held. */
  said: endorsementSaidSchema.optional(),
  /** The latest word of the district's verifier; absent: it has not looked yet. */
  verdict: endorsementVerdictSchema.optional(),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.number().optional(),
  withdrawnReason: z.string().optional(),
})
export type Endorsement = z.infer<typeof endorsementSchema>

/**
 * A word of an outside body about a micro-credential or a badge, signed by itself (OB 3.0 EndorsementCredential). What is
 * accepted is read by whoever reads what it is about; anything else by the office alone.
 */
export const EndorsementRecord = recordType<Endorsement>({
  kind: 'endorsement',
  schema: endorsementSchema,
  version: 1,
  seats: (_id, { about, state, owner, units }) => [
    ...(state === 'accepted' && about === 'micro-credential'
      ? [{ stream: openStream, view: 'all' }]
      : officeSeats(units)),
    ...(state === 'accepted' && owner !== undefined
      ? [{ stream: `user:${owner}`, view: 'all' }]
      : []),
    // The district's own reaction follows it.
    { stream: 'district', view: 'all' },
  ],
  columns: { subject: 'text', state: 'text', offered: 'int' },
  rows: (_id, body) => [{ subject: body.subject, state: body.state, offered: body.offeredAt }],
})

/** Whether it goes into badges that are signed from now on: it holds today. */
export const holds = ({ state, verdict }: Pick<Endorsement, 'state' | 'verdict'>): boolean =>
  state === 'accepted' && verdict?.overall === 'verified'
