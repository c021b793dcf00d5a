import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Mistake } from './mistake.ts'
import { mistakes } from './mistake.ts'
import { play, stage } from './play.ts'

/** `npm run simulate:mistakes`: each planted mistake has to be caught within so many seeds. */

/** Seeds within which a mistake must be caught, and how many are played before it is looked. */
const seedsMax = 60
const atOnce = 4
const operations = 32

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
const say = (line: string) => void process.stdout.write(`${line}\n`)
const isMistake = (name: string): name is Mistake => name in mistakes

const { base, end } = await stage()
let escaped = 0
let caughtAll = 0
for (const mistake of Object.keys(mistakes).filter(isMistake)) {
  if (values.only !== undefined && values.only !== mistake) continue
  const caught = await firstCaught(mistake)
  if (caught === undefined) escaped++
  else caughtAll++
  say(`${mistake.padEnd(20)} ${caught ?? `escaped ${seedsMax} seeds`}`)
}
end()
say(`${caughtAll} mistakes caught, ${escaped} escaped`)
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ passed: caughtAll, failed: escaped }))
process.exitCode = escaped === 0 ? 0 : 1

/** The first seed that notices it, and by what; `undefined` where none does. */
async function firstCaught(mistake: Mistake): Promise<string | undefined> {
  for (let first = 1; first <= seedsMax; first += atOnce) {
    const found: { readonly seed: number; readonly by: string }[] = []
    const runs = Array.from({ length: atOnce }, (_, n) => ({ seed: first + n, onFiles: false }))
    await play({ base, operations, mistake, runs }, ({ seed, broken }) => {
      if (broken !== undefined) found.push({ seed, by: broken.invariant })
    })
    const [earliest] = found.toSorted((a, b) => a.seed - b.seed)
    if (earliest !== undefined) return `seed ${earliest.seed}: ${earliest.by}`
  }
  return undefined
}
