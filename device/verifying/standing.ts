import { createHash } from 'node:crypto'
import type { Verified } from '../../contract/device/door.ts'
import type { Standing } from '../../contract/device/verifying.ts'
import type { Cause, MarkName } from '../../core/badge/cause.ts'
import { inPart, markNames, nobody } from '../../core/badge/cause.ts'

/** In this order they are listed; the place is part of what is stored. */
export const standings = [
  'fails',
  'unknown',
  'unread',
  'apart',
  'holds',
] as const satisfies readonly Standing[]

/** What counts as a badge, or is full of them; any other credential is listed apart. */
const badgeKinds: readonly string[] = ['badge', 'clr']

/** Where an input stands. A mark that doesn't hold is enough, then one that isn't known; what is no badge never holds. */
export function standingOf(verified: Verified): Standing {
  const { kind, overall, marks } = verified
  const outcomes = markNames.map(name => marks[name].outcome)
  if (kind === 'none') return overall === 'indeterminate' ? 'unknown' : 'unread'
  if (!badgeKinds.includes(kind)) return 'apart'
  if (overall === 'not-verified' || outcomes.includes('fail')) return 'fails'
  if (overall === 'indeterminate' || outcomes.includes('unknown')) return 'unknown'
  return 'holds'
}

/** Whose an input is, as far as that decides about it. */
export interface About {
  /** Id of the issuer as the badge states it. */
  readonly issuer: string | undefined
  /** For an address: what kept it from being fetched, and its host. */
  readonly notFetched: { readonly why: string; readonly host: string } | undefined
}

/** In this order one looks at what isn't known. Who it is comes first: anybody can write a known name into a badge. */
const unknownFirst: readonly MarkName[] = ['trust', 'signature', 'status', 'dates']

/** The marks that decide where an input stands, what one looks at first before the rest; none where no mark did. */
export function decidingOf(verified: Verified, standing: Standing): readonly MarkName[] {
  const { marks, kind } = verified
  if (standing === 'fails') return markNames.filter(name => marks[name].outcome === 'fail')
  if (standing === 'unread') return ['signature']
  if (standing !== 'unknown') return []
  // Nothing was read: that is the one reason, and the other answers only follow from it.
  if (kind === 'none') return ['signature']
  return unknownFirst.filter(
    name => marks[name].outcome === 'unknown' && !(name === 'trust' && followsFrom(marks)),
  )
}

/** Why a signature can't be looked at by this version at all: no key that comes later changes that. */
const beyondThisVersion: readonly string[] = [
  'UNSUPPORTED_DID_METHOD',
  'UNSUPPORTED_SUITE',
  'NOT_CHECKED_BY_THIS_VERSION',
]

/** Whether that the issuer is unknown only follows from what is said of the signature. */
const followsFrom = ({ signature, trust }: Verified['marks']): boolean =>
  trust.code === 'ISSUER_NOT_PROVEN' ||
  (trust.code === 'KEY_NOT_AVAILABLE' && beyondThisVersion.includes(signature.code))

/** What a person may decide about, first what they look at first; something that fails has one cause. */
export function causesOf(verified: Verified, standing: Standing, about: About): readonly Cause[] {
  if (standing !== 'fails' && standing !== 'unknown') return []
  const { issuer, notFetched } = about
  const deciding = decidingOf(verified, standing)
  const names = standing === 'fails' ? deciding.slice(0, 1) : deciding
  // Where no mark says why, the whole is still something to look at.
  return (names.length === 0 ? (['signature'] as const) : names).map(mark => {
    const { code, part } = verified.marks[mark]
    const why = notFetched === undefined ? code : codeOf(notFetched.why)
    const whose = notFetched === undefined ? issuer : notFetched.host
    return {
      standing,
      mark,
      code: part === undefined ? why : inPart(why),
      issuer: whose === undefined || whose === '' ? nobody : whose.slice(0, 2_000),
    }
  })
}

/** What kept an address from being fetched, as a code: `HTTP 503` has a blank in it. */
const codeOf = (why: string): string => why.replaceAll(' ', '_')

/** The group of an input: one for each set of causes, one for all that holds. */
export function groupId(verified: Verified, standing: Standing, causes: readonly Cause[]): string {
  const place = standings.indexOf(standing)
  if (standing === 'holds') return `${place}`
  const rest = standing === 'apart' ? verified.kind : verified.marks.signature.code
  const about = causes.length === 0 ? [rest] : [causes, verified.isIssuerKnown]
  const hash = createHash('sha256').update(JSON.stringify(about))
  return `${place}.${hash.digest('hex').slice(0, 24)}`
}

/** The place that a group's id begins with; `undefined` for an id that is none. */
export function placeOfGroup(id: string): number | undefined {
  const place = /^([0-4])(\.[0-9a-f]{24})?$/.exec(id)?.[1]
  return place === undefined ? undefined : Number(place)
}
