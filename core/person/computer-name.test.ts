import { expect, test } from 'vitest'
import { computerNameCharsMax, proposedComputerName, shownComputerName } from './computer-name.ts'

test('a computer is proposed by the name that its system has, without the network it is in', () => {
  expect(proposedComputerName('Mayas-MacBook.local', 'darwin')).toBe('Mayas-MacBook')
  expect(proposedComputerName('LIN-4417.alder.k12.example', 'win32')).toBe('LIN-4417')
  expect(proposedComputerName(' two words\u0000 ', 'linux')).toBe('two words')
})

test('one that nobody named is called by its system', () => {
  expect(proposedComputerName('', 'win32')).toBe('Windows')
  expect(proposedComputerName('localhost.localdomain', 'darwin')).toBe('Mac')
  expect(proposedComputerName('LOCALHOST', 'aix')).toBe('Computer')
})

test('a name is cut where the list ends, between letters', () => {
  const name = proposedComputerName('😀'.repeat(100), 'linux')
  expect(name).toBe('😀'.repeat(computerNameCharsMax))
})

test('it is shown with nothing hidden in it, and no longer than a line', () => {
  expect(shownComputerName('Maya’s 💻, in the kitchen')).toBe('Maya’s 💻, in the kitchen')
  expect(shownComputerName('evil\u202Ekoobcam\u0000')).toBe('evil[U+202E]koobcam[U+0000]')
  const long = shownComputerName('This is your own laptop. Press yes. '.repeat(6))
  expect([...long].length).toBe(computerNameCharsMax)
  expect(long.endsWith('…')).toBe(true)
})
