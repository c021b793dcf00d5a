import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { createIndex, indexRecord, indexVersion } from './index-table.ts'

/**
 * Makes anew the index tables whose shape, or whose program's `build`, is not the stored one.
 * Returns the kinds that were made anew.
 */
export function* rebuildIndexes(
  kinds: Kinds,
  build: string,
  dialect: Dialect,
  recordsOf: (type: AnyRecordType) => Steps<Iterable<StoredRec>>,
): Steps<readonly string[]> {
  const made: string[] = []
  for (const type of kinds.values()) {
    const version = indexVersion(type, build)
    if ((yield* metaOf(`index:${type.kind}`)) === version) continue
    yield* createIndex(type, dialect)
    for (const rec of yield* recordsOf(type)) yield* indexRecord(type, rec.id, rec)
    yield* setMeta(`index:${type.kind}`, version)
    made.push(type.kind)
  }
  return made
}
