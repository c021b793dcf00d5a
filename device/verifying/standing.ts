import { createHash } from 'node:crypto'
import type { Verified } from '../../contract/device/door.ts'
import type { Standing } from '../../contract/device/verifying.ts'
import type { Cause, MarkName } from '../../core/badge/cause.ts'
import { markNames } from '../../core/badge/cause.ts'

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

/** What decided: a mark, or a check that belongs to none. */
export interface Deciding {
  readonly mark: MarkName | undefined
  readonly code: string
}

/** What decided where an input stands; where it holds nothing did. */
export function decidingOf(verified: Verified, standing: Standing): Deciding {
  if (standing === 'apart') return { mark: undefined, code: verified.kind }
  if (standing === 'holds') return { mark: undefined, code: '' }
  for (const outcome of ['fail', 'unknown'] as const) {
    const mark = markNames.find(name => verified.marks[name].outcome === outcome)
    if (mark !== undefined) return { mark, code: verified.marks[mark].code }
    const check = verified.checks.find(one => one.needed && one.outcome === outcome)
    if (check !== undefined) return { mark: undefined, code: check.code ?? outcome.toUpperCase() }
  }
  return { mark: undefined, code: '' }
}

/** The cause a person may decide about; `undefined` where there is none, or nobody it could be about. */
export function causeOf(
  standing: Standing,
  { mark, code }: Deciding,
  issuer: string | undefined,
): Cause | undefined {
  if (standing !== 'fails' && standing !== 'unknown') return undefined
  if (mark === undefined || code === '' || issuer === undefined || issuer === '') return undefined
  return { standing, mark, code, issuer: issuer.slice(0, 2_000) }
}

/** The group of an input: one for each cause and issuer, one for all that holds. */
export function groupId(
  standing: Standing,
  { mark, code }: Deciding,
  issuer: string | undefined,
): string {
  const place = standings.indexOf(standing)
  if (standing === 'holds') return `${place}`
  const about = standing === 'apart' || standing === 'unread' ? '' : (issuer ?? '')
  const hash = createHash('sha256').update(JSON.stringify([mark ?? '', code, about]))
  return `${place}.${hash.digest('hex').slice(0, 24)}`
}

/** The place that a group's id begins with; `undefined` for an id that is none. */
export function placeOfGroup(id: string): number | undefined {
  const place = /^([0-4])(\.[0-9a-f]{24})?$/.exec(id)?.[1]
  return place === undefined ? undefined : Number(place)
}
