import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

/** The four answers about a badge. */
export const markNames = ['signature', 'status', 'dates', 'trust'] as const
export type MarkName = (typeof markNames)[number]

/** The longest reason (UTF-16 units), and how far ahead a decision may end (ms): a year. */
export const causeReasonCharsMax = 2_000
export const causeDecidedMsMax = 366 * 86_400_000

/**
 * Why badges of one issuer do not hold, or can't be told: what a decision of the office is about. `fails` is never
 * `unknown`, so that what was decided for something unknown never covers something that turned out bad.
 */
export const causeSchema = z.object({
  standing: z.enum(['fails', 'unknown']),
  /** The answer that decided. */
  mark: z.enum(markNames),
  /** Code of the verifier, or of what kept an address from being fetched; `inPart` of something inside it. */
  code: z.string().min(1).max(100),
  /** The issuer's id as the badge states it; for an address that brought nothing its host; else `nobody`. */
  issuer: z.string().min(1).max(2_000),
})
export type Cause = z.infer<typeof causeSchema>

/**
 * Stored: never rename. `accepted` taken as it is until the end date · `asking` the issuer was asked · `left` looked
 * at, and left as it is. None of them changes a verdict; they stand beside it.
 */
export const causeChoices = ['accepted', 'asking', 'left'] as const
export type CauseChoice = (typeof causeChoices)[number]

export const causeDecisionSchema = z.object({
  cause: causeSchema,
  /** The cause in one word, for finding it: `causeName`. */
  name: z.string(),
  choice: z.enum(causeChoices),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: z.number(),
  /** In force until then (epoch ms). */
  until: z.number(),
  undoneBy: z.string().optional(),
  undoneAt: z.number().optional(),
})
export type CauseDecision = z.infer<typeof causeDecisionSchema>

/** One decision about one cause; the office's, so that every officer's computer knows it. */
export const CauseDecisionRecord = recordType<CauseDecision>({
  kind: 'cause',
  schema: causeDecisionSchema,
  version: 1,
  seats: () => [{ stream: 'office', view: 'all' }],
  columns: { name: 'text', decided: 'int' },
  rows: (_id, body) => [{ name: body.name, decided: body.decidedAt }],
})

/** The same text for the same cause, and another for another one. */
export const causeName = ({ standing, mark, code, issuer }: Cause): string =>
  [standing, mark, code, issuer].join(' ')

/** Stands for the issuer where none is named, or none could be read. */
export const nobody = 'nobody'

const partPrefix = 'IN_PART.'
/** A code that is not of the whole but of something inside it: a badge in a learner record. */
export const inPart = (code: string): string => `${partPrefix}${code}`

/**
 * Whether badges with a cause may be accepted as they are. Only where the signature holds: else whoever writes the
 * issuer's name into a file would be accepted with all the others. And never for what is inside another: the cause
 * names the one who put it there, not the one who is unknown.
 */
export const mayBeAccepted = ({ standing, mark, code, issuer }: Cause): boolean =>
  standing === 'unknown' &&
  mark !== 'signature' &&
  issuer !== nobody &&
  !code.startsWith(partPrefix)

/** The decision that is in force for each cause, by its name: the latest one alone counts, undone or past it counts for nothing. */
export const inForce = <D extends { readonly body: CauseDecision }>(
  decisions: Iterable<D>,
  at: number,
): ReadonlyMap<string, D> => latestWhere(decisions, body => body.until > at)

/** The decision that was in force for each cause until its end, and has none after it: whoever looks again wants to know. */
export const ended = <D extends { readonly body: CauseDecision }>(
  decisions: Iterable<D>,
  at: number,
): ReadonlyMap<string, D> => latestWhere(decisions, body => body.until <= at)

function latestWhere<D extends { readonly body: CauseDecision }>(
  decisions: Iterable<D>,
  is: (body: CauseDecision) => boolean,
): ReadonlyMap<string, D> {
  const latest = new Map<string, D>()
  for (const decision of decisions) {
    const { name, decidedAt } = decision.body
    const known = latest.get(name)
    if (known === undefined || known.body.decidedAt < decidedAt) latest.set(name, decision)
  }
  return new Map([...latest].filter(([, { body }]) => body.undoneAt === undefined && is(body)))
}
