import { open, type Opened } from '../detect/open.ts'
import type { Detected } from '../detect/detected.ts'
import { partsDepthMax, partsMax } from '../limits.ts'
import { bounded } from './bounded.ts'
import { openCase, type Case } from './case.ts'
import { context } from './checks/context.ts'
import { credentialSchema } from './checks/credential-schema.ts'
import { dataModel } from './checks/data-model.ts'
import { definedTerms } from './checks/defined-terms.ts'
import { endorses } from './checks/endorses.ts'
import { format } from './checks/format.ts'
import { imageChunk } from './checks/image-chunk.ts'
import { issuerKnown } from './checks/issuer-known.ts'
import { jwt } from './checks/jwt.ts'
import { nothingToVerify } from './checks/nothing-to-verify.ts'
import { ownNames } from './checks/own-names.ts'
import { partsLeftOut } from './checks/parts-left-out.ts'
import { refresh } from './checks/refresh.ts'
import { status } from './checks/status.ts'
import { subjectIdentified } from './checks/subject-identified.ts'
import { type } from './checks/type.ts'
import { validFrom } from './checks/valid-from.ts'
import { validUntil } from './checks/valid-until.ts'
import { freshEffort } from './effort.ts'
import { atAddress, takenBack } from './older/at-address.ts'
import { openOlder, type OlderCase } from './older/older-case.ts'
import { isOlder, olderChecks } from './older/older-checks.ts'
import { olderParts } from './older/older-parts.ts'
import { olderSubject } from './older/older-subject.ts'
import { partsBeside, partsOf, type Part } from './parts.ts'
import { defaultPolicy, isNeeded, type Policy } from './policy.ts'
import { leftOutOf } from './proof/left-out.ts'
import { proofChecks } from './proof/proofs.ts'
import { recipient, type Recipient } from './recipient/recipient.ts'
import { asOfOf, overallOf, type Check, type Finding, type Report } from './report.ts'
import { subjectOf } from './subject.ts'
import type { JsonObject } from '../json/value.ts'
import { freshMemory, type TrustBundle } from './trust-bundle.ts'
import { unreadReport } from './unread-report.ts'

export { four, type Answer, type Four } from './four.ts'
export { newestListsOf } from './newest-lists.ts'
export { defaultPolicy, needing, type Policy } from './policy.ts'
export type { Recipient } from './recipient/recipient.ts'
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
  type KeptKey,
  type KnownIssuer,
  type KnownRegistry,
  type TrustBundle,
} from './trust-bundle.ts'
export type { Detected, Form, Kind } from '../detect/detected.ts'
export type { Code, Fact, Facts, Refusal } from '../refusal.ts'
export type { JsonObject, JsonValue } from '../json/value.ts'

/** What a verification needs to be told; it looks nothing up by itself. */
export interface VerifyOptions {
  /** Time of evaluation, epoch ms. */
  readonly at: number
  /**
   * Whether `at` is simply now, as it was when the judging began. Judging many may take longer than clocks
   * may differ: a status list fetched since is then judged at the time it was fetched.
   */
  readonly isNow?: boolean
  readonly bundle: TrustBundle
  readonly policy?: Policy
  /** What to call the input in the report: a path, a name. */
  readonly input?: string
  /** Who it is hoped to have been given to: `recipient` says whether it was to one of them. */
  readonly recipients?: readonly Recipient[]
  /**
   * Endorsements that came beside the badge, each as a file of its own: each becomes a part, and is only
   * good if it speaks of this badge, its achievement or its issuer.
   */
  readonly endorsements?: readonly Uint8Array[]
  /**
   * Whether endorsements that speak of something else are `told`, each as a part that is not good (the
   * default), or `left out`, since they came for another badge of a batch.
   */
  readonly endorsementsOfOthers?: 'told' | 'left out'
  /**
   * Whether to ask the badge's refresh service for a newer issue, which the bundle must hold. Off by
   * default: the service learns who looks.
   */
  readonly refresh?: boolean
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
    isNow: options.isNow === true,
    // A badge and its parts point to the same few documents: each is read once.
    bundle: { ...options.bundle, memory: options.bundle.memory ?? freshMemory() },
    policy: options.policy ?? defaultPolicy,
    effort: freshEffort(),
    recipients: options.recipients ?? [],
    isRefreshed: options.refresh === true,
  }
  const beside = {
    endorsements: options.endorsements ?? [],
    isOthersLeftOut: options.endorsementsOfOthers === 'left out',
  }
  return verifyOpened(open(bytes), options.input ?? '', given, [], 0, beside)
}

interface Given extends Pick<Case, 'at' | 'isNow' | 'bundle' | 'policy' | 'effort'> {
  readonly recipients: readonly Recipient[]
  readonly isRefreshed: boolean
}

/** Endorsements that came beside a badge. */
interface Beside {
  readonly endorsements: readonly Uint8Array[]
  readonly isOthersLeftOut: boolean
}
const nothingBeside: Beside = { endorsements: [], isOthersLeftOut: false }

async function verifyOpened(
  handedIn: Opened,
  input: string,
  given: Given,
  extra: readonly Finding[],
  depth: number,
  beside: Beside = nothingBeside,
): Promise<Report> {
  const followed = atAddress(given, handedIn)
  const found = followed?.opened ?? handedIn
  const { opened, checks: judged } = await renewed(found, given)
  const { detected, content } = opened
  const document = content.as === 'nothing' ? null : content.document
  const older = olderOf(opened, given, followed?.address ?? null)
  const gone = followed === null ? takenBack(given, handedIn) : []
  const first = decided(given.policy, [
    format(detected),
    ...imageChunk(detected),
    ...gone,
    ...extra,
  ])
  const rest = older === null ? judged : decided(given.policy, await olderChecks(older, detected))
  const stated = older?.assertion ?? document
  const to = stated === null ? [] : recipientsOf(detected, stated, given)
  const shown = older === null ? (document ?? {}) : olderSubject(older)
  const parts = [
    ...(older === null ? partsOf(document ?? {}) : olderParts(older)),
    ...partsBeside(shown, beside.endorsements, beside.isOthersLeftOut),
  ]
  const inside = await partReports(parts, given, depth)
  const last = decided(given.policy, [...to, ...inside.findings])
  const checks = [...first, ...rest, ...last].map(bounded)
  return {
    input,
    detected,
    at: given.at,
    overall: overallOf(checks),
    checks,
    parts: inside.reports,
    asOf: asOfOf(checks),
    subject: document === null ? {} : subjectOf(shown),
    bundle: given.bundle.name,
  }
}

/** The badge with its checks, or the newer issue of it where one is asked for and at hand. */
async function renewed(
  opened: Opened,
  given: Given,
): Promise<{ readonly opened: Opened; readonly checks: readonly Check[] }> {
  const checks = await contentChecks(opened, given)
  const { detected, content } = opened
  if (content.as === 'nothing' || !isSecured(detected)) return { opened, checks }
  const the = openCase(content.document, { detected, ...given })
  const judge = (other: Opened) => contentChecks(other, given)
  const { newer, findings } = await refresh(the, checks, given.isRefreshed, judge)
  const told = decided(given.policy, findings)
  if (newer === null) return { opened, checks: [...checks, ...told] }
  const { form, notes } = detected
  return {
    opened: { ...newer.opened, detected: { ...newer.opened.detected, form, notes } },
    checks: [...newer.checks, ...told],
  }
}

/** Whom a badge was given to is asked of badges alone. */
function recipientsOf(
  { kind }: Detected,
  document: JsonObject,
  { recipients }: Given,
): readonly Finding[] {
  return kind === 'badge' || kind === 'clr' ? [recipient(document, recipients)] : []
}

async function contentChecks(opened: Opened, given: Given): Promise<readonly Check[]> {
  const { detected, content } = opened
  if (content.as === 'nothing' || detected.kind === 'none' || isOlder(detected)) return []
  const jws = content.as === 'jws' ? content.jws : null
  const the = openCase(content.document, { detected, ...given }, jws)
  if (isSecured(detected)) return credentialChecks(the)
  const findings = jws === null ? [nothingToVerify(detected)] : jwt(jws)
  return decided(given.policy, [...findings, issuerKnown(the)])
}

/** @returns the case of an Open Badge before 3.0 or a CLR 1.0, which are verified another way. */
function olderOf(
  { detected, content }: Opened,
  given: Given,
  address: string | null,
): OlderCase | null {
  if (content.as === 'nothing' || !isOlder(detected)) return null
  const jws = content.as === 'jws' ? content.jws : null
  return openOlder(openCase(content.document, { detected, ...given }), jws, address)
}

/** Whether it is a credential of the W3C data model, in JSON or in a JWT. */
function isSecured(detected: Detected): boolean {
  const kinds = ['credential', 'badge', 'endorsement', 'clr', 'status-list']
  return kinds.includes(detected.kind) && !isOlder(detected)
}

async function credentialChecks(the: Case): Promise<readonly Check[]> {
  const proofs = await proofChecks(the)
  const leftOut = leftOutOf(proofs)
  return [
    ...decided(the.policy, [
      type(the),
      context(the),
      await definedTerms(the),
      await ownNames(the),
      dataModel(the),
      ...subjectIdentified(the),
    ]),
    ...proofs,
    ...decided(the.policy, [
      issuerKnown(the),
      ...validFrom(the),
      ...validUntil(the, leftOut.isPartial),
      ...(await status(the, leftOut)),
      ...credentialSchema(the),
    ]),
  ]
}

function decided(policy: Policy, findings: readonly Finding[]): readonly Check[] {
  return findings.map(finding => ({ ...finding, needed: isNeeded(policy, finding.id) }))
}

async function partReports(
  parts: readonly Part[],
  given: Given,
  depth: number,
): Promise<{ readonly reports: readonly Report[]; readonly findings: readonly Finding[] }> {
  const reports: Report[] = []
  const isTooDeep = depth >= partsDepthMax
  for (const part of parts) {
    const { about, opened, endorsedId } = part
    if (given.effort.partsLeft === 0 || isTooDeep) {
      // One stands for all that are not looked at: whoever reads the report sees that something is not known.
      const facts = { reason: 'not looked at', partsMax, partsDepthMax }
      reports.push(unreadReport(about, given, 'NOT_CHECKED_BY_THIS_VERSION', facts))
      return { reports, findings: [partsLeftOut(about, isTooDeep)] }
    }
    given.effort.partsLeft -= 1
    const { content, detected } = opened
    const endorsed = part.endorsedIds ?? (endorsedId === null ? [] : [endorsedId])
    const isEndorsement =
      (about.includes('/endorsement') || part.endorsedIds !== undefined) && content.as !== 'nothing'
    const extra = isEndorsement
      ? [endorses(openCase(content.document, { detected, ...given }), endorsed)]
      : []
    reports.push(await verifyOpened(opened, about, given, extra, depth + 1))
  }
  return { reports, findings: [] }
}
