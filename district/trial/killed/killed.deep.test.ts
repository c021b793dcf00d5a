import { expect, test } from 'vitest'
import { killedAgainAndAgain } from './run.ts'

/** Another seed by `KILLED_SEED=7 npm run deep`, or more kills by `KILLED_TIMES`. */
const firstSeed = Number(process.env['KILLED_SEED'] ?? '1')
const kills = Number(process.env['KILLED_TIMES'] ?? '200')
/** A world is made anew so often, that the first days of a district are met too. */
const killsOfWorld = 50

test('two hundred kills of district and laptop lose nothing that they said is kept', async () => {
  for (let seed = firstSeed, done = 0; done < kills; seed++) {
    const ran = await killedAgainAndAgain(seed, Math.min(killsOfWorld, kills - done))
    const { district, laptop } = ran.killed
    done += district + laptop
    process.stdout.write(`seed ${seed}: ${JSON.stringify(ran)}\n`)
    expect(district * laptop).toBeGreaterThan(0)
  }
}, 3_600_000)
