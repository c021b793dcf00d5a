import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../../core/claim/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Asker } from '../../db/query.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import { blobStoreIn } from '../evidence/blob-store.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { newDeviceKeyIn } from '../keys/device-key.ts'
import { keyFile } from '../keys/key-file.ts'
import { openRecords } from '../place/records.ts'
import { askerOf } from '../question/asker.ts'

/** A computer's records without a program around them, for tests of what is read from many. */
export interface Library {
  readonly store: DeviceStore
  readonly blobs: BlobStore
  readonly key: DeviceKey
  readonly asker: Asker
  readonly owner: string
}

/** Opens records in a folder. */
export function libraryIn(folder: string): Library {
  mkdirSync(join(folder, 'records'), { recursive: true })
  const records = openRecords(join(folder, 'records'), {
    clock: Date.now,
    holdMs: () => undefined,
    onDefect: error => {
      throw error
    },
  })
  if ('failed' in records) throw new Error(records.failed)
  const { store } = records
  const blobs = blobStoreIn(join(folder, 'blobs'))
  const key = newDeviceKeyIn(keyFile(join(folder, 'device.key')))
  const asker = askerOf({ store, blobs, key })
  return { store, blobs, key, asker, owner: store.standing().actor.person }
}

/** The SHA-256 (hex) of a text. */
export const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A piece of evidence of the owner's, a file of its own name. */
export function piece(owner: string, id: string, said: Partial<Evidence> = {}): Rec<Evidence> {
  const body: Evidence = {
    owner,
    kind: 'file',
    title: id,
    note: '',
    file: { sha256: shaOf(id), sizeBytes: 7, mediaType: 'application/pdf', name: `${id}.pdf` },
    addedAt: 1_700_000_000_000,
    happenedOn: '2026-11-25',
    shown: 'nobody',
    released: false,
    goals: {},
    competencies: {},
    ...said,
  }
  return { kind: 'evidence', id, v: 1, rev: 1, body, clocks: {} }
}

/** A claim of the owner's in a state, whose one attempt handed over these pieces. */
export function claimOf(
  owner: string,
  id: string,
  state: Claim['state'],
  pieces: readonly Rec<Evidence>[],
  findings?: Claim['attempts'][number]['findings'],
): Rec<Claim> {
  const items = pieces.map(({ id: evidence, body }) => {
    const { kind, title, note, file, happenedOn, shown, released } = body
    const item = { slot: 's', evidence, kind, title, note, happenedOn, shown, released }
    return file === undefined ? item : { ...item, file }
  })
  const body: Claim = {
    owner,
    microCredential: 'm',
    code: id,
    title: id,
    state,
    readers: [],
    startedAt: 1,
    changedAt: 1,
    attempts: [
      {
        n: 1,
        submittedAt: 1,
        manifest: '',
        manifestSha256: '',
        signed: { device: 'd', publicKey: '0'.repeat(64), signature: '0'.repeat(128) },
        answers: {},
        items,
        attestations: { ready: true, release: true, ownWork: true, aiUse: '' },
        note: '',
        precheckBy: '2026-11-26',
        answerBy: '2026-12-04',
        ...(findings === undefined ? {} : { findings }),
      },
    ],
  }
  return { kind: 'claim', id, v: 1, rev: 1, body, clocks: {} }
}
