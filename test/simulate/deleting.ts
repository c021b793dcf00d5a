import { EvidenceRecord } from '../../core/evidence/record.ts'
import { keep } from './educator.ts'
import { give } from './give.ts'
import { comeToRest } from './rest.ts'
import type { World } from './world.ts'

// What has to happen for a mistake about deleted evidence to be seen (`directed.ts`).

/** A piece whose file is in the district is thrown away, and deleted for good. */
export async function keptAndDeleted(world: World): Promise<void> {
  const [own] = world.devices
  const evidence = own && (await keep(world, own, 'nobody'))
  if (own === undefined || evidence === undefined) return
  await comeToRest(world)
  await give(world, own, 'evidence.trash', { evidence, on: true })
  await give(world, own, 'evidence.delete', { evidence, claims: [] })
}

/** Of two pieces of the same bytes, which are on no other disk, one is deleted for good. */
export async function oneOfTwoDeleted(world: World): Promise<void> {
  const [own] = world.devices
  // Until it is said who is shown a file stays on its computer.
  const evidence = own && (await keep(world, own, 'unsure'))
  if (own === undefined || evidence === undefined) return
  const file = (await own.place.store.seen.get(EvidenceRecord, evidence))?.rec.body.file
  const said = { title: 'The same', note: '', happenedOn: '2026-11-24', shown: 'unsure' }
  const second = await give(world, own, 'evidence.keep', { kind: 'file', file, ...said })
  const other = second?.made['evidence']
  if (file !== undefined && other !== undefined) world.ledger.files.set(other, file.sha256)
  await give(world, own, 'evidence.trash', { evidence, on: true })
  await give(world, own, 'evidence.delete', { evidence, claims: [] })
}
