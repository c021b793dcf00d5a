import type { AnyRecordType, Cell } from '../../core/kit/record-type.ts'
import { indexTable } from '../index-table/index-table.ts'
import { int, text } from '../sql/row.ts'
import type { SqlRow, Steps, Value } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Which files are asked for. */
export interface UnsentAsk {
  /** The column that holds SHA-256 sums. */
  readonly sha: string
  readonly where: Readonly<Record<string, Exclude<Cell, null>>>
  readonly not: Readonly<Record<string, Exclude<Cell, null>>>
  /** The column of their order. */
  readonly order: string
  /** A file that has gone has the own value '1' under this and its sum (`DeviceStore.setMeta`). */
  readonly mark: string
}

/** A file that lies here and is to go. */
export interface Unsent {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
}

/**
 * Those files that are on this computer, belong to records that fit, and have not gone yet; each once, in
 * order. Reads no record. Throws for an unknown column.
 */
export function* unsentIn(type: AnyRecordType, ask: UnsentAsk): Steps<readonly Unsent[]> {
  const column = (name: string): string => {
    if (!(name in type.columns)) throw new Error(`${type.kind} has no column ${name}`)
    return `b."${name}"`
  }
  const sha = column(ask.sha)
  const is = Object.keys(ask.where).map(name => `and ${column(name)} = ?`)
  const isNot = Object.keys(ask.not).map(name => `and ${column(name)} <> ?`)
  const values: Value[] = [...Object.values(ask.where), ...Object.values(ask.not)]
  const rows = yield* query(
    `select f.sha as sha, min(f.size_bytes) as size, min(f.media_type) as media
     from blob f cross join ${indexTable(type.kind)} b on ${sha} = f.sha
     where not exists (select 1 from meta m where m.name = ? || f.sha and m.value = '1')
       ${is.join(' ')} ${isNot.join(' ')}
     group by f.sha order by min(${column(ask.order)})`,
    `own:${ask.mark}`,
    ...values,
  )
  return rows.map(unsentOf)
}

/** A row with `sha`, `size` and `media`. */
export const unsentOf = (row: SqlRow): Unsent => ({
  sha256: text(row, 'sha'),
  sizeBytes: int(row, 'size'),
  mediaType: text(row, 'media'),
})
