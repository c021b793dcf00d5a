import { mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { Within } from '../../db/engine/store.ts'
import type { Program } from '../../district/program.ts'
import type { Mistake } from './mistake.ts'

/** Makes of the district's program one that makes the run's mistake, where no statement of its databases could. */
export function bendProgram(program: Program, mistake: Mistake | undefined): void {
  if (mistake === 'noHashCheck') believeFiles(program)
  if (mistake === 'notSeated') forgetMoves(program)
  if (mistake === 'checkedNow') checkNow(program)
  if (mistake === 'noTook') forgetTakings(program)
}

/** The mistake of a district that takes each file for what it is said to be. */
function believeFiles({ house: { blobs } }: Program): void {
  Object.assign(blobs, {
    async keep(unfinished: string, sha256: string) {
      mkdirSync(dirname(blobs.pathOf(sha256)), { recursive: true })
      renameSync(unfinished, blobs.pathOf(sha256))
      return Promise.resolve('kept')
    },
  })
}

/** The mistake of a district that lets a claim stay where its person worked before. */
function forgetMoves({ house }: Program): void {
  const { perform } = house
  const isForgotten = (name: string) => name === 'claim.seat'
  const forgetful: typeof perform = (name, input, call) =>
    isForgotten(name)
      ? Promise.resolve({ status: 'applied', at: house.clock() })
      : perform(name, input, call)
  Object.assign(house, { perform: forgetful })
}

/** The mistake of a district that dates the check of a claim by its clock, whenever that was sent. */
function checkNow({ house }: Program): void {
  const { perform } = house
  const dating: typeof perform = (name, input, { doneAt, ...own }) =>
    perform(name, input, {
      ...own,
      ...(name === 'claim.precheck' || doneAt === undefined ? {} : { doneAt }),
    })
  Object.assign(house, { perform: dating })
}

/**
 * The mistake of a district that does not look at who took a role from whom: also not within a transaction, of which its
 * database is told at the end alone.
 */
function forgetTakings({ house: { store } }: Program): void {
  const knowing = { ...store }
  const forgetful = (within: Within): Within => ({
    ...within,
    *read(ask) {
      const told = yield* within.read(ask)
      const known = told.records.get(inCharge)
      if (known === undefined) return told
      const body = Object.fromEntries(
        Object.entries(known.body).filter(([name]) => name !== 'took'),
      )
      return { ...told, records: new Map(told.records).set(inCharge, { ...known, body }) }
    },
  })
  const together: typeof store.together = works =>
    knowing.together(works.map(work => within => work(forgetful(within))))
  Object.assign(store, { together })
}

const inCharge = keyOf(InChargeRecord.kind, inChargeId)
