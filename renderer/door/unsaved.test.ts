import { beforeEach, expect, test, vi } from 'vitest'
import { aWindowStore, tabsOpen } from '../../test/builders/window-store.ts'
import { openTab, thisTab } from './tab.ts'
import {
  dropUnsaved,
  forgetLeft,
  keepInMemoryOnly,
  keepUnsaved,
  leftByClosed,
  tidyUnsaved,
  unsaved,
} from './unsaved.ts'

let store: ReturnType<typeof aWindowStore>
beforeEach(() => {
  store = aWindowStore()
})

/** What another tab keeps of a field. */
const keptBy = (tab: string, name: string, text: string) =>
  localStorage.setItem(`meritfolio.unsaved.${name}#${tab}`, text)

test('under a lock nothing that is typed stands in the window’s store', () => {
  tabsOpen()
  keepUnsaved('answer', 'From before the lock')
  keepInMemoryOnly(true)
  expect(unsaved('answer')).toBe('From before the lock')
  keepUnsaved('answer', 'A child by name')
  keepUnsaved('another', 'A child by name')
  expect([unsaved('answer'), unsaved('another')]).toEqual(['A child by name', 'A child by name'])
  expect([...store.values()]).toEqual([])
  dropUnsaved('answer')
  dropUnsaved('another')
  expect(unsaved('answer')).toBeUndefined()
  keepInMemoryOnly(false)
})

test('what one tab keeps of a field, another neither sees nor takes away', async () => {
  tabsOpen('b')
  keptBy('b', 'answer', 'From the other tab')
  keepUnsaved('answer', 'From this one')
  expect(unsaved('answer')).toBe('From this one')
  dropUnsaved('answer')
  expect([...store.values()]).toEqual(['From the other tab'])
  expect(await leftByClosed('answer')).toEqual([])
})

test('what closed tabs left is offered, each text once, also that of an older program', async () => {
  tabsOpen()
  keptBy('b', 'answer', 'Half a sentence')
  keptBy('c', 'answer', 'Half a sentence')
  keptBy('d', 'answer', '  ')
  keptBy('b', 'another', 'Not asked for')
  localStorage.setItem('meritfolio.unsaved.answer', 'By an older program')
  const left = await leftByClosed('answer')
  expect(left.map(({ text }) => text).toSorted()).toEqual([
    'By an older program',
    'Half a sentence',
  ])
  left.forEach(forgetLeft)
  expect(await leftByClosed('answer')).toEqual([])
  expect([...store.values()]).toEqual(['Not asked for'])
})

test('tidying takes away what stands there twice and never the last of a text', async () => {
  tabsOpen('open')
  keptBy('b', 'answer', 'One')
  keptBy('c', 'answer', 'One')
  keptBy('d', 'answer', 'Two')
  keptBy('open', 'answer', 'One')
  await tidyUnsaved()
  expect([...store.values()].toSorted()).toEqual(['One', 'One', 'Two'])
})

test('a tab keeps its name when it is loaded again; a duplicate of an open one gets its own', async () => {
  sessionStorage.setItem('meritfolio.tab', 'mine')
  tabsOpen()
  await openTab()
  expect(thisTab()).toBe('mine')
  tabsOpen('mine')
  await openTab()
  expect(thisTab()).not.toBe('mine')
  expect(sessionStorage.getItem('meritfolio.tab')).toBe(thisTab())
})

test('a tab that is loaded again before its old page is gone keeps its name, and what was typed there is its own', async () => {
  sessionStorage.setItem('meritfolio.tab', 'mine')
  keptBy('mine', 'answer', 'Typed a moment ago')
  const close = tabsOpen('mine')
  const opening = openTab()
  close('mine')
  await opening
  expect(thisTab()).toBe('mine')
  expect(unsaved('answer')).toBe('Typed a moment ago')
})

test('a store that is full keeps no half of a text', () => {
  tabsOpen()
  keepUnsaved('answer', 'before')
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  keepUnsaved('answer', 'before and after')
  expect(unsaved('answer')).toBeUndefined()
})
