import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const skipped = /^(node_modules|dist|\..*)$|\.test\.tsx?$/

/**
 * Whether something built is missing, or older than any of its sources (files, or folders with all that is in them).
 */
export function isStale(built: string, sources: readonly string[]): boolean {
  const builtAt = changedAt(built)
  return builtAt === undefined || sources.some(source => isNewer(source, builtAt))
}

function isNewer(path: string, than: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return false
  if (!stat.isDirectory()) return stat.mtimeMs > than
  return readdirSync(path).some(name => !skipped.test(name) && isNewer(join(path, name), than))
}

const changedAt = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs
