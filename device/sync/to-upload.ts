import type { Claim, ClaimState } from '../../core/claim/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { RecordRow } from '../../db/query.ts'
import { all } from '../../db/query.ts'
import { sentMark } from './sent-mark.ts'

/** A file as it goes to the district. */
export interface ToUpload {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
}

/**
 * Claims of which the district may lack a file. Later states are the district's word, which it gives with the files in
 * hand; what was taken back again goes too, since the sending before it waits for its files.
 */
const lacking: readonly ClaimState[] = ['submitted', 'incomplete', 'withdrawn']

/** The claims of this person whose files may have to go. */
export function claimsLacking(store: DeviceStore): Promise<readonly RecordRow<Claim>[]> {
  const owner = store.standing().actor.person
  return all(store, ClaimRecord, { where: { state: { in: lacking }, owner } })
}

/**
 * Files that go to the district: those of which it is said who is shown, those that a claim has handed over, and those for
 * which a sending waits there that does not look done here, whatever became of their piece since. What nobody has looked at
 * yet stays on this computer, and so do the files of a claim that is held. At the first look after a start the district is
 * asked anew about the files of a claim that is still on its way: it may have lost one.
 */
export function filesToUpload(
  store: DeviceStore,
  claims: readonly RecordRow<Claim>[],
  claimsHeld: ReadonlySet<string>,
  isFirstLook = false,
): readonly ToUpload[] {
  const files = new Map<string, ToUpload>()
  const mark = sentMark(store)
  const add = (file: ToUpload | undefined) => {
    if (file !== undefined) files.set(file.sha256, file)
  }
  for (const { id, body } of claims) {
    if (claimsHeld.has(id)) continue
    const isAsked = isFirstLook && body.state === 'submitted'
    for (const { file } of body.attempts.flatMap(attempt => attempt.items))
      if (file !== undefined && (isAsked || store.meta(mark + file.sha256) !== '1')) add(file)
  }
  const ofLibrary = store.unsent(EvidenceRecord, {
    sha: 'sha',
    where: { owner: store.standing().actor.person, trashed: 0 },
    not: { shown: 'unsure' },
    order: 'added',
    mark,
  })
  ofLibrary.forEach(add)
  for (const file of store.files.awaited()) if (store.meta(mark + file.sha256) !== '1') add(file)
  return [...files.values()]
}
