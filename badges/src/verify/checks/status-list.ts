import { classify } from '../../detect/classify.ts'
import { isObject, textOf, textsOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Code, Facts } from '../../refusal.ts'
import { decodeStatusList, entriesMin } from '../../status/bitstring.ts'
import { openCase, type Case } from '../case.ts'
import { proofChecks } from '../proof/proofs.ts'
import type { Evidence, Finding } from '../report.ts'
import { consult, type Consulted } from '../trust-bundle.ts'
import { ownNames } from './own-names.ts'
import { validFrom } from './valid-from.ts'
import { validUntil } from './valid-until.ts'

const spec = 'Bitstring Status List v1.0 section 3.2'
const types = {
  required: { credential: 'BitstringStatusListCredential', list: 'BitstringStatusList' },
  optional: { credential: 'StatusList2021Credential', list: 'StatusList2021' },
} as const

/** A status list as far as it may be read: bits only where its own proof is good. */
export interface ReadList {
  readonly list: Uint8Array | null
  /** Why there are no bits to read. */
  readonly code: Code
  readonly facts: Facts
  /** False where the list's own dates, or the policy's age limit, make a clear bit no evidence. */
  readonly isCurrent: boolean
  readonly findings: readonly Finding[]
  readonly known: { readonly evidence?: Evidence; readonly asOf?: number }
}

/** Takes a status list from the bundle and verifies it before anything is read from it. */
export async function readStatusList(
  the: Case,
  url: string,
  purpose: string,
  prefix: 'required' | 'optional',
): Promise<ReadList> {
  const consulted = consult(the.bundle, url, the.at)
  if (consulted === null) return unreadable('STATUS_RETRIEVAL_ERROR', { url }, [], {})
  const known = { evidence: consulted.evidence, asOf: consulted.asOf }
  const document = consulted.json.ok ? consulted.json.value : null
  if (!isObject(document))
    return unreadable('STATUS_VERIFICATION_ERROR', { url, reason: 'not JSON' }, [], known)
  const list = openCase(document, {
    detected: classify(document),
    at: the.at,
    bundle: the.bundle,
    policy: the.policy,
    effort: the.effort,
  })
  const proof = await listProof(list, url)
  const findings = [
    { ...proof, ...known },
    { ...listIssuer(the, list, url), ...known },
    { ...listId(document, url), ...known },
    age(the, consulted, url),
  ]
  const subject = valueAt(document, 'credentialSubject')
  const shape = shapeProblem(document, purpose, prefix)
  if (proof.outcome !== 'pass' || shape !== null)
    return unreadable(
      'STATUS_VERIFICATION_ERROR',
      { reason: shape ?? 'its proof' },
      findings,
      known,
    )
  const bits = decodeStatusList(textOf(valueAt(subject, 'encodedList')) ?? '', prefix)
  if (!bits.ok) return unreadable('STATUS_VERIFICATION_ERROR', bits.refusal.facts, findings, known)
  const dates = [...validFrom(list), ...validUntil(list)]
  return {
    list: bits.value,
    code: 'STATUS_VERIFICATION_ERROR',
    facts: {},
    isCurrent: dates.every(date => date.outcome === 'pass'),
    findings: [...findings, { ...listLength(bits.value, url), ...known }],
    known,
  }
}

function unreadable(
  code: Code,
  facts: Facts,
  findings: readonly Finding[],
  known: ReadList['known'],
): ReadList {
  return { list: null, code, facts, isCurrent: false, findings, known }
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

/** The list's own proof: a bit from a list that anybody could have written says nothing. */
async function listProof(list: Case, url: string): Promise<Finding> {
  const base = { id: 'statusList.proof', about: url, spec }
  const checks = (await proofChecks(list)).filter(check => check.needed)
  const names = await ownNames(list)
  const bad = checks.find(check => check.outcome === 'fail')
  const unclear = checks.find(check => check.outcome === 'unknown')
  const worst = bad ?? unclear
  if (names.outcome === 'pass' && worst === undefined)
    return { ...base, outcome: 'pass', message: 'The status list is signed by its issuer.' }
  const reason = worst?.code ?? names.code ?? 'DATA_LOSS_DETECTION_ERROR'
  // A list that fails is no evidence either way, so what it would have told stays unknown.
  return {
    ...base,
    outcome: 'unknown',
    code: 'STATUS_VERIFICATION_ERROR',
    facts: { reason, outcome: bad === undefined && names.outcome !== 'fail' ? 'unknown' : 'fail' },
    message: 'The status list could not be verified, so nothing is read from it.',
  }
}

function listIssuer(the: Case, list: Case, url: string): Finding {
  const base = { id: 'statusList.issuer', about: url, spec }
  if (list.issuerId !== null && list.issuerId === the.issuerId)
    return { ...base, outcome: 'pass', message: 'The status list is by the same issuer.' }
  return {
    ...base,
    outcome: 'unknown',
    code: 'CONTROLLER_MISMATCH',
    facts: { issuer: (list.issuerId ?? '').slice(0, 500) },
    message: 'The status list is by another issuer; the badge itself names its address.',
  }
}

function listId(document: JsonObject, url: string): Finding {
  const base = { id: 'statusList.id', about: url, spec }
  const id = textOf(valueAt(document, 'id'))
  return id === null || id === url
    ? { ...base, outcome: 'pass', message: 'The status list is the one the badge names.' }
    : {
        ...base,
        outcome: 'unknown',
        code: 'ID_DIFFERS',
        facts: { id: id.slice(0, 500) },
        message: 'The status list calls itself by another address.',
      }
}

function listLength(list: Uint8Array, url: string): Finding {
  const base = { id: 'statusList.length', about: url, spec }
  const entries = list.length * 8
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

function age(the: Case, consulted: Consulted, url: string): Finding {
  const ageMs = consulted.evidence.ageMs ?? 0
  const limit = the.policy.statusListAgeMsMax
  const base = {
    id: 'statusList.age',
    about: url,
    spec: 'policy',
    asOf: consulted.asOf,
    evidence: consulted.evidence,
  }
  return limit !== null && ageMs > limit
    ? {
        ...base,
        outcome: 'unknown',
        code: 'STALE',
        facts: { ageMs, ageMsMax: limit },
        message: 'The status list is older than the policy allows.',
        remedy: 'Go online once, so that a newer list can be fetched.',
      }
    : { ...base, outcome: 'pass', facts: { ageMs }, message: 'The status list is recent enough.' }
}
