import { writeFileSync } from 'node:fs'
import { readArguments } from './arguments.ts'
import { belowFloor } from './floors.ts'
import { play, stage } from './play.ts'
import type { ToldRun } from './told.ts'

/** `npm run simulate`: the whole district under everything that can go wrong, from seeds that replay. */

const asked = readArguments(process.argv.slice(2))
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n`)
  process.exit(64)
}
const { first, seeds, isOne, operations, mostSeconds, json } = asked
/** Data alone stands where lines would, where no file was named for it. */
const lines = json === '-' ? process.stderr : process.stdout
const say = (line: string) => void lines.write(`${line}\n`)
/** One seed in so many is played again on files. */
const onFilesEvery = 10

const runs = Array.from({ length: seeds }, (_, n) => first + n).flatMap(seed => {
  const inMemory = isOne && asked.onFiles ? [] : [{ seed, onFiles: false }]
  const onFiles = isOne ? asked.onFiles : seed % onFilesEvery === 0
  return onFiles ? [...inMemory, { seed, onFiles: true }] : inMemory
})
// Begins no run after so long: what fits into it is played, and told.
const until = mostSeconds === undefined ? undefined : Date.now() + mostSeconds * 1_000
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
  if (isOne) say(`All that happened: ${ran.hash}`)
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
if (!isOne)
  for (const { what, times, least } of low)
    say(`Too seldom: "${what}" ${times} times; below ${least} these runs say little.`)
// Where a time was given, what fits into it is enough.
const isAllPlayed = done === runs.length || (until !== undefined && Date.now() > until)
if (done < runs.length)
  say(
    until === undefined
      ? `${done} of ${runs.length} runs were played: a program of them ended early, as is told above.`
      : `${done} of ${runs.length} runs were played in the ${mostSeconds} s they were given.`,
  )
const isFine = !failed && broken.length === 0 && isAllPlayed && (low.length === 0 || seeds === 1)
say(
  `${done} runs, ${counts.get('operations') ?? 0} operations, ${broken.length} violations (${seconds(startedAt)})`,
)
if (json !== undefined) {
  const told = { isFine, runs: done, counts: Object.fromEntries(reached), broken, low, failed }
  const text = `${JSON.stringify(told, null, 2)}\n`
  if (json === '-') process.stdout.write(text)
  else writeFileSync(json, text)
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
