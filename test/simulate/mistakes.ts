import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { directed } from './directed.ts'
import type { Mistake } from './mistake.ts'
import { bendOf, mistakes, quick } from './mistake.ts'
import { play, stage } from './play.ts'

/**
 * `npm run simulate:mistakes`: each planted mistake has to be caught within sixty seeds. `--quick`: those that twelve find,
 * whichever they are, as `npm test` has them.
 */

/** The seeds of each round; what is caught in one is not played in the next. */
const roundsAll = [2, 6, 14, 30, 60]
const roundsQuick = [2, 6, 12]
const operations = 31

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)
const isMistake = (name: string): name is Mistake => name in mistakes
const only = values.only?.split(',')
const stranger = only?.find(name => !isMistake(name))
if (stranger !== undefined) {
  process.stderr.write(`--only wants names of planted mistakes, and was given "${stranger}".\n`)
  process.exit(64)
}

const names: readonly Mistake[] = values.quick ? quick : Object.keys(mistakes).filter(isMistake)
let open = names.filter(name => only === undefined || only.includes(name))
const wanted = open.length
const startedAt = performance.now()
const { base, end } = await stage()
const isBent = new Set<string>()
const isBroken = new Set<string>()
const sceneFaults: string[] = []
// What has to happen for a mistake to be seen holds without it.
const scenes = open.filter(mistake => directed[mistake] !== undefined)
await play(
  {
    base,
    operations,
    runs: scenes.map(mistake => ({ seed: 1, onFiles: false, directed: mistake })),
  },
  ({ broken, directed: scene = '' }) => {
    if (broken === undefined) return
    sceneFaults.push(scene)
    say(`${scene.padEnd(20)} is told where it was not made: ${broken.invariant} ${broken.said}`)
  },
)
let first = 1
for (const last of values.quick ? roundsQuick : roundsAll) {
  const found = new Map<string, number>()
  const runs = open.flatMap(mistake =>
    Array.from({ length: last - first + 1 }, (_, n) => ({
      seed: first + n,
      onFiles: false,
      mistake,
      ...(directed[mistake] === undefined ? {} : { directed: mistake }),
    })),
  )
  await play({ base, operations, runs }, ({ seed, mistake = '', counts, broken }) => {
    if (counts.some(([what]) => what === 'bent')) isBent.add(mistake)
    if (broken === undefined) return
    const isDefect = isMistake(mistake) && bendOf(mistake).isDefect === true
    if (broken.invariant === 'NO_DEFECT' && !isDefect) return void isBroken.add(mistake)
    const known = found.get(mistake)
    if (known !== undefined && known < seed) return
    found.set(mistake, seed)
    say(`${mistake.padEnd(20)} seed ${seed}: ${broken.invariant}`)
  })
  open = open.filter(mistake => !found.has(mistake))
  first = last + 1
  if (open.length === 0) break
}
end()
const escaped = open.map(mistake => {
  const { record, accounts, nonces, computer } = bendOf(mistake)
  const isOld = [record, accounts, nonces, computer].some(Boolean) && !isBent.has(mistake)
  const why = isOld
    ? 'nothing is asked any more as it would bend it'
    : `not in ${first - 1} seeds${isBroken.has(mistake) ? ', but for a program that broke on it' : ''}`
  say(`${mistake.padEnd(20)} escaped: ${why}`)
  return `${mistake} escaped: ${why}`
})
const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
say(`${wanted - open.length} mistakes caught, ${open.length} escaped (${seconds} s)`)
const failures = [...escaped, ...sceneFaults.map(scene => `${scene} is told where it was not made`)]
if (values.json !== undefined) {
  const told = { passed: wanted - open.length, failed: failures.length, failures }
  writeFileSync(values.json, JSON.stringify(told))
}
process.exitCode = failures.length === 0 && wanted > 0 ? 0 : 1
