import { listId } from './list-id.ts'
import { classify } from '../../detect/classify.ts'
import { documentOfPayload } from '../../detect/jws.ts'
import {
  isObject,
  textOf,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import type { Code, Facts } from '../../refusal.ts'
import { decodeStatusList, entriesMin } from '../../status/bitstring.ts'
import { openCase, type Case } from '../case.ts'
import { proofChecks } from '../proof/proofs.ts'
import type { Check, Finding } from '../report.ts'
import { consult, finalUrlOf } from '../trust-bundle.ts'
import { epochMsOf } from '../date-time.ts'
import { context } from './context.ts'
import { contextsWithin } from './contexts-within.ts'
import { dateNamesOf } from './credential-model.ts'
import { definedTerms } from './defined-terms.ts'
import { ownNames } from './own-names.ts'
import type { ReadList } from './read-list.ts'
import { rememberedList } from './remembered-list.ts'
import { isSuperseded, statusListAge } from './status-list-age.ts'
import { isOwnPlace, statusListIssuer } from './status-list-issuer.ts'
import { type } from './type.ts'
import { validFrom } from './valid-from.ts'
import { validUntil } from './valid-until.ts'

const spec = 'Bitstring Status List v1.0 section 3.2'
const types = {
  required: { credential: 'BitstringStatusListCredential', list: 'BitstringStatusList' },
  optional: { credential: 'StatusList2021Credential', list: 'StatusList2021' },
} as const

/** Which list an entry names, and how it is to be read. */
export interface NamedList {
  readonly url: string
  readonly purpose: string
  /** Whether the list must carry the multibase prefix. */
  readonly prefix: 'required' | 'optional'
  readonly sizeBits: number
}

/**
 * Takes a status list from the bundle and verifies it before anything is read from it; once in a batch
 * for all badges of one issuer.
 */
export function readStatusList(the: Case, named: NamedList): Promise<ReadList> {
  const { url, purpose, prefix, sizeBits } = named
  const key = JSON.stringify([url, purpose, prefix, sizeBits, the.issuerId, isOwnPlace(the, url)])
  return rememberedList(the.bundle.memory, key, () => readOnce(the, named))
}

async function readOnce(the: Case, named: NamedList): Promise<ReadList> {
  const { url, purpose, prefix, sizeBits } = named
  const consulted = consult(the.bundle, url, the.at)
  if (consulted === null) return unreadable('STATUS_RETRIEVAL_ERROR', { url }, [], {})
  const known = { evidence: consulted.evidence, asOf: consulted.asOf }
  const { jws } = consulted
  const plain = consulted.json.ok ? consulted.json.value : null
  const document = jws === null ? plain : documentOfPayload(jws.payload)
  if (!isObject(document))
    return unreadable('STATUS_VERIFICATION_ERROR', { url, reason: 'not JSON' }, [], known)
  const { bundle, policy, effort } = the
  const at = timeOfReading(the, consulted.asOf)
  const list = openCase(document, { detected: classify(document), at, bundle, policy, effort }, jws)
  const proof = await listProof(list, url)
  const dates = [...validFrom(list), ...validUntil(list)]
  const standing = standingOf(dates)
  const begin = proof.outcome === 'pass' ? beginOf(list) : null
  const subject = valueAt(document, 'credentialSubject')
  const shape = shapeProblem(document, purpose, prefix)
  const issuer = statusListIssuer(the, list.issuerId, url)
  const id = listId(document, url, finalUrlOf(bundle, url), spec)
  // On a site that is the issuer's own, what lies at the address is its word, whatever it is called.
  const isNamed = issuer.outcome === 'pass' && id.outcome === 'pass'
  const isTied = isNamed || isOwnPlace(the, url)
  // What a forged list, a stranger's, or one of tomorrow says of its time must not become the newest seen.
  const toldAs = standing === 'current' && isTied ? begin : null
  const findings = [
    { ...proof, ...known },
    { ...issuer, ...known },
    { ...id, ...known },
    statusListAge(the, consulted, url, { madeAt: begin, toldAs, ttlMs: ttlOf(subject) }),
  ]
  if (proof.outcome !== 'pass' || shape !== null)
    return unreadable(
      'STATUS_VERIFICATION_ERROR',
      { reason: shape ?? 'its proof' },
      findings,
      known,
    )
  const bits = decodeStatusList(textOf(valueAt(subject, 'encodedList')) ?? '', prefix)
  if (!bits.ok) return unreadable('STATUS_VERIFICATION_ERROR', bits.refusal.facts, findings, known)
  return {
    list: bits.value,
    code: 'STATUS_VERIFICATION_ERROR',
    facts: {},
    standing,
    isTied,
    isSuperseded: isSuperseded(the, url, beginOf(list)),
    messages: valueAt(subject, 'statusMessage') ?? valueAt(subject, 'statusMessages'),
    findings: [...findings, { ...listLength(bits.value, sizeBits, url), ...known }],
    known,
  }
}

function unreadable(
  code: Code,
  facts: Facts,
  findings: readonly Finding[],
  known: ReadList['known'],
): ReadList {
  const nothing = { list: null, standing: 'over', isTied: false, isSuperseded: false } as const
  return { ...nothing, messages: undefined, code, facts, findings, known }
}

/** A list that was fetched while the badges were being judged is judged at the time it came. */
function timeOfReading(the: Case, fetchedAt: number): number {
  return the.isNow === true ? Math.max(the.at, fetchedAt) : the.at
}

function standingOf(dates: readonly Finding[]): ReadList['standing'] {
  if (dates.every(date => date.outcome === 'pass')) return 'current'
  return dates.some(date => date.code === 'NOT_YET_VALID') ? 'early' : 'over'
}

/** How long the list asks to be kept, in milliseconds (section 2.2, `ttl`); null where it does not say. */
function ttlOf(subject: JsonValue | undefined): number | null {
  const ttl = valueAt(subject, 'ttl')
  return typeof ttl === 'number' && ttl >= 0 ? ttl : null
}

/** When the list says it begins to be valid, epoch ms: the newer of two lists is told by it. */
function beginOf(list: Case): number | null {
  const { from } = dateNamesOf(list.detected.dataModel)
  return epochMsOf(textOf(valueAt(list.document, from)) ?? '')
}

function shapeProblem(
  document: JsonObject,
  purpose: string,
  prefix: keyof typeof types,
): string | null {
  const subject = valueAt(document, 'credentialSubject')
  if (!textsOf(valueAt(document, 'type')).includes(types[prefix].credential))
    return 'it is not a status list credential'
  if (!textsOf(valueAt(subject, 'type')).includes(types[prefix].list))
    return 'its subject is not a status list'
  if (!textsOf(valueAt(subject, 'statusPurpose')).includes(purpose))
    return 'it is a list for another purpose'
  return null
}

/**
 * Whether what is signed stands in the list under its own names. Its contexts could make a list of any badge of
 * the issuer, or hide when it ends; no list needs words of its own, so there may be none.
 */
async function listWords(list: Case): Promise<readonly Finding[]> {
  if (contextsWithin(list.document, list.contextAt).inline.length > 0)
    return [{ ...type(list), outcome: 'fail', code: 'CONTEXT_REDEFINES' }]
  return [type(list), context(list), await definedTerms(list), await ownNames(list)]
}

/** The list's own proof: a bit from a list that anybody could have written says nothing. */
async function listProof(list: Case, url: string): Promise<Finding> {
  const base = { id: 'statusList.proof', about: url, spec }
  // A list of tomorrow says so by its own dates, and in words of its own.
  const isAsked = ({ needed, id }: Check) => needed && id !== 'signedAt'
  const checks = (await proofChecks(list)).filter(isAsked)
  const words = list.isSignedAsWritten ? [] : await listWords(list)
  const all = [...checks, ...words]
  const bad = all.find(check => check.outcome === 'fail')
  const worst = bad ?? all.find(check => check.outcome === 'unknown')
  if (worst === undefined)
    return { ...base, outcome: 'pass', message: 'The status list is signed by its issuer.' }
  const reason = worst.code ?? 'PROOF_VERIFICATION_ERROR'
  // A list that fails is no evidence either way, so what it would have told stays unknown.
  return {
    ...base,
    outcome: 'unknown',
    code: 'STATUS_VERIFICATION_ERROR',
    facts: { reason, outcome: worst.outcome },
    message: 'The status list could not be verified, so nothing is read from it.',
  }
}

function listLength(list: Uint8Array, sizeBits: number, url: string): Finding {
  const base = { id: 'statusList.length', about: url, spec }
  const entries = Math.floor((list.length * 8) / sizeBits)
  return entries >= entriesMin
    ? { ...base, outcome: 'pass', facts: { entries }, message: 'The status list is long enough.' }
    : {
        ...base,
        outcome: 'fail',
        code: 'STATUS_LIST_LENGTH_ERROR',
        facts: { entries, entriesMin },
        message: 'The status list is so short that looking a badge up gives it away.',
      }
}
