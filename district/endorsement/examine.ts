import type { Judge } from 'open-badges-validator-core/verify-online'
import type { Report, TrustBundle } from 'open-badges-validator-core/verify'
import { z } from 'zod'
import type {
  EndorsementSaid,
  EndorsementVerdict,
  OwnEndorsementCode,
} from '../../core/endorsement/record.ts'
import { endorsementCommentCharsMax } from '../../core/endorsement/record.ts'
import { seenLetters } from '../../core/kit/seen-letters.ts'

/** What came of looking at a file. */
export interface Examined {
  readonly verdict: Omit<EndorsementVerdict, 'at'>
  /** Where it is an endorsement of what it was read in for, and its signature holds. */
  readonly said?: EndorsementSaid
}

interface Parts {
  readonly judge: Judge
  readonly bundle: TrustBundle
  /** Epoch ms. */
  readonly at: number
}

/**
 * Looks at a file that an officer read in: whether it is an endorsement (OB 3.0) of exactly this, signed by who stands at an
 * address, in time and not revoked. Nothing that it says counts before its signature held. Never throws.
 *
 * @param endorsed the id that it has to speak of: of an achievement, or of a badge.
 */
export async function examine(text: string, endorsed: string, parts: Parts): Promise<Examined> {
  const { judge, bundle, at } = parts
  const report = await judge(new TextEncoder().encode(text), { at, bundle, isNow: true })
  const document = report.detected.kind === 'endorsement' ? documentIn(text) : undefined
  if (document === undefined) return refused('NOT_AN_ENDORSEMENT')
  const subjects = [document.credentialSubject].flat()
  const [subject] = subjects
  if (subject === undefined || subjects.length > 1) return refused('ENDORSES_SEVERAL')
  if (subject.id !== endorsed) return refused('ENDORSES_ANOTHER')
  // A name anybody can write; whoever can't be found at an address can't be told from another.
  const { issuerHost: host, issuerId, issuerName, id, validFrom, validUntil } = report.subject
  if (host === undefined || issuerId === undefined || id === undefined)
    return refused('ISSUER_WITHOUT_HOST')
  if (report.overall !== 'verified') return { verdict: verdictOf(report) }
  const comment = subject.endorsementComment ?? ''
  return {
    verdict: { overall: 'verified' },
    said: {
      id: lineOf(id),
      issuer: {
        id: lineOf(issuerId),
        name: lineOf(issuerName ?? host),
        host: lineOf(addressOf(issuerId, host)),
      },
      comment: cut(comment.split(/\r?\n/).map(seenLetters).join('\n'), endorsementCommentCharsMax),
      ...timeIn('validFrom', validFrom),
      ...timeIn('validUntil', validUntil),
    },
  }
}

/**
 * Where an issuer stands: their host, and the path below it where they have one. At one address many may have a place (each
 * student at a university), and only who has all of it speaks for it.
 */
function addressOf(issuerId: string, host: string): string {
  const path = issuerId.startsWith('did:web:')
    ? issuerId.split(':').slice(3).join('/')
    : pathIn(issuerId)
  return path === '' ? host : `${host}/${path}`
}

function pathIn(address: string): string {
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`.replace(/^\//, '')
}

const refused = (code: OwnEndorsementCode | 'ENDORSES_ANOTHER'): Examined => ({
  verdict: { overall: 'not-verified', code },
})

/** What is the matter, the worst first. */
function verdictOf({ overall, checks }: Report): Examined['verdict'] {
  const needed = checks.filter(check => check.needed)
  const worst =
    needed.find(({ outcome }) => outcome === 'fail') ??
    needed.find(({ outcome }) => outcome === 'unknown')
  return { overall, ...(worst?.code === undefined ? {} : { code: worst.code }) }
}

const subjectShape = z.object({
  id: z.string().optional(),
  endorsementComment: z.string().optional(),
})
const documentShape = z.object({
  credentialSubject: z.union([subjectShape, z.array(subjectShape).max(100)]),
})

/** The document in a file: JSON as it is, or what a compact JWS carries (VC-JOSE: itself; of before: in `vc`). */
function documentIn(text: string): z.infer<typeof documentShape> | undefined {
  try {
    const [, payload] = text.trim().split('.')
    const isJson = text.trimStart().startsWith('{')
    const json = isJson ? text : Buffer.from(payload ?? '', 'base64url').toString('utf8')
    const value: unknown = JSON.parse(json)
    const carried = z.object({ vc: z.unknown() }).safeParse(value)
    const inside = !isJson && carried.data?.vc !== undefined ? carried.data.vc : value
    return documentShape.safeParse(inside).data
  } catch {
    // What the verifier read and this does not is no endorsement that could be shown.
    return undefined
  }
}

const lineCharsMax = 500
const lineOf = (text: string): string => cut(seenLetters(text).trim(), lineCharsMax)

const cut = (text: string, charsMax: number): string =>
  text.length <= charsMax ? text : `${text.slice(0, charsMax - 1).toWellFormed()}…`

function timeIn(name: 'validFrom' | 'validUntil', text: string | undefined) {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? {} : { [name]: at }
}
