import { open, type Opened } from '../detect/open.ts'
import type { Detected } from '../detect/detected.ts'
import type { JsonObject } from '../json/value.ts'
import { partsDepthMax } from '../limits.ts'
import { openCase, type Case } from './case.ts'
import { context } from './checks/context.ts'
import { dataModel } from './checks/data-model.ts'
import { definedTerms } from './checks/defined-terms.ts'
import { endorses } from './checks/endorses.ts'
import { format } from './checks/format.ts'
import { hosted } from './checks/hosted.ts'
import { imageChunk } from './checks/image-chunk.ts'
import { issuerKnown } from './checks/issuer-known.ts'
import { jwt } from './checks/jwt.ts'
import { jwtDates } from './checks/jwt-dates.ts'
import { notChecked } from './checks/not-checked.ts'
import { nothingToVerify } from './checks/nothing-to-verify.ts'
import { ownNames } from './checks/own-names.ts'
import { status } from './checks/status.ts'
import { subjectIdentified } from './checks/subject-identified.ts'
import { type } from './checks/type.ts'
import { validFrom } from './checks/valid-from.ts'
import { validUntil } from './checks/valid-until.ts'
import { freshEffort } from './effort.ts'
import { partsOf } from './parts.ts'
import { defaultPolicy, isNeeded, type Policy } from './policy.ts'
import { proofChecks } from './proof/proofs.ts'
import { asOfOf, overallOf, type Check, type Finding, type Report } from './report.ts'
import { subjectOf } from './subject.ts'
import type { TrustBundle } from './trust-bundle.ts'

export { four, type Answer, type Four } from './four.ts'
export { defaultPolicy, needing, type Policy } from './policy.ts'
export {
  overallOf,
  type Check,
  type Evidence,
  type Outcome,
  type Overall,
  type Report,
  type Subject,
} from './report.ts'
export {
  emptyBundle,
  type BundleDocument,
  type KnownIssuer,
  type TrustBundle,
} from './trust-bundle.ts'
export type { Detected, Form, Kind } from '../detect/detected.ts'
export type { Code, Fact, Facts, Refusal } from '../refusal.ts'
export type { JsonObject, JsonValue } from '../json/value.ts'

/** What a verification needs to be told; it looks nothing up by itself. */
export interface VerifyOptions {
  /** Time of evaluation, epoch ms. */
  readonly at: number
  readonly bundle: TrustBundle
  readonly policy?: Policy
  /** What to call the input in the report: a path, a name. */
  readonly input?: string
}

/**
 * Verifies one badge, whatever it came as, with nothing but the bytes, a time and a bundle. Every
 * check runs, also after one has failed, and what could not be checked is `unknown`.
 *
 * @param bytes the whole file or text, up to 8 MiB; hostile bytes get a report like any others.
 * @returns the report; `four` groups it into four answers.
 */
export async function verifyBadge(bytes: Uint8Array, options: VerifyOptions): Promise<Report> {
  const given = {
    at: options.at,
    bundle: options.bundle,
    policy: options.policy ?? defaultPolicy,
    effort: freshEffort(),
  }
  return verifyOpened(open(bytes), options.input ?? '', given, [], 0)
}

type Given = Pick<Case, 'at' | 'bundle' | 'policy' | 'effort'>

async function verifyOpened(
  opened: Opened,
  input: string,
  given: Given,
  extra: readonly Finding[],
  depth: number,
): Promise<Report> {
  const { detected, content } = opened
  const document = content.as === 'nothing' ? null : content.document
  const first = decided(given.policy, [format(detected), ...imageChunk(detected), ...extra])
  const rest = await contentChecks(opened, given)
  const checks = [...first, ...rest]
  return {
    input,
    detected,
    at: given.at,
    overall: overallOf(checks),
    checks,
    parts: document === null ? [] : await partReports(document, given, depth),
    asOf: asOfOf(checks),
    subject: document === null ? {} : subjectOf(document),
    bundle: given.bundle.name,
  }
}

async function contentChecks(opened: Opened, given: Given): Promise<readonly Check[]> {
  const { detected, content } = opened
  if (content.as === 'nothing' || detected.kind === 'none') return []
  const the = openCase(content.document, { detected, ...given })
  if (content.as === 'jws')
    return decided(given.policy, [
      ...jwt(content.jws),
      // An older badge in a JWS has other dates in other forms: those stay unread.
      ...(detected.dataModel === null ? [] : jwtDates(the, content.jws.payload)),
      issuerKnown(the),
    ])
  if (isSecured(detected)) return credentialChecks(the)
  const isBadge = detected.kind === 'badge' || detected.kind === 'endorsement'
  const finding = isBadge ? hosted(content.document) : nothingToVerify(detected)
  return decided(given.policy, [finding, issuerKnown(the)])
}

/** Whether it is a credential of the W3C data model, which carries its proof inside. */
function isSecured(detected: Detected): boolean {
  if (detected.kind === 'credential') return true
  const isCredential = ['badge', 'endorsement', 'clr', 'status-list'].includes(detected.kind)
  const isOlder = detected.version !== null && Number(detected.version) < 3
  return isCredential && !(isOlder && !(detected.kind === 'clr' && detected.version === '2.0'))
}

async function credentialChecks(the: Case): Promise<readonly Check[]> {
  return [
    ...decided(the.policy, [
      type(the),
      context(the),
      await definedTerms(the),
      await ownNames(the),
      dataModel(the),
      ...subjectIdentified(the),
    ]),
    ...(await proofChecks(the)),
    ...decided(the.policy, [
      issuerKnown(the),
      ...validFrom(the),
      ...validUntil(the),
      ...(await status(the)),
      ...notChecked(the),
    ]),
  ]
}

function decided(policy: Policy, findings: readonly Finding[]): readonly Check[] {
  return findings.map(finding => ({ ...finding, needed: isNeeded(policy, finding.id) }))
}

async function partReports(
  document: JsonObject,
  given: Given,
  depth: number,
): Promise<readonly Report[]> {
  if (depth >= partsDepthMax) return []
  const reports: Report[] = []
  for (const part of partsOf(document)) {
    if (given.effort.partsLeft === 0) break
    given.effort.partsLeft -= 1
    const { about, opened, endorsedId } = part
    const { content, detected } = opened
    const isEndorsement = about.includes('/endorsement') && content.as !== 'nothing'
    const extra = isEndorsement
      ? [endorses(openCase(content.document, { detected, ...given }), endorsedId)]
      : []
    reports.push(await verifyOpened(opened, about, given, extra, depth + 1))
  }
  return reports
}
