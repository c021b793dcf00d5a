import { expect, test } from 'vitest'
import type { Timers } from '../../core/kit/timers.ts'
import { hourly } from './hourly.ts'

/** Hours that pass when they are told to. */
function hours() {
  const due = new Set<() => void>()
  const timers: Timers = {
    passedMs: () => 0,
    after: () => () => undefined,
    every(_ms, work) {
      due.add(work)
      return () => void due.delete(work)
    },
  }
  return { timers, pass: () => due.forEach(work => work()) }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

test('what takes longer than an hour is not begun a second time beside itself, and goes on afterwards', async () => {
  const { timers, pass } = hours()
  const begun: (() => void)[] = []
  const end = hourly(
    timers,
    () => new Promise(resolve => void begun.push(resolve)),
    () => undefined,
  )
  pass()
  pass()
  expect(begun).toHaveLength(1)
  begun[0]?.()
  await settled()
  pass()
  expect(begun).toHaveLength(2)
  end()
  begun[1]?.()
  await settled()
  pass()
  expect(begun).toHaveLength(2)
})

test('what fails is told, and tried again the next hour', async () => {
  const { timers, pass } = hours()
  const told: unknown[] = []
  let times = 0
  hourly(
    timers,
    () => {
      times++
      throw new Error('a defect')
    },
    error => void told.push(error),
  )
  pass()
  await settled()
  pass()
  await settled()
  expect([times, told.length]).toEqual([2, 2])
})
