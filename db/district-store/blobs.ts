import { int, text } from '../sql/row.ts'
import type { SqlRow, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Bytes that arrived whole: their SHA-256 (hex) was counted here. Known per owner, so that asking tells nothing of others' files. */
export interface Blob {
  readonly sha: string
  readonly owner: string
  readonly sizeBytes: number
  readonly mediaType: string
  /** Epoch ms. */
  readonly verifiedAt: number
}

/** Notes bytes as here and verified; the same bytes again change nothing. */
export function* noteBlob(blob: Blob): Steps<void> {
  yield* query(
    `insert into blob (sha, owner, size_bytes, media_type, verified_at) values (?, ?, ?, ?, ?)
     on conflict do nothing`,
    blob.sha,
    blob.owner,
    blob.sizeBytes,
    blob.mediaType,
    blob.verifiedAt,
  )
}

/** Everyone's note of these bytes. */
export function* blobsWith(sha: string): Steps<readonly Blob[]> {
  const rows = yield* query('select * from blob where sha = ? order by owner', sha)
  return rows.map(blobOf)
}

/** How many bytes an owner keeps here. */
export function* bytesOf(owner: string): Steps<number> {
  const sql = 'select size_bytes from blob where owner = ?'
  const rows = yield* query(sql, owner)
  return rows.reduce((sum, row) => sum + int(row, 'size_bytes'), 0)
}

function blobOf(row: SqlRow): Blob {
  return {
    sha: text(row, 'sha'),
    owner: text(row, 'owner'),
    sizeBytes: int(row, 'size_bytes'),
    mediaType: text(row, 'media_type'),
    verifiedAt: int(row, 'verified_at'),
  }
}
