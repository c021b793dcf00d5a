import type { FileKey } from '../open/connect.ts'
import { connect } from '../open/connect.ts'
import type { Batches } from './batches.ts'
import { batchesIn } from './batches.ts'
import type { Inputs } from './inputs.ts'
import { inputsIn } from './inputs.ts'

/** What Verify keeps as it stood at one moment, however it goes on. Whoever opens it closes it. */
export interface Snapshot {
  readonly batches: Pick<Batches, 'get' | 'leftOut' | 'coming'>
  readonly inputs: Pick<
    Inputs,
    'one' | 'page' | 'packed' | 'notChecked' | 'groups' | 'knowledge' | 'addresses' | 'counts'
  >
  /** Twice is once. */
  close(): void
}

/** Holds the file of Verify as it is now (SQLite, WAL: a read transaction of its own). Throws what SQLite says. */
export function openSnapshot(path: string, key: FileKey | undefined): Snapshot {
  const db = connect(path, { fileMustExist: true }, key)
  try {
    db.pragma('query_only = on')
    db.exec('begin')
    const inputs = inputsIn(db)
    // A transaction sees what there is when it first reads.
    inputs.counts('')
    return {
      batches: batchesIn(db),
      inputs,
      close() {
        if (db.open) db.close()
      },
    }
  } catch (error) {
    db.close()
    throw error
  }
}
