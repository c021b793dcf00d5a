import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages, buildPrograms } from '../../start/build.ts'
import { startBrowser } from '../browser/window.ts'
import { startDistrict } from '../walk/programs.ts'
import { addFile } from './add-file.ts'
import { doorOf } from './door.ts'
import { amounts, fillFolder } from './full-folder.ts'
import type { Place } from './full-folder.ts'
import { addTeacher, invite, join } from './join.ts'
import { machineOf } from './machine.ts'
import type { Measured } from './measured.ts'
import { verdictOf } from './measured.ts'
import { peerTrip } from './peer-trip.ts'
import { run } from './program.ts'
import { startToToday } from './start-to-today.ts'
import { syncTrip } from './sync-trip.ts'
import { headLine, lineOf, machineLine } from './table.ts'
import { typeStrokes } from './typing.ts'

/** What a teacher would feel, measured on this machine: real processes, a real browser, real files. */

const { values: asked } = parseArgs({ options: { json: { type: 'string' } } })
const say = (line: string) => process.stdout.write(`${line}\n`)
const all: Measured[] = []
const tell = (measured: readonly Measured[]) => {
  for (const one of measured) say(lineOf(one))
  all.push(...measured)
}

await buildPages()
await buildPrograms()
const folder = mkdtempSync(pathOf(tmpdir(), 'meritfolio-bench-'))
const at = (name: string) => pathOf(folder, name)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
process.once('SIGINT', () => process.exit(1))
const browser = await startBrowser()
const machine = machineOf(browser)
say(machineLine(machine))
say(
  `A folder of ${amounts.evidence} pieces of evidence, ${amounts.goals} goals, ${amounts.claims} claims`,
)
say(headLine)

const first = await run(at('teacher'))
const place = await fillFolder(await doorOf(first.ready))
await first.end('SIGTERM')
tell(await startToToday(browser, at('teacher')))

const record = await startDistrict(at('record'))
const { address, invitation = '' } = record.ready
const office = await run(at('administrator'))
const administrator = await doorOf(office.ready)
await join(administrator, address, invitation)
const teacher = await addTeacher(administrator)
let desk = await run(at('teacher'))
let door = await doorOf(desk.ready)
await join(door, address, await invite(administrator, teacher))
const home = await run(at('home'))
const homeDoor = await doorOf(home.ready)
await join(homeDoor, address, await invite(administrator, teacher))
const trip = await syncTrip(door, homeDoor)
const peer = await peerTrip(folder)
const ratio = (trip.p50 ?? 0) / (peer.p50 ?? 1)
tell([trip, { ...peer, note: `${peer.note}; ratio of the middles: ${ratio.toFixed(1)}` }])
await home.end('SIGTERM')

const typeAndPullThePlug = async (on: Place, where: string): Promise<Place> => {
  const typed = await typeStrokes(browser, door, on, where)
  await desk.end('SIGKILL')
  desk = await run(at('teacher'))
  door = await doorOf(desk.ready)
  const { draft } = await door.query('claim', { claim: on.claim })
  if (draft?.body.answers[on.prompt] !== typed.text)
    throw new Error('what the door had answered for is not on disk')
  tell(typed.measured)
  return { ...on, text: typed.text }
}
const longer = await typeAndPullThePlug(place, 'district there')
await record.stop()
await typeAndPullThePlug(longer, 'district away')
await desk.end('SIGTERM')
await office.end('SIGTERM')

tell(await addFile(browser, folder))
await browser.close()

const missed = all.filter(one => verdictOf(one) === 'missed')
say(
  missed.length === 0
    ? 'Every budget is met.'
    : `Missed: ${missed.map(one => one.name).join('; ')}`,
)
if (asked.json !== undefined) {
  const measures = all.map(one => ({ ...one, verdict: verdictOf(one) }))
  writeFileSync(asked.json, `${JSON.stringify({ machine, amounts, measures }, undefined, 2)}\n`)
}
