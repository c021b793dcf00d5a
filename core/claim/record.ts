import { z } from 'zod'
import { coachSeats, officeSeats } from '../access/streams.ts'
import { fileSchema } from '../evidence/record.ts'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'
import { signedSchema } from '../kit/signed.ts'
import { asideSchema } from '../merge/aside.ts'

/** The four things a person gives their word on when they send a claim. */
export const attestationSchema = z.object({
  ready: z.boolean(),
  release: z.boolean(),
  ownWork: z.boolean(),
  /** How AI was used, in a sentence; "not at all" is one. */
  aiUse: z.string().max(2_000),
})
export type Attestations = z.infer<typeof attestationSchema>

/** A piece of evidence as it was handed over: a frozen copy, whatever becomes of the portfolio. */
export const itemSchema = z.object({
  slot: z.string(),
  evidence: z.string(),
  kind: z.enum(['file', 'reflection', 'link']),
  title: z.string(),
  note: z.string(),
  file: fileSchema.optional(),
  text: z.string().optional(),
  link: z.string().optional(),
  happenedOn: z.string(),
  shown: z.string(),
  released: z.boolean(),
})
export type Item = z.infer<typeof itemSchema>

/** A place in evidence that a rating points at. Pages count from 1, times are ms from the start. */
export const anchorSchema = z.object({
  /** The slot's item by its evidence id, or `answer:` and the prompt's id. */
  place: z.string().max(200),
  page: z.int().min(1).optional(),
  startMs: z.int().min(0).optional(),
  endMs: z.int().min(0).optional(),
  quote: z.string().max(2_000).optional(),
})
export type Anchor = z.infer<typeof anchorSchema>

/** A place that shows whose work it is, as one reader found: hidden from every other (`core/review/masked.ts`). */
export const maskSchema = z.object({ anchor: anchorSchema, by: z.string(), at: z.number() })
export type Mask = z.infer<typeof maskSchema>

const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['fix', 'look']),
  part: z.string().optional(),
  prompt: z.string().optional(),
  slot: z.string().optional(),
  evidence: z.string().optional(),
  attestation: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const outcomeSchema = z.object({
  decision: z.enum(['earned', 'not_yet']),
  /** Per criterion: what was found, why, where, and in which attempt. */
  criteria: z.record(
    z.string(),
    z.object({
      rank: z.int(),
      met: z.boolean(),
      comment: z.string(),
      anchors: z.array(anchorSchema),
      attempt: z.int(),
    }),
  ),
  decidedAt: z.number(),
  review: z.string(),
  reader: z.string(),
})
export type Outcome = z.infer<typeof outcomeSchema>

export const attemptSchema = z.object({
  n: z.int().min(1),
  submittedAt: z.number(),
  /** The manifest's canonical JSON (RFC 8785), its SHA-256 (hex), and who signed it. */
  manifest: z.string(),
  manifestSha256: z.string(),
  signed: signedSchema,
  answers: z.record(z.string(), z.string()),
  items: z.array(itemSchema),
  attestations: attestationSchema,
  /** What changed since the last attempt, for the reader. */
  note: z.string(),
  /** Days promised to the person when they sent it. */
  precheckBy: z.string(),
  answerBy: z.string(),
  /** What the district's check found, when it sent the attempt back unread. */
  findings: z.array(problemSchema).optional(),
  outcome: outcomeSchema.optional(),
})
export type Attempt = z.infer<typeof attemptSchema>

/** The most sendings of one claim, also those that came back unread: each is kept whole, and sent to every reader. */
export const attemptsMax = 50

/**
 * Stored: never rename.
 * `draft` being written · `submitted` sent, checked for completeness next · `incomplete` came back unread ·
 * `in_review` with a reader · `not_yet` read; parts to redo are open again · `earned` · `withdrawn`.
 */
export const claimStates = [
  'draft',
  'submitted',
  'incomplete',
  'in_review',
  'not_yet',
  'earned',
  'withdrawn',
] as const
export type ClaimState = (typeof claimStates)[number]
export type ClaimEvent = 'submit' | 'complete' | 'return' | 'earn' | 'notYet' | 'withdraw'

export const claimMachine: Machine<ClaimState, ClaimEvent> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { complete: 'in_review', return: 'incomplete', withdraw: 'withdrawn' },
  incomplete: { submit: 'submitted', withdraw: 'withdrawn' },
  in_review: { earn: 'earned', notYet: 'not_yet', withdraw: 'withdrawn' },
  not_yet: { submit: 'submitted', withdraw: 'withdrawn' },
  earned: {},
  withdrawn: {},
}

export const claimSchema = z.object({
  owner: z.string(),
  /** The record of the version that the person began with. */
  microCredential: z.string(),
  code: z.string(),
  title: z.string(),
  state: z.enum(claimStates),
  attempts: z.array(attemptSchema).max(attemptsMax),
  /** Who reads the current attempt. */
  readers: z.array(z.string()).max(3),
  /** By an id of their own; of every attempt, since what stands goes along unchanged. */
  masks: z.record(z.string(), maskSchema).optional(),
  badge: z.string().optional(),
  /** The office approves no badge for it; absent again once it is taken up. */
  setAside: z.object({ by: z.string(), at: z.number(), reason: z.string() }).optional(),
  /** The schools and teams whose coaches read it and whose office issues for it: where its person works, once it is read. */
  units: z.array(z.string()).optional(),
  startedAt: z.number(),
  changedAt: z.number(),
})
export type Claim = z.infer<typeof claimSchema>

const readable: readonly ClaimState[] = ['in_review', 'not_yet', 'earned']

export const ClaimRecord = recordType<Claim>({
  kind: 'claim',
  schema: claimSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.owner}`, view: 'all' },
    // Nobody reads it: the district's own reactions follow it.
    { stream: 'district', view: 'all' },
    ...(body.state === 'in_review' ? coachSeats(body.units) : []),
    ...(readable.includes(body.state)
      ? body.readers.map(reader => ({ stream: `user:${reader}`, view: 'all' }))
      : []),
    ...(body.state === 'earned' ? officeSeats(body.units) : []),
  ],
  columns: { owner: 'text', state: 'text', micro: 'text', changed: 'int' },
  rows: (_id, body) => [
    {
      owner: body.owner,
      state: body.state,
      micro: body.microCredential,
      changed: body.changedAt,
    },
  ],
  // One unfinished claim a person and micro-credential.
  unique: (_id, body) =>
    body.state === 'earned' || body.state === 'withdrawn'
      ? []
      : [`open claim of ${body.owner} for ${body.code}`],
  // The name holds its owner, so the holder is a claim of the same person.
  heldBy: claim => ({ code: 'claim_exists', facts: { claim } }),
})

/** What the person is writing: merged by field, theirs alone, and never locked for longer than it is away. */
export const draftSchema = z.object({
  owner: z.string(),
  answers: z.record(z.string(), z.string()),
  /** `slot/evidence` → its place among the slot's pieces. */
  filled: z.record(z.string(), z.number()),
  attestations: attestationSchema.partial(),
  note: z.string(),
  aside: asideSchema.optional(),
  /** Days on which something was written. */
  days: z.record(z.string(), z.boolean()),
})
export type Draft = z.infer<typeof draftSchema>

export const DraftRecord = recordType<Draft>({
  kind: 'draft',
  schema: draftSchema,
  version: 1,
  seats: (_id, body) => [{ stream: `user:${body.owner}`, view: 'all' }],
})
