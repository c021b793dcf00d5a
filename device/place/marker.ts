import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Marks a folder as open. Returns when something was last kept (epoch ms) if the program before this one ended
 * without closing, and how to take the mark away.
 */
export function markOpen(
  folder: string,
  database: string,
): { readonly closedUnexpectedlyAt: number | undefined; close(): void } {
  const path = join(folder, 'open')
  const closedUnexpectedlyAt = existsSync(path) ? lastKept(database) : undefined
  writeFileSync(path, '')
  return { closedUnexpectedlyAt, close: () => rmSync(path, { force: true }) }
}

function lastKept(database: string): number | undefined {
  const times = [database, `${database}-wal`].flatMap(path =>
    existsSync(path) ? [statSync(path).mtimeMs] : [],
  )
  return times.length === 0 ? undefined : Math.round(Math.max(...times))
}
