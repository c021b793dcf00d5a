// The stores alone, with small records: fast, and with pages that come late, twice and row by row, which a program's one
// pull loop never asks for (test/simulate runs the programs whole).
import { expect, test } from 'vitest'
import { Broken } from './checks.ts'
import { directed } from './directed.ts'
import { mistakes } from './mistake.ts'
import { run } from './run.ts'

const seeds = Number(process.env['SIM_SEEDS'] ?? 5)
const first = Number(process.env['SIM_FIRST'] ?? 1)
const steps = Number(process.env['SIM_STEPS'] ?? 600)
/** A mistake must be noticed within so many seeds. */
const mistakeSeedsMax = 20

test(`devices and district agree after any disorder (seeds ${first} to ${first + seeds - 1}, ${steps} steps)`, async () => {
  const counts = new Map<string, number>()
  for (let seed = first; seed < first + seeds; seed++) {
    const world = await run(seed, steps)
    for (const [what, times] of world.counts) counts.set(what, (counts.get(what) ?? 0) + times)
  }
  console.log(
    `simulator: ${[...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, times]) => `${what} ${times}`)
      .join(' · ')}`,
  )
  // A run that never gets to the end of the loop checks nothing.
  for (const what of [
    'state earned',
    'state withdrawn',
    'push wait',
    'push refused',
    'page nothing',
    'joined later',
    'take back',
    'take gone',
    'put back',
  ])
    expect(counts.get(what) ?? 0, what).toBeGreaterThan(0)
}, 600_000)

test.each(Object.entries(directed))('what shows %s holds without it', async (_mistake, scene) => {
  await run(1, steps, undefined, scene)
})

test.each(mistakes)(
  'the mistake %s is noticed',
  async mistake => {
    let noticed: unknown
    const scene = directed[mistake]
    for (let seed = 1; seed <= mistakeSeedsMax && !noticed; seed++)
      await run(seed, steps, mistake, scene).catch((error: unknown) => {
        noticed = error
      })
    expect(noticed).toBeInstanceOf(Broken)
  },
  120_000,
)
