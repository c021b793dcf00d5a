import { publicKeyOf } from 'open-badges-validator-core/issue'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { erasureWaitMs } from '../../core/erasure/record.ts'
import { addGoal } from '../../core/plan/add-goal.ts'
import { execute } from '../../db/engine/execute.ts'
import { query } from '../../db/sql/steps.ts'
import { hashOf } from '../trial/device.ts'
import type { ErasureTrial } from '../trial/erasure.ts'
import { erasureTrial } from '../trial/erasure.ts'
import type { Needs } from './erasing.ts'
import { eraseDue } from './erasing.ts'

let trial: ErasureTrial
beforeAll(async () => {
  trial = await erasureTrial()
})
afterAll(() => trial.close())
beforeEach(() => trial.begun())

/** The same, but the power goes at the n-th step. */
function cutAt(n: number): Needs {
  const whole = trial.needs()
  let steps = 0
  const step =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      steps++
      if (steps === n) throw new Error('the power went')
      return work(...args)
    }
  const { store, perform, accounts, ledger } = whole
  return {
    ...whole,
    perform: step(perform),
    accounts: {
      ...accounts,
      write: (steps_, keeps) => step(() => accounts.write(steps_, keeps))(),
    },
    ledger: { ...ledger, note: step(ledger.note) },
    store: {
      ...store,
      blobsOf: step(store.blobsOf),
      forgetBlob: step(store.forgetBlob),
      eraseTraces: step(store.eraseTraces),
      rewrite: step(store.rewrite),
    },
  }
}

test('cut off at any step, it goes on where it was, and nothing is left', async () => {
  let cuts = 0
  for (let isCut = true; isCut; cuts += isCut ? 1 : 0) {
    await trial.begun()
    await trial.agreed()
    trial.district.move(erasureWaitMs)
    isCut = await eraseDue(cutAt(cuts + 1)).then(
      () => false,
      (error: unknown) => {
        expect(error).toMatchObject({ message: 'the power went' })
        return true
      },
    )
    expect(await trial.isErased()).toBe(!isCut)
    if (isCut) await eraseDue(trial.needs())
    expect(await trial.isErased()).toBe(true)
    expect(await trial.goalsOf()).toEqual([])
    const { blobs, accounts } = trial.district.program().house
    expect(await blobs.checked(hashOf(Buffer.from(`Zyrvana film of ${trial.lea}`)))).toBeUndefined()
    const names = await accounts.snapshot(() =>
      query('select name from device where person = ?', trial.lea),
    )
    expect(names).toEqual([{ name: '' }])
  }
  expect(cuts).toBeGreaterThan(8)
  const { store, secrets } = trial.district.program().house
  const publicKey = Buffer.from(publicKeyOf(secrets.trust)).toString('hex')
  expect((await store.audit.verify({ publicKey, holds: [] })).faults).toEqual([])
}, 300_000)

test('one that can’t be erased at this moment keeps nobody else waiting', async () => {
  await trial.agreed()
  const stuck = trial.lea
  await trial.begun()
  await trial.agreed()
  trial.district.move(erasureWaitMs)
  const whole = trial.needs()
  const blobsOf: Needs['store']['blobsOf'] = person => {
    if (person === stuck) throw new Error('a bad place on the disk')
    return whole.store.blobsOf(person)
  }
  const erasing = eraseDue({ ...whole, store: { ...whole.store, blobsOf } })
  await expect(erasing).rejects.toThrow('a bad place on the disk')
  expect([await trial.isErased(stuck), await trial.isErased()]).toEqual([false, true])
  // Half of it is gone: nobody keeps the other half by calling it off.
  await expect(trial.noor.act('erasure.call-off', { person: stuck })).rejects.toThrow(
    'erasure_begun',
  )
  await expect(trial.added(stuck, ['educator'])).rejects.toThrow('person_erased')
  await eraseDue(trial.needs())
  expect(await trial.isErased(stuck)).toBe(true)
})

test('what a long push still brings when all else is gone goes too, before it is called done', async () => {
  await trial.agreed()
  trial.district.move(erasureWaitMs)
  const whole = trial.needs()
  const { store } = whole
  const late = async () => {
    const now = trial.district.now()
    const actor = { person: trial.lea, device: trial.laptop.name, roles: ['educator'] as const }
    const input = { layer: 'personal', title: 'Zyrvana came late' }
    const call = { key: `${trial.laptop.name}:late`, input, actor, doneAt: now, now }
    await execute(store, addGoal, { ...call, stamp: `${now}-0000-${trial.laptop.name}` })
    await store.rewrite()
  }
  const erasing = eraseDue({ ...whole, store: { ...store, rewrite: late } })
  await expect(erasing).rejects.toThrow('more came')
  expect(await trial.isErased()).toBe(false)
  await eraseDue(trial.needs())
  expect([await trial.isErased(), await trial.goalsOf()]).toEqual([true, []])
})

test('a computer that is let in at that very moment leaves no name behind', async () => {
  await trial.agreed()
  trial.district.move(erasureWaitMs)
  const whole = trial.needs()
  const named = () =>
    query("update device set name = 'Zyrvana laptop' where name = '' and person = ?", trial.lea)
  const { accounts, ledger } = whole
  const late: Promise<unknown>[] = []
  const note: Needs['ledger']['note'] = entry => {
    late.push(accounts.write(named, () => true))
    ledger.note(entry)
  }
  await eraseDue({ ...whole, ledger: { ...ledger, note } })
  await Promise.all(late)
  const names = await accounts.snapshot(() =>
    query('select name from device where person = ?', trial.lea),
  )
  expect(names).toEqual([{ name: '' }])
})
