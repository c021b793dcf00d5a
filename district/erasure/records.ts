import { createHash } from 'node:crypto'
import { erased, partRecordsMax } from '../../core/erasure/erase-part.ts'
import { HoldRecord } from '../../core/person/hold.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import type { ErasureRule } from '../../core/erasure/rules.ts'
import { erasureRules } from '../../core/erasure/rules.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import { foundOf } from './found.ts'

/** The most rounds over all kinds: what still comes while it is erased is few, and then nothing. */
const roundsMax = 20

type Needs = Pick<House, 'store' | 'perform'>

/** Erases the records of a person as the rules say, a part at a time, until nothing is found; how many it were. */
export async function eraseRecords(house: Needs, person: string): Promise<number> {
  let all = 0
  for (let round = 0; round < roundsMax; round++) {
    let count = 0
    for (const rule of erasureRules) count += await eraseKind(house, person, rule)
    if (count === 0) return all
    all += count
  }
  throw new Error('more and more comes of a person who is being erased')
}

async function eraseKind(
  { store, perform }: Needs,
  person: string,
  rule: ErasureRule<unknown>,
): Promise<number> {
  const { kind } = rule.type
  const seen = store.seen()
  // What was looked at besides, as it was then.
  const on = [
    (await seen.get(ErasureRecord, person))?.rec.rev ?? 0,
    (await seen.get(HoldRecord, person))?.rec.rev ?? 0,
    (await seen.get(PersonRecord, person))?.rec.rev ?? 0,
  ].map(String)
  const found = (await foundOf(store.seen(), kind, person)).filter(
    rec => rule.isOf(rec.id, rec.body, person) && erased(rec, rule).length > 0,
  )
  for (let at = 0; at < found.length; at += partRecordsMax) {
    const part = found.slice(at, at + partRecordsMax)
    // The same records as they are now, once; what changes them meanwhile is another part, and so is one that a hold stopped.
    const name = [...on, ...part.map(({ id, rev }) => `${id}:${rev}`)].join('\n')
    const digest = createHash('sha256').update(name).digest('hex')
    const key = `district:erase:${person}:${kind}:${digest}`
    const input = { person, kind, ids: part.map(({ id }) => id) }
    const result = await perform('erasure.part', bodyOf(input), { key })
    if (result.status === 'refused') throw new Error(`not erased: ${result.refusal.code}`)
    if (result.status === 'wait') throw new Error('erasing waits')
  }
  return found.length
}
