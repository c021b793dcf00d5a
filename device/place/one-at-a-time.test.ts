import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

const soon = () => new Promise<void>(resolve => setTimeout(resolve, 5))

test('what is asked for meanwhile begins when what was asked before has ended', async () => {
  const turn = oneAtATime()
  const told: string[] = []
  const work = (name: string) => async () => {
    told.push(`${name} begins`)
    await soon()
    told.push(`${name} ends`)
    return name
  }
  expect(await Promise.all([turn(work('one')), turn(work('two'))])).toEqual(['one', 'two'])
  expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('what fails is told to who asked for it, and stops nothing that follows', async () => {
  const turn = oneAtATime()
  const failed = turn(() => Promise.reject(new Error('full')))
  const next = turn(async () => 'done')
  await expect(failed).rejects.toThrow('full')
  expect(await next).toBe('done')
})
