import { eq, sql } from 'drizzle-orm'
import { build, built } from '../sql/built.ts'
import type { Steps } from '../sql/steps.ts'
import { text } from '../sql/row.ts'
import { query } from '../sql/steps.ts'
import { rowsOf } from '../sql/table-rows.ts'
import { blob as table } from './tables.ts'

/** Bytes that arrived whole: their SHA-256 (hex) was counted here. Known per owner, so that asking tells nothing of others' files. */
export interface Blob {
  readonly sha: string
  readonly owner: string
  readonly sizeBytes: number
  readonly mediaType: string
  /** Epoch ms. */
  readonly verifiedAt: number
}

const withSha = built(
  build
    .select()
    .from(table)
    .where(eq(table.sha, sql.placeholder('sha')))
    .orderBy(table.owner),
)
const ofOwner = built(
  build
    .select()
    .from(table)
    .where(eq(table.owner, sql.placeholder('owner')))
    .orderBy(table.sha),
)

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
  const rows = yield* rowsOf(table, withSha({ sha }))
  return rows.map(blobOf)
}

/** The files that an owner keeps. */
export function* blobsOf(owner: string): Steps<readonly Blob[]> {
  const rows = yield* rowsOf(table, ofOwner({ owner }))
  return rows.map(blobOf)
}

/** Forgets that an owner keeps a file, used or not. */
export function* forgetBlob(sha: string, owner: string): Steps<void> {
  yield* query('delete from blob_unused where sha = ? and owner = ?', sha, owner)
  yield* query('delete from blob where sha = ? and owner = ?', sha, owner)
}

/** SHA-256 of all bytes that are noted, in order. */
export function* namedShas(): Steps<readonly string[]> {
  const rows = yield* query('select distinct sha from blob order by sha')
  return rows.map(row => text(row, 'sha'))
}

function blobOf(row: typeof table.$inferSelect): Blob {
  return {
    sha: row.sha,
    owner: row.owner,
    sizeBytes: row.size_bytes,
    mediaType: row.media_type,
    verifiedAt: row.verified_at,
  }
}
