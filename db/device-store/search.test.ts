import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeId } from '../engine/made-id.ts'
import { districtMigrations } from '../district-store/migrations.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, pushed, trialDevice } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { actorAs } from '../trial/people.ts'

test('search finds accents without them and the beginning of the last word; signs of its own language are words', async () => {
  const { store: device } = trialDevice(actorAs('ana', 'a', 'educator'))
  const added = device.perform('goal.add', { title: 'Evaluación formativa' }, 1_700_000_000_000)
  if (added.did === 'refused') throw new Error(added.refusal.code)
  const goal = madeId(added.key, 'goal')
  const ids = (question: string): string[] =>
    device.search(question, ['goal'], 10).map(hit => hit.id)
  expect(ids('evaluacion')).toEqual([goal])
  expect(ids('FORMATIVA eval')).toEqual([goal])
  expect(ids('form eval')).toEqual([])
  for (const sign of ['"', '*', 'a OR', 'title:', 'NEAR(', '^', '']) expect(ids(sign)).toEqual([])
  expect(device.search('evaluacion', ['claim'], 10)).toEqual([])
})

test('what a pull brought is found at once, whatever of it was learnt before; what it changed or took is not found as it was', async () => {
  const sqlite = new Database(':memory:')
  migrate(sqlite, districtMigrations)
  const district = await trialDistrict(sqliteSql(sqlite))
  const laptop = trialDevice(actorAs('ana', 'a', 'educator')).store
  const { db, store: tablet } = trialDevice(actorAs('ana', 'b', 'educator'))
  let now = 1_700_000_000_000
  laptop.join(actorAs('ana', 'a', 'educator'))
  tablet.join(actorAs('ana', 'b', 'educator'))
  const did = (name: string, input: object) => {
    const performed = laptop.perform(name, input, ++now)
    if (performed.did === 'refused') throw new Error(performed.refusal.code)
    return madeId(performed.key, 'goal')
  }
  const synced = async () => {
    while (laptop.outboxStates().includes('queued')) await pushed(laptop, district, ++now)
    await pulled(laptop, district, ++now)
    await pulled(tablet, district, ++now)
  }
  const ids = (device: typeof tablet, question: string) =>
    device.search(question, ['goal'], 200).map(hit => hit.id)

  const goals = Array.from({ length: 300 }, (_, n) => did('goal.add', { title: `Fractions ${n}` }))
  await synced()
  expect(tablet.learnWords()).toBe(true)
  // The program ends in the middle: the next one goes on.
  const again = trialDevice(actorAs('ana', 'b', 'educator'), db).store
  expect(ids(again, 'fractions 299')).toEqual([goals[299]])
  expect(ids(again, 'fractions')).toHaveLength(200)
  expect(again.learnWords()).toBe(false)

  did('goal.title', { goal: goals[0], title: 'Decimals' })
  did('goal.drop', { goal: goals[1] })
  await synced()
  expect(ids(again, 'decimals')).toEqual([goals[0]])
  expect([...ids(again, 'fractions 0'), ...ids(again, 'fractions 1')]).not.toContain(goals[1])
  await district.close()
})

test('whatever is looked for, it is words and no language: nothing throws, and nothing else is found', () => {
  const { store: device } = trialDevice(actorAs('ana', 'a', 'educator'))
  device.perform('goal.add', { title: 'Wait time' }, 1_700_000_000_000)
  const signs = fc.constantFrom(
    ...[
      '"',
      "'",
      '*',
      '^',
      ':',
      '(',
      ')',
      '{',
      '}',
      '-',
      '+',
      '\\',
      '%',
      '_',
      ';',
      '\u0000',
      '\ud800',
    ],
    ...[' AND ', ' OR ', ' NOT ', 'NEAR(', 'key:', 'rowid', '/', ' ', 'ß', 'x'.repeat(200)],
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(signs).map(all => all.join('')),
      ),
      text => {
        const found = device.search(text, ['goal'], 10)
        // The search reads letters without their accents.
        const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
        const words = plain.toLowerCase().split(/[^a-z]+/)
        if (
          !words.some(word => word !== '' && ('wait'.startsWith(word) || 'time'.startsWith(word)))
        )
          expect(found).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
