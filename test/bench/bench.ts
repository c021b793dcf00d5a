import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages, buildPrograms } from '../../start/build.ts'
import { startBrowser } from '../browser/window.ts'
import { felt } from './felt.ts'
import { amounts } from './full-folder.ts'
import { machineOf } from './machine.ts'
import type { Measured } from './measured.ts'
import { verdictOf } from './measured.ts'
import { scaleTrip } from './scale/scale-trip.ts'
import { againstPouchdb } from './sync/against-pouchdb.ts'
import { headLine, lineOf, machineLine } from './table.ts'
import { uploadTrip } from './upload/upload-trip.ts'

/** What a teacher would feel, and what a district has to carry, measured on this machine: real processes, a real browser, real files. */

const { values: asked } = parseArgs({
  options: {
    json: { type: 'string' },
    /** `felt`, `sync`, `upload`, `scale`; all of them where none is named. */
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    documents: { type: 'string', default: '28000' },
    /** How many times the records of a small district, at the most. */
    scale: { type: 'string', default: '100' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const all: Measured[] = []
const tell = (measured: readonly Measured[]) => {
  for (const one of measured) say(lineOf(one))
  all.push(...measured)
}
const isAsked = (part: string) => asked.only === undefined || asked.only.includes(part)
const rounds = Number(asked.rounds)

await buildPages()
await buildPrograms()
const folder = mkdtempSync(join(tmpdir(), 'meritfolio-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
process.once('SIGINT', () => process.exit(1))
const browser = await startBrowser()
const machine = machineOf(browser)
say(machineLine(machine))
say(
  `A folder of ${amounts.evidence} pieces of evidence, ${amounts.goals} goals, ${amounts.claims} claims`,
)
say(headLine)
if (isAsked('felt')) await felt(browser, folder, tell)
await browser.close()
if (isAsked('sync'))
  tell(await againstPouchdb(folder, { rounds, documents: Number(asked.documents) }))
if (isAsked('upload')) tell(await uploadTrip(folder, rounds))
if (isAsked('scale')) await scaleTrip(folder, Number(asked.scale), tell)

const missed = all.filter(one => verdictOf(one) === 'missed')
say(
  missed.length === 0
    ? 'Every budget is met and every goal reached.'
    : `Missed: ${missed.map(one => one.name).join('; ')}`,
)
if (asked.json !== undefined) {
  const measures = all.map(one => ({ ...one, verdict: verdictOf(one) }))
  writeFileSync(asked.json, `${JSON.stringify({ machine, amounts, measures }, undefined, 2)}\n`)
}
