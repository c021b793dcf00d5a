import { int, intMaybe, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Blob } from './blobs.ts'

/** Instead of a time since when nothing names it: its owner has deleted the piece that did. */
const letGo = 0

/** The next owner of files in order of names, after one; `undefined`: there is none. */
export function* ownerAfter(owner: string): Steps<string | undefined> {
  const [row] = yield* query('select owner from blob where owner > ? order by owner limit 1', owner)
  return row && text(row, 'owner')
}

/** What one owner keeps: how many bytes, in how many files. */
export function* keptBy(owner: string): Steps<{ readonly bytes: number; readonly files: number }> {
  // As text: one engine adds whole numbers up to something that is none.
  const [row] = yield* query(
    `select count(*) as files, cast(coalesce(sum(size_bytes), 0) as text) as bytes from blob
     where owner = ?`,
    owner,
  )
  if (row === undefined) throw new Error('a count has a row')
  return { bytes: Number(text(row, 'bytes')), files: int(row, 'files') }
}

/**
 * Marks an owner's files that nothing names, takes the mark from those that are named again, and forgets that the owner
 * keeps what stayed unnamed for so long. Returns what was forgotten; others may keep the same bytes.
 */
export function* sweepUnused(
  owner: string,
  named: ReadonlySet<string>,
  nowMs: number,
  unusedMs: number,
): Steps<Blob[]> {
  const rows = yield* query(
    `select b.sha as sha, b.size_bytes as size, b.media_type as media, b.verified_at as verified,
       u.since as since from blob b
     left join blob_unused u on u.sha = b.sha and u.owner = b.owner where b.owner = ? order by b.sha`,
    owner,
  )
  const forgotten: Blob[] = []
  for (const row of rows) {
    const sha = text(row, 'sha')
    const since = intMaybe(row, 'since')
    // That of a piece that was deleted is let go of by itself, mark and all.
    if (since === letGo) continue
    if (named.has(sha)) {
      if (since !== undefined) yield* unmark(sha, owner)
    } else if (since === undefined || since > nowMs) {
      // A clock that was put back begins the time anew.
      yield* query(
        `insert into blob_unused (sha, owner, since) values (?, ?, ?)
         on conflict (sha, owner) do update set since = excluded.since`,
        sha,
        owner,
        nowMs,
      )
    } else if (nowMs - since >= unusedMs) {
      yield* unmark(sha, owner)
      yield* query('delete from blob where sha = ? and owner = ?', sha, owner)
      forgotten.push({
        sha,
        owner,
        sizeBytes: int(row, 'size'),
        mediaType: text(row, 'media'),
        verifiedAt: int(row, 'verified'),
      })
    }
  }
  return forgotten
}

/** Marks a file whose piece its owner has deleted. */
export function* markLetGo(sha: string, owner: string): Steps<void> {
  yield* query(
    `insert into blob_unused (sha, owner, since) values (?, ?, ?)
     on conflict (sha, owner) do update set since = excluded.since`,
    sha,
    owner,
    letGo,
  )
}

/** SHA-256 of the files that an owner is to let go of. */
export function* letGoOf(owner: string): Steps<readonly string[]> {
  const rows = yield* query(
    'select sha from blob_unused where owner = ? and since = ? order by sha',
    owner,
    letGo,
  )
  return rows.map(row => text(row, 'sha'))
}

/** An owner keeps a file no more; its mark stays. */
export function* dropBlob(sha: string, owner: string): Steps<void> {
  yield* query('delete from blob where sha = ? and owner = ?', sha, owner)
}

/** Takes the mark from a file. */
export function* unmark(sha: string, owner: string): Steps<void> {
  yield* query('delete from blob_unused where sha = ? and owner = ?', sha, owner)
}
