import type { Batch, Within } from '../../db/engine/store.ts'
import type { Program } from '../../district/program.ts'

/**
 * Hears what each command of a transaction that several share makes of records, as it is gathered: the database is told only
 * what all of them made, at the end. What is heard may be undone.
 */
export function hearEach({ house: { store } }: Program, heard: (batch: Batch) => void): void {
  const unheard = { ...store }
  const hearing = (within: Within): Within => ({
    ...within,
    commit(batch) {
      heard(batch)
      return within.commit(batch)
    },
  })
  const together: typeof store.together = works =>
    unheard.together(works.map(work => within => work(hearing(within))))
  Object.assign(store, { together })
}
