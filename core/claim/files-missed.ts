import type { Attempt } from './record.ts'

/** SHA-256 (hex) of the files of an attempt that the district's check could not read, each once. */
export function filesMissed({ findings = [], items }: Pick<Attempt, 'findings' | 'items'>) {
  const missed = findings.filter(({ code }) => code === 'file_not_here')
  const files = items
    .filter(item => missed.some(one => one.evidence === item.evidence && one.slot === item.slot))
    .flatMap(({ file }) => file?.sha256 ?? [])
  return [...new Set(files)]
}
