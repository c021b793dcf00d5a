import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import { CompetencyRecord, FrameworkRecord } from '../../core/competency/record.ts'
import { EndorsementRecord } from '../../core/endorsement/record.ts'
import { HoldRecord } from '../../core/person/hold.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { JointActRecord } from '../../core/joint-act/record.ts'
import type { AnyRecordType, Rec, RecordType } from '../../core/kit/record-type.ts'
import { PasswordSetRecord } from '../../core/person/password-set.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { ActivityRecord, CheckInRecord, GoalRecord } from '../../core/plan/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { Seen } from '../../db/seen.ts'

/** How the records of one kind are found that may be of a person. */
type Find = (seen: Seen, person: string) => Promise<readonly Rec<unknown>[]>

const byOwner =
  (type: AnyRecordType): Find =>
  (seen, person) =>
    listed(seen, type, { where: { owner: person } })

const byId =
  (type: AnyRecordType): Find =>
  (seen, person) =>
    some(seen, type, [person])

/** Where the records of a person are, for each kind that has a rule of erasing (`core/erasure/rules.ts`). */
const finds: Readonly<Record<string, Find>> = {
  [PersonRecord.kind]: byId(PersonRecord),
  [PasswordSetRecord.kind]: byId(PasswordSetRecord),
  [CheckInRecord.kind]: byOwner(CheckInRecord),
  [ActivityRecord.kind]: byOwner(ActivityRecord),
  [GoalRecord.kind]: byOwner(GoalRecord),
  [EvidenceRecord.kind]: byOwner(EvidenceRecord),
  [CompetencyRecord.kind]: async (seen, person) => {
    const found: Rec<unknown>[] = []
    for (const { id } of await imported(seen, person))
      found.push(...(await listed(seen, CompetencyRecord, { where: { framework: id } })))
    return found
  },
  [FrameworkRecord.kind]: imported,
  [ReviewRecord.kind]: async (seen, person) => {
    const found: Rec<unknown>[] = []
    for (const id of await claimsOf(seen, person))
      found.push(...(await listed(seen, ReviewRecord, { where: { claim: id } })))
    return found
  },
  [DraftRecord.kind]: async (seen, person) => some(seen, DraftRecord, await claimsOf(seen, person)),
  [JointActRecord.kind]: async (seen, person) => {
    const badges = await listed(seen, BadgeRecord, { where: { owner: person } })
    const theirs = new Set(badges.map(({ id }) => id))
    const acts = theirs.size === 0 ? [] : await listed(seen, JointActRecord, {})
    return acts.filter(({ body }) => body.badges.some(badge => theirs.has(badge)))
  },
  [EndorsementRecord.kind]: async (seen, person) => {
    const found: Rec<unknown>[] = []
    for (const { id } of await listed(seen, BadgeRecord, { where: { owner: person } }))
      found.push(...(await listed(seen, EndorsementRecord, { where: { subject: id } })))
    return found
  },
  [BadgeRecord.kind]: byOwner(BadgeRecord),
  [ClaimRecord.kind]: byOwner(ClaimRecord),
  [HoldRecord.kind]: byId(HoldRecord),
}

/** The records of a kind that may be of a person, all of them. Throws for a kind that nobody has said how to find. */
export function foundOf(
  seen: Seen,
  kind: string,
  person: string,
): Promise<readonly Rec<unknown>[]> {
  const find = finds[kind]
  if (find === undefined) throw new Error(`nothing finds the records of a person among ${kind}`)
  return find(seen, person)
}

async function imported(seen: Seen, person: string) {
  const frameworks = await listed(seen, FrameworkRecord, {})
  return frameworks.filter(({ body }) => body.importedBy === person)
}

/** Also those that are gone already, of which a badge still knows. */
async function claimsOf(seen: Seen, person: string): Promise<readonly string[]> {
  const claims = await listed(seen, ClaimRecord, { where: { owner: person } })
  const badges = await listed(seen, BadgeRecord, { where: { owner: person } })
  return [...new Set([...claims.map(({ id }) => id), ...badges.map(({ body }) => body.claim)])]
}

async function some<B>(
  seen: Seen,
  type: RecordType<B>,
  ids: readonly string[],
): Promise<readonly Rec<B>[]> {
  const found: Rec<B>[] = []
  for (const id of ids) {
    const one = (await seen.get(type, id))?.rec
    if (one !== undefined) found.push(one)
  }
  return found
}

/** All records of a list, however many. */
async function listed<B>(
  seen: Seen,
  type: RecordType<B>,
  ask: Pick<ListAsk, 'where'>,
): Promise<readonly Rec<B>[]> {
  const found: Rec<B>[] = []
  let after: ListAsk['after']
  do {
    const rows = await seen.list(type, {
      ...ask,
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    found.push(...rows.map(({ rec }) => rec))
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  return found
}
