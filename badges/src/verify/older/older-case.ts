import type { Jws } from '../../detect/jws.ts'
import { textOf, textsOf, valueAt, type JsonObject, type JsonValue } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { documentAt, type DocumentAt } from './document-at.ts'
import { linked, nothingLinked, type Linked } from './linked.ts'
import { webAddress } from './web-address.ts'

/** Forms of a date: ISO 8601 with a zone in 2.0; also a day alone and Unix seconds before. */
export type DateForm = '1.x' | '2.0'

/** An Open Badge before 3.0 under examination, with what it points to. */
export interface OlderCase {
  readonly the: Case
  readonly jws: Jws | null
  /** The badge as it was handed in. */
  readonly copy: JsonObject
  /** The badge that counts: for a hosted one what is at its address, where that is at hand. */
  readonly assertion: JsonObject
  readonly dateForm: DateForm
  readonly securing: 'hosted' | 'signed'
  /** Where the badge is hosted, as written; null for a signed one. */
  readonly address: string | null
  readonly hosted: DocumentAt | null
  /** Whether its issuer has taken it back at its own address, or the copy says so itself. */
  readonly isRevoked: boolean
  readonly badge: Linked
  readonly issuer: Linked
  /**
   * The issuer's profile, where it is known to be the issuer's own word: from the issuer's address,
   * or from a document on the same origin.
   */
  readonly profile: JsonObject | null
}

/**
 * @param from the address the badge was found at, where the input was only an address: the one place
 * a 0.5 badge is known to live at.
 */
export function openOlder(the: Case, jws: Jws | null, from: string | null): OlderCase {
  const copy = the.document
  const securing = jws !== null || isSigned(copy) ? 'signed' : 'hosted'
  const address = securing === 'signed' ? null : (addressOf(copy, the.detected.version) ?? from)
  const hosted = hostedAt(the, address)
  const isTakenBack = hosted !== null && (hosted.isGone || saysRevoked(hosted.document))
  const assertion = isTakenBack ? copy : (hosted?.document ?? copy)
  const badge = the.detected.kind === 'badge' ? linked(the, badgeOf(assertion)) : nothingLinked
  const issuer = issuerOf(the, assertion, badge)
  const container = badge.found?.document ? badge.url : hosted?.document ? address : null
  const isSameOrigin =
    issuer.url !== null && webAddress(container)?.origin === webAddress(issuer.url)?.origin
  return {
    the,
    jws,
    copy,
    assertion,
    dateForm: Number(the.detected.version) < 2 ? '1.x' : '2.0',
    securing,
    address,
    hosted,
    isRevoked: isTakenBack || saysRevoked(copy),
    badge,
    issuer,
    profile: profileOf(the, issuer, isSameOrigin),
  }
}

/** @returns `verification`, or `verify` as 1.x calls it. */
export function verificationOf(document: JsonObject): JsonValue | undefined {
  return valueAt(document, 'verification') ?? valueAt(document, 'verify')
}

/** @returns whether a badge says that it is signed (OB 2.0 #SignedBadge). */
export function isSigned(document: JsonObject): boolean {
  return textsOf(valueAt(verificationOf(document), 'type')).some(type =>
    /^signed(badge)?$/i.test(type),
  )
}

/** What a thing of each kind has; a page that says "log in" or "try again" has none of it. */
const marks: Readonly<Record<string, readonly string[]>> = {
  badge: ['badge', 'achievement', 'uid', 'recipient'],
  endorsement: ['claim'],
  clr: ['publisher', 'learner', 'assertions'],
}

/** What is at the badge's address; anything that is no badge there says nothing about this one. */
function hostedAt(the: Case, address: string | null): DocumentAt | null {
  const hosted = address === null || webAddress(address) === null ? null : documentAt(the, address)
  if (hosted === null || hosted.document === null || saysRevoked(hosted.document)) return hosted
  const { document } = hosted
  if (marks[the.detected.kind]?.some(key => valueAt(document, key) !== undefined)) return hosted
  return { ...hosted, document: null, refusal: { code: 'NOT_A_BADGE', facts: {} } }
}

/** A badge holds its class as `badge`; an assertion of a CLR 1.0 as `achievement`. */
function badgeOf(assertion: JsonObject): JsonValue | undefined {
  return valueAt(assertion, 'badge') ?? valueAt(assertion, 'achievement')
}

function issuerOf(the: Case, assertion: JsonObject, badge: Linked): Linked {
  if (the.detected.kind === 'clr') return linked(the, valueAt(assertion, 'publisher'))
  if (the.detected.kind === 'endorsement') return linked(the, valueAt(assertion, 'issuer'))
  const issuer = linked(the, valueAt(badge.document ?? undefined, 'issuer'))
  // In 0.5 an issuer has an origin and no document.
  const origin = textOf(valueAt(issuer.embedded ?? undefined, 'origin'))
  const isOrigin = the.detected.version === '0.5' && webAddress(origin) !== null
  return isOrigin ? { ...issuer, id: origin, url: origin } : issuer
}

function profileOf(the: Case, issuer: Linked, isSameOrigin: boolean): JsonObject | null {
  // An origin is all there is of an issuer in 0.5: it can make no rules, and needs no proof.
  if (the.detected.version === '0.5') return issuer.url === null ? null : {}
  if (issuer.found?.isGone === true) return null
  return issuer.found?.document ?? (isSameOrigin ? issuer.embedded : null)
}

/** 1.x: `verify.url`, where it has one; else the `id`. */
function addressOf(document: JsonObject, version: string | null): string | null {
  const url = textOf(valueAt(verificationOf(document), 'url'))
  return (Number(version) < 2 ? url : null) ?? textOf(valueAt(document, 'id'))
}

function saysRevoked(document: JsonObject | null): boolean {
  const revoked = document === null ? undefined : valueAt(document, 'revoked')
  return revoked === true || revoked === 'true'
}
