import type { DoorError, Mark, Verified } from '../../contract/device/door.ts'

/** What came of one input: the verifier's answer, or why the door took nothing. */
export type Found =
  | { readonly as: 'answer'; readonly verified: Verified }
  | { readonly as: 'refused'; readonly error: DoorError }

export interface Checked {
  /** Its number in this window, in the order it came. */
  readonly id: number
  readonly name: string
  readonly found: Found
}

export const verdicts = ['fails', 'unknown', 'unread', 'holds'] as const
export type Verdict = (typeof verdicts)[number]

/** In this order one asks: is it real, does it still stand, is it in time, do we know them. */
export const markNames = ['signature', 'status', 'dates', 'trust'] as const
export type MarkName = (typeof markNames)[number]

/**
 * One word for an answer. Four marks are never merged into one colour; this only says where it stands in the list: one
 * mark that doesn't hold is enough, then one that isn't known.
 */
export function verdictOf(found: Found): Verdict {
  if (found.as === 'refused' || found.verified.kind === 'none') return 'unread'
  const { verified } = found
  const outcomes = markNames.map(name => verified.marks[name].outcome)
  if (verified.overall === 'not-verified' || outcomes.includes('fail')) return 'fails'
  if (verified.overall === 'indeterminate' || outcomes.includes('unknown')) return 'unknown'
  return 'holds'
}

/** The mark that decides the verdict, with its reason; `undefined` where everything holds. */
export function causeOf(
  verified: Verified,
): { readonly mark: MarkName; readonly because: Mark } | undefined {
  for (const outcome of ['fail', 'unknown'] as const) {
    const mark = markNames.find(name => verified.marks[name].outcome === outcome)
    if (mark !== undefined) return { mark, because: verified.marks[mark] }
  }
  return undefined
}

/** How many of each, for the one sentence. */
export function tally(
  all: readonly Checked[],
): { readonly all: number } & Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) =>
    all.filter(checked => verdictOf(checked.found) === verdict).length
  return {
    all: all.length,
    holds: count('holds'),
    unknown: count('unknown'),
    fails: count('fails'),
    unread: count('unread'),
  }
}

export interface Group {
  readonly verdict: Verdict
  readonly lines: readonly Checked[]
}

/** What needs a look first, those with the same cause together; empty groups are left out. */
export function groupsOf(all: readonly Checked[]): readonly Group[] {
  return verdicts.flatMap(verdict => {
    const lines = all.filter(checked => verdictOf(checked.found) === verdict)
    return lines.length === 0 ? [] : [{ verdict, lines: lines.toSorted(byCause) }]
  })
}

function byCause(a: Checked, b: Checked): number {
  return causeCode(a).localeCompare(causeCode(b)) || a.id - b.id
}

function causeCode({ found }: Checked): string {
  if (found.as === 'refused') return found.error.code
  const cause = causeOf(found.verified)
  return cause === undefined ? '' : `${cause.mark} ${cause.because.code}`
}

/** The next one that needs a look after the one in sight, going round; `undefined` where none does. */
export function nextToLookAt(
  groups: readonly Group[],
  seen: number | undefined,
): number | undefined {
  const looked = groups.filter(group => group.verdict !== 'holds').flatMap(group => group.lines)
  const at = looked.findIndex(checked => checked.id === seen)
  return looked[(at + 1) % Math.max(1, looked.length)]?.id
}
