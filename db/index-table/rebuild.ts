import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import type { Kinds } from '../records/kinds.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { createBare, createWays, indexVersion } from './index-table.ts'

/**
 * Makes anew the index tables whose shape, or whose program's `build`, is not the stored one; `fill` brings
 * their rows, into an empty table in which nothing can be found yet.
 */
export function* rebuildIndexes(
  kinds: Kinds,
  build: string,
  dialect: Dialect,
  fill: (type: AnyRecordType) => Steps<void>,
): Steps<void> {
  for (const type of kinds.values()) {
    const version = indexVersion(type, build)
    if ((yield* metaOf(`index:${type.kind}`)) === version) continue
    yield* createBare(type, dialect)
    yield* fill(type)
    yield* createWays(type)
    yield* setMeta(`index:${type.kind}`, version)
  }
}
