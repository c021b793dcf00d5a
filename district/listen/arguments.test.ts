import { expect, test } from 'vitest'
import { programWordsIn } from '../../words/shell-words.ts'
import { readArguments } from './arguments.ts'

const words = programWordsIn('en').district
const read = (...args: string[]) => readArguments(args, { XDG_DATA_HOME: '/data' }, words)

test('without arguments it listens on this computer alone', () => {
  expect(read()).toMatchObject({
    port: 4400,
    host: '127.0.0.1',
    publicUrl: undefined,
    isDemo: false,
    isBehindProxy: false,
    hasParent: false,
  })
})

test('an address for verifiers is the origin of an HTTPS site', () => {
  expect(read('--public-url', 'https://Record.example.org/')).toMatchObject({
    publicUrl: 'https://record.example.org',
  })
  for (const bad of [
    'http://a.example',
    'https://a.example/path',
    'https://a.example/?q',
    'https://u:p@a.example',
    'a.example',
  ])
    expect(read('--public-url', bad)).toContain('is not the address of an HTTPS site')
})

test('a database is named by a flag, or by the environment, where nobody reads it from the list of processes', () => {
  const named = { MERITFOLIO_DATABASE: 'postgres://ada:secret@db/record' }
  expect(read()).toMatchObject({ databaseUrl: undefined })
  expect(readArguments([], named, words)).toMatchObject({ databaseUrl: named.MERITFOLIO_DATABASE })
  const flag = ['--database', 'postgres://db/other']
  expect(readArguments(flag, named, words)).toMatchObject({ databaseUrl: 'postgres://db/other' })
  // A demo lies in its folder, whatever else this computer serves.
  expect(readArguments(['--demo'], named, words)).toMatchObject({ databaseUrl: undefined })
  expect(read('--database', 'ada:secret')).toMatch(/^What is given as the database is no address/)
})

test('how much one person may keep is said in gigabytes', () => {
  expect(read('--quota-gb', '2.5')).toMatchObject({ quotaBytes: 2_500_000_000 })
  expect(read()).not.toHaveProperty('quotaBytes')
  for (const bad of ['', '0', '-1', 'much', '1e9', 'NaN'])
    expect(read(`--quota-gb=${bad}`)).toContain('no room for a person’s files')
})

test('what can’t be is said in a sentence', () => {
  for (const bad of ['x', '', '-1', '65536', '1.5'])
    expect(read(`--port=${bad}`)).toContain('is not a port')
  expect(read('--time-zone', 'Mars')).toContain('is not a time zone')
  expect(read('--name', ' ')).toContain('A name has')
  expect(read('--host', '')).toContain('After --host')
  expect(read('--nonsense')).toMatch(/^Not understood: --nonsense\. Known are --data DIR, /)
  expect(read('extra')).toContain('extra')
  expect(read('--data')).toContain('--data')
})
