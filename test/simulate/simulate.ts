import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { belowFloor } from './floors.ts'
import { play, stage } from './play.ts'
import type { ToldRun } from './told.ts'

/** `npm run simulate`: the whole district under everything that can go wrong, from seeds that replay. */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    // Where the seeds begin: a long run is played in pieces.
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    operations: { type: 'string', default: '31' },
    'on-files': { type: 'boolean', default: false },
    // Begins no run after so long: what fits into it is played, and told.
    'most-seconds': { type: 'string' },
    json: { type: 'string' },
  },
})
const numberOf = (name: 'seeds' | 'from' | 'operations' | 'most-seconds', text: string): number => {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  process.stderr.write(`--${name} wants a whole number above 0, and was given "${text}".\n`)
  process.exit(64)
}
const say = (line: string) => void process.stdout.write(`${line}\n`)
const operations = numberOf('operations', values.operations)
const first = values.seed === undefined ? numberOf('from', values.from) : Number(values.seed)
const seeds = values.seed === undefined ? numberOf('seeds', values.seeds) : 1
/** One seed in so many is played again on files. */
const onFilesEvery = 10

const runs = Array.from({ length: seeds }, (_, n) => first + n).flatMap(seed => {
  const isOne = values.seed !== undefined
  const inMemory = isOne && values['on-files'] ? [] : [{ seed, onFiles: false }]
  const onFiles = isOne ? values['on-files'] : seed % onFilesEvery === 0
  return onFiles ? [...inMemory, { seed, onFiles: true }] : inMemory
})
const most = values['most-seconds']
const until = most === undefined ? undefined : Date.now() + numberOf('most-seconds', most) * 1_000
const startedAt = performance.now()
const { base, end } = await stage()
say(
  `The beginning stands: seven people, nine computers, work in every state (${seconds(startedAt)}).`,
)

const counts = new Map<string, number>()
const broken: ToldRun[] = []
let done = 0
const { failed } = await play({ base, until, operations, runs }, ran => {
  done++
  if (values.seed !== undefined) say(`All that happened: ${ran.hash}`)
  for (const [what, times] of ran.counts) counts.set(what, (counts.get(what) ?? 0) + times)
  if (ran.broken !== undefined) {
    broken.push(ran)
    tellBroken(ran)
  }
  if (done % 500 === 0) say(`${done} of ${runs.length} runs (${seconds(startedAt)})`)
})
end()

const low = belowFloor(counts, done)
const reached = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
say('How often each was reached:')
for (const [what, times] of reached) say(`  ${String(times).padStart(8)}  ${what}`)
if (values.seed === undefined)
  for (const { what, times, least } of low)
    say(`Too seldom: "${what}" ${times} times; below ${least} these runs say little.`)
// Where a time was given, what fits into it is enough.
const isAllPlayed = done === runs.length || (until !== undefined && Date.now() > until)
if (done < runs.length)
  say(
    until === undefined
      ? `${done} of ${runs.length} runs were played: a program of them ended early, as is told above.`
      : `${done} of ${runs.length} runs were played in the ${most} s they were given.`,
  )
const isFine = !failed && broken.length === 0 && isAllPlayed && (low.length === 0 || seeds === 1)
say(
  `${done} runs, ${counts.get('operations') ?? 0} operations, ${broken.length} violations (${seconds(startedAt)})`,
)
if (values.json !== undefined) {
  const told = { isFine, runs: done, counts: Object.fromEntries(reached), broken, low, failed }
  writeFileSync(values.json, `${JSON.stringify(told, null, 2)}\n`)
}
process.exitCode = isFine ? 0 : 1

function tellBroken({ seed, onFiles, broken: what }: ToldRun): void {
  if (what === undefined) return
  say('')
  say(
    `Seed ${seed}${onFiles ? ' on files' : ''}, step ${what.step}: ${what.invariant} does not hold.`,
  )
  say(what.said)
  for (const line of what.trace.slice(-12)) say(`    ${line}`)
  const files = onFiles ? ' --on-files' : ''
  say(`Again: npm run simulate -- --seed ${seed} --operations ${operations}${files}`)
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(0)} s`
}
