import { ClaimRecord } from '../../core/claim/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import type { Asker } from '../../db/query.ts'
import { all } from '../../db/query.ts'

const libraryRowsMax = 100_000

/**
 * Files that go to the district: those of which it is said who is shown, and those that a claim has handed over.
 * What nobody has looked at yet stays on this computer.
 */
export async function filesToUpload(
  asker: Asker,
  isSent: (sha256: string) => boolean,
): Promise<readonly EvidenceFile[]> {
  const files = new Map<string, EvidenceFile>()
  const add = (file: EvidenceFile | undefined) => {
    if (file !== undefined && !isSent(file.sha256)) files.set(file.sha256, file)
  }
  const mine = { owner: asker.person }
  const claims = await all(asker, ClaimRecord, { where: mine })
  for (const claim of claims)
    for (const attempt of claim.body.attempts) attempt.items.forEach(item => add(item.file))
  const library = await all(
    asker,
    EvidenceRecord,
    { where: { ...mine, trashed: 0 }, order: { by: 'added' } },
    libraryRowsMax,
  )
  for (const { body } of library) if (body.shown !== 'unsure') add(body.file)
  return [...files.values()]
}
