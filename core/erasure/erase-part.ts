import { z } from 'zod'
import type { Change } from '../kit/change.ts'
import { patch, remove } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import { InChargeRecord, inChargeAfter, inChargeChanges, inChargeId } from '../person/in-charge.ts'
import { PersonRecord } from '../person/record.ts'
import { erasureFault } from './fault.ts'
import { HoldRecord } from '../person/hold.ts'
import { ErasureRecord } from './record.ts'
import { mayCarryOutErasure } from './rights.ts'
import type { ErasureRule } from './rules.ts'
import { erasureRules, ruleOf } from './rules.ts'

/** The most records that are erased in one transaction. */
export const partRecordsMax = 100

const isErasable = (kind: string): boolean => ruleOf(kind) !== undefined

/**
 * The district erases some records of one kind, where two people agreed to it and its time has come. A record that is not
 * the person's stays as it is, whoever named it. A hold or a role that they were given a moment before stops it; once they
 * are in no directory it goes on to its end.
 */
export const erasePart = command({
  name: 'erasure.part',
  where: 'district',
  input: z.object({
    person: idInput,
    kind: z.string().refine(isErasable),
    ids: z.array(z.string()).max(partRecordsMax),
  }),
  needs: q =>
    q.first(i => ({
      erasure: must(ErasureRecord, i.person),
      records: each(ruleFor(i.kind).type, i.ids),
      person: may(PersonRecord, i.person),
      hold: may(HoldRecord, i.person),
      inCharge: may(InChargeRecord, inChargeId),
    })),
  right: actor => mayCarryOutErasure(actor),
  decide(s, i, { now }) {
    const { state, agreedBy, dueAt, isReplayed } = s.erasure.body
    if (state !== 'agreed' || agreedBy === undefined || dueAt === undefined || now < dueAt)
      return refuse('erasure_state', { state })
    const { person, hold } = s
    if (person !== undefined && isReplayed !== true) {
      const fault = erasureFault({ person, hold })
      if (fault !== undefined) return { refusal: fault }
    }
    const rule = ruleFor(i.kind)
    const theirs = s.records.filter(({ id, body }) => rule.isOf(id, body, i.person))
    // Who is in charge in an older copy that came back would be asked for a second yes for ever.
    const inCharge =
      i.kind === PersonRecord.kind
        ? inChargeChanges(s.inCharge, inChargeAfter(s.inCharge, i.person, { roles: [] }))
        : []
    return { changes: [...theirs.flatMap(rec => erased(rec, rule)), ...inCharge] }
  },
})

/** What erasing does to a record; nothing where it was done before. */
export function erased(rec: Rec<unknown>, rule: ErasureRule<unknown>): readonly Change[] {
  const rest = rule.rest(rec.body)
  if (rest === undefined) return [remove(rec)]
  const [before, after] = [fieldsOf(rec.body), fieldsOf(rest)]
  const names = new Set([...before.keys(), ...after.keys()])
  const differing = [...names].filter(
    name => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
  )
  if (differing.length === 0) return []
  return [patch(rec, Object.fromEntries(differing.map(name => [name, after.get(name)])))]
}

const fieldsOf = (body: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])

function ruleFor(kind: string): ErasureRule<unknown> {
  const rule = ruleOf(kind) ?? erasureRules[0]
  if (rule === undefined) throw new Error('there are no rules of erasing')
  return rule
}
