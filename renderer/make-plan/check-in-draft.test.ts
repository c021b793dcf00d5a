import { beforeEach, expect, test } from 'vitest'
import { aWindowStore, tabsOpen } from '../../test/builders/window-store.ts'
import {
  emptyCheckIn,
  readCheckInDraft,
  takeLeftCheckIn,
  writeCheckInDraft,
} from './check-in-draft.ts'

beforeEach(() => {
  aWindowStore()
  tabsOpen('open')
})

const leftBy = (tab: string, tried: string) =>
  localStorage.setItem(
    `meritfolio.unsaved.check-in.goal#${tab}`,
    JSON.stringify({ ...emptyCheckIn, tried }),
  )

test('a check-in that a closed tab had begun goes on in the next one, once', async () => {
  leftBy('closed', 'Waited four seconds.')
  expect(await takeLeftCheckIn('goal')).toEqual({ ...emptyCheckIn, tried: 'Waited four seconds.' })
  expect(readCheckInDraft('goal').tried).toBe('Waited four seconds.')
  expect(await takeLeftCheckIn('goal')).toBeUndefined()
})

test('what is being written here, or in another open tab, is not replaced', async () => {
  leftBy('open', 'Theirs')
  expect(await takeLeftCheckIn('goal')).toBeUndefined()
  leftBy('closed', 'Left')
  writeCheckInDraft('goal', { ...emptyCheckIn, tried: 'Mine' })
  expect(await takeLeftCheckIn('goal')).toBeUndefined()
  expect(readCheckInDraft('goal').tried).toBe('Mine')
  writeCheckInDraft('goal', emptyCheckIn)
  expect((await takeLeftCheckIn('goal'))?.tried).toBe('Left')
})
