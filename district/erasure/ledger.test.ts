import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { erasureWaitMs } from '../../core/erasure/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { backUp } from '../backup/backup.ts'
import type { ErasureTrial } from '../trial/erasure.ts'
import { erasureTrial } from '../trial/erasure.ts'
import { isOnSqlite } from '../trial/trial-database.ts'
import { eraseDue } from './erasing.ts'
import { joinLedgers, ledgerName } from './ledger.ts'

/** Copies of files are not tried again on PostgreSQL: there its own tools make them. */
const onFiles: (name: string, run: () => Promise<void>) => void = isOnSqlite
  ? test
  : () => undefined

let trial: ErasureTrial
beforeAll(async () => {
  trial = await erasureTrial()
})
afterAll(() => trial.close())
beforeEach(() => trial.begun())

test('an older copy that comes back brings nobody back, and what computers send again neither', async () => {
  await trial.district.keepCopy()
  await trial.agreed()
  trial.district.move(erasureWaitMs)
  await eraseDue(trial.needs())
  await trial.district.bringBack()
  // Before anybody was let in.
  expect(await trial.stored()).toMatchObject({ state: 'erased', isReplayed: true })
  expect(await trial.goalsOf()).toEqual([])
  const { house } = trial.district.program()
  expect(await house.store.seen().get(PersonRecord, trial.lea)).toBeUndefined()
  await trial.desmond.pull()
  await expect(trial.added(trial.lea, ['educator'])).rejects.toThrow('person_erased')
  await expect(trial.laptop.act('goal.add', { layer: 'personal', title: 'x' })).rejects.toThrow(
    '403',
  )
  const publicKey = Buffer.from(publicKeyOf(house.secrets.trust)).toString('hex')
  expect((await house.store.audit.verify({ publicKey, holds: [] })).faults).toEqual([])
})

test('a line of the ledger that the district has not signed erases nobody', async () => {
  const path = join(trial.district.dataFolder, ledgerName)
  const before = readFileSync(path, 'utf8')
  const [signed = ''] = before.split('\n')
  const forged = JSON.stringify({ ...JSON.parse(signed), person: trial.lea })
  await trial.district.whileStopped(async () =>
    writeFileSync(path, `${before}${forged}\nnot a line\n`),
  )
  expect(await trial.goalsOf()).toHaveLength(1)
  expect(trial.district.log()).toContain('"what":"erasures not signed","lines":2')
  await trial.district.whileStopped(async () => writeFileSync(path, before))
})

onFiles(
  'each later copy says who was erased, and what either ledger knows stays erased',
  async () => {
    const { dataFolder } = trial.district
    const to = join(dataFolder, 'copy')
    const made = await backUp({
      ...{ dataFolder, to, now: trial.district.now() },
      ...{ onProgress: () => undefined, isStopped: () => false },
    })
    if (typeof made === 'string' || 'unreadable' in made) throw new Error('no copy')
    const lines = (path: string) => readFileSync(path, 'utf8').trim().split('\n')
    const here = lines(join(dataFolder, ledgerName))
    expect(here.length).toBeGreaterThan(0)
    expect(lines(join(made.folder, ledgerName))).toEqual(here)
    const older = join(to, 'older.jsonl')
    writeFileSync(older, 'another\n')
    joinLedgers(join(made.folder, ledgerName), older)
    joinLedgers(join(made.folder, ledgerName), older)
    expect(lines(older)).toEqual(['another', ...here])
  },
)
