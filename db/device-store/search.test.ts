import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeId } from '../engine/made-id.ts'
import { trialDevice } from '../trial/device.ts'
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
        const words = text.toLowerCase().split(/[^a-z]+/)
        if (
          !words.some(word => word !== '' && ('wait'.startsWith(word) || 'time'.startsWith(word)))
        )
          expect(found).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
