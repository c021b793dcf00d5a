import { z } from 'zod'
import { openStream } from '../access/streams.ts'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'

/**
 * Stored: never rename.
 * `given` by the office, waiting for the district's signature · `signed` the district's word, for anyone to read · `refused`
 * final: the district does not sign it, with why · `withdrawn` final, with a reason. Ended follows from the date and is never
 * stored.
 */
export const givenStates = ['given', 'signed', 'refused', 'withdrawn'] as const
export type GivenState = (typeof givenStates)[number]

export const givenMachine: Machine<GivenState, 'sign' | 'refuse' | 'withdraw'> = {
  given: { sign: 'signed', refuse: 'refused', withdraw: 'withdrawn' },
  signed: { withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
}

/** What an endorsement may be about: what badges stand for, who issues them, or one badge. */
export const endorsedKinds = ['achievement', 'issuer', 'badge'] as const
export type EndorsedKind = (typeof endorsedKinds)[number]

/** The longest comment and the longest reason (UTF-16 units); the longest id and name. */
export const givenCommentCharsMax = 2_000
export const givenReasonCharsMax = 2_000
const idCharsMax = 1_000
export const endorsedNameCharsMax = 500

/** Whole signs that every database keeps. */
const kept = (charsMax: number) =>
  z
    .string()
    .max(charsMax)
    .refine(said => said.isWellFormed() && !said.includes('\0'))

/** An address or another name of the whole world's (RFC 3987): anything else would not be covered by a signature. */
const worldId = kept(idCharsMax).regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)

/** A DID as such (W3C DID Core 3.1), no place under it: it names somebody who signs. */
const someoneId = /^did:[^/?#]*$/i

/**
 * Who or what is endorsed, as the badge at hand says it. An issuer is endorsed by its own id, and nothing else by the id of
 * somebody: who writes another issuer's id down as that of an achievement would have it endorsed.
 */
export const endorsedSchema = z
  .object({
    kind: z.enum(endorsedKinds),
    id: worldId,
    /** As it was shown to whoever endorsed it. */
    name: kept(endorsedNameCharsMax).min(1),
    /** Who issued it; of an issuer itself. */
    issuer: z.object({ id: worldId, name: kept(endorsedNameCharsMax) }),
  })
  .refine(({ kind, id, issuer }) =>
    kind === 'issuer' ? id === issuer.id : id !== issuer.id && !someoneId.test(id),
  )
export type Endorsed = z.infer<typeof endorsedSchema>

export const givenCommentSchema = kept(givenCommentCharsMax)
export const givenReasonSchema = kept(givenReasonCharsMax)

/** The last moment that a date in a credential can say (epoch ms): it is written with a year of four digits. */
export const endMsMax = Date.UTC(9999, 11, 31, 23, 59, 59)
/** Until when one is in force (epoch ms). */
export const givenEndSchema = z.number().max(endMsMax)

/** Why the district does not sign one. */
export const unsignedCodes = ['ABOUT_ITSELF', 'NOT_SIGNABLE'] as const
export type UnsignedCode = (typeof unsignedCodes)[number]

export const givenEndorsementSchema = z.object({
  endorsed: endorsedSchema,
  /** Plain text. */
  comment: givenCommentSchema,
  /** Epoch ms. */
  validUntil: z.number().optional(),
  state: z.enum(givenStates),
  givenBy: z.string(),
  /** Epoch ms. */
  givenAt: z.number(),
  /** What could not be told of the badge at hand when it was given: codes of the verifier. Which badge that was, nobody is told. */
  unsure: z.array(z.string()),
  /** The signed credential's JSON, byte for byte as it was signed and handed out. */
  credential: z.string().optional(),
  /** Its place in the status list. */
  statusIndex: z.int().optional(),
  signedAt: z.number().optional(),
  /** When it was last signed again, by another key than at first. */
  resignedAt: z.number().optional(),
  unsigned: z.enum(unsignedCodes).optional(),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.number().optional(),
  withdrawnReason: z.string().optional(),
})
export type GivenEndorsement = z.infer<typeof givenEndorsementSchema>

/**
 * The district's own word about what another body issues (OB 3.0 EndorsementCredential). It is public: everybody in the
 * district knows of it, so that every computer can say so of a badge without a network.
 */
export const GivenEndorsementRecord = recordType<GivenEndorsement>({
  kind: 'given-endorsement',
  schema: givenEndorsementSchema,
  version: 1,
  seats: () => [
    { stream: openStream, view: 'all' },
    // The district's own reactions follow it.
    { stream: 'district', view: 'all' },
  ],
  columns: { endorsed: 'text', state: 'text', given: 'int', status: 'int' },
  rows: (_id, body) => [
    {
      endorsed: body.endorsed.id,
      state: body.state,
      given: body.givenAt,
      status: body.statusIndex ?? null,
    },
  ],
  // Of one kind with the names that badges have there: a place is one's alone.
  unique: (_id, { statusIndex }) => (statusIndex === undefined ? [] : [`status ${statusIndex}`]),
})
