import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Erasure } from '../../core/erasure/record.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import type { Needs } from '../erasure/erasing.ts'
import { ledgerIn } from '../erasure/ledger.ts'
import { uploadsIn } from '../evidence/uploads.ts'
import { bodyOn } from './claim.ts'
import type { TrialDevice } from './device.ts'
import { joined } from './device.ts'
import type { TrialDistrict } from './district.ts'
import { trialDistrict } from './district.ts'
import { entered } from './entered.ts'

/** A district with an administrator and two officers, and one person after the other whose record is to be erased. */
export interface ErasureTrial {
  readonly district: TrialDistrict
  readonly desmond: TrialDevice
  readonly ruth: TrialDevice
  readonly noor: TrialDevice
  /** Whom it is about at present, and their computer. */
  readonly lea: string
  readonly laptop: TrialDevice
  /** Another person with a goal and a file, whom the next lines are about. */
  begun(): Promise<void>
  added(id: string, roles: readonly string[]): Promise<string>
  /** Until the district has counted what would go. */
  counted(): Promise<true>
  /** Counted, asked for by one and agreed to by another. */
  agreed(): Promise<void>
  stored(id?: string): Promise<Erasure | undefined>
  isErased(id?: string): Promise<boolean>
  goalsOf(id?: string): Promise<readonly unknown[]>
  /** What erasing needs, as the program has it; a database of its operator's copies is none of it here. */
  needs(): Needs
  close(): Promise<void>
}

/** Opens such a district, with nobody yet. */
export async function erasureTrial(): Promise<ErasureTrial> {
  const district = await trialDistrict()
  const desmond = await joined(district, 'desmond')
  const ruth = await joined(district, 'ruth')
  await entered(district, 'noor', { roles: ['officer'] })
  const noor = await joined(district, 'noor')
  let lea = ''
  let laptop = desmond

  const seen = () => district.program().house.store.seen()
  const added = async (id: string, roles: readonly string[]) => {
    await desmond.act('person.add', { id, person: { name: `Zyrvana ${id}`, place: '', roles } })
    return id
  }
  const counted = () =>
    desmond.until(() => (bodyOn(desmond, ErasureRecord, lea)?.plan ? true : undefined))
  const stored = async (id = lea) => (await seen().get(ErasureRecord, id))?.rec.body
  return {
    ...{ district, desmond, ruth, noor, added, counted, stored },
    get lea() {
      return lea
    },
    get laptop() {
      return laptop
    },
    async begun() {
      lea = await added(randomUUID(), ['educator'])
      laptop = await joined(district, lea)
      await laptop.act('goal.add', { layer: 'personal', title: 'Zyrvana waits longer' })
      await laptop.upload(Buffer.from(`Zyrvana film of ${lea}`))
    },
    async agreed() {
      await desmond.act('erasure.begin', { person: lea, ground: 'wish' })
      await counted()
      await desmond.act('erasure.ask', { person: lea })
      await ruth.act('erasure.agree', { person: lea })
    },
    isErased: async id => (await stored(id))?.state === 'erased',
    goalsOf: (id = lea) => seen().list(GoalRecord, { where: { owner: id }, limit: 10 }),
    needs() {
      const { house } = district.program()
      return {
        ...house,
        databases: { backUp: () => Promise.resolve([]) },
        uploads: uploadsIn(join(district.dataFolder, 'uploads'), house),
        ledger: ledgerIn(district.dataFolder, house.secrets.trust),
      }
    },
    close: () => district.close(),
  }
}
