import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Moving } from './moving.ts'
import { beginMoving, finishMoving, isMoving, takeBackMoving } from './moving.ts'

const mover = fileURLToPath(new URL('../trial/mover.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-moving-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
/** Everything in the folder but what a move itself writes: path and content. */
const all = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(folder, path)).isFile())
    .filter(path => !/put-aside\.json|moving\.json/.test(path))
    .map(path => `${path} ${readFileSync(join(folder, path), 'utf8')}`)
    .toSorted()

const places = [
  'record.sqlite',
  'record.sqlite-wal',
  'device.key',
  'lock.json',
  'blobs/ab/abcd',
] as const
const theComputers = ['settings.json', 'secret', 'demo/district/record.sqlite', 'lock.db'] as const
/** Maya works here, and Ana's place lies aside. */
function mayaAndAna(): void {
  for (const name of theComputers) put(name, 'the computer’s')
  for (const name of places) put(name, 'Maya’s')
  for (const name of places) put(`put-aside/2026-05-04/${name}`, 'Ana’s')
}
const swap: Moving = {
  ...{ to: '2026-11-27', from: '2026-05-04' },
  note: { at: 1_764_244_800_000, name: 'Maya' },
}
const computersOwn = theComputers.map(name => `${name} the computer’s`)
const before = [
  ...computersOwn,
  ...places.flatMap(name => [`${name} Maya’s`, `put-aside/2026-05-04/${name} Ana’s`]),
].toSorted()
const swapped = [
  ...computersOwn,
  ...places.flatMap(name => [`${name} Ana’s`, `put-aside/2026-11-27/${name} Maya’s`]),
].toSorted()

test('a place goes aside by another name alone, and what is the computer’s stays', () => {
  mayaAndAna()
  const film = statSync(join(folder, 'blobs/ab/abcd')).ino
  beginMoving(folder, { to: '2026-11-27', note: swap.note })
  finishMoving(folder)
  expect(isMoving(folder)).toBe(false)
  expect(all()).toEqual(
    before.map(line => line.replace(/^(.*) Maya’s$/, 'put-aside/2026-11-27/$1 Maya’s')).toSorted(),
  )
  expect(statSync(join(folder, 'put-aside/2026-11-27/blobs/ab/abcd')).ino).toBe(film)
})

test('a place that was put aside comes back, and the one that was here takes its turn', () => {
  mayaAndAna()
  beginMoving(folder, swap)
  finishMoving(folder)
  expect(all()).toEqual(swapped)
  expect(readdirSync(join(folder, 'put-aside'))).toEqual(['2026-11-27'])
})

test('a folder that can’t be removed once a place has left it keeps nobody from opening that place', () => {
  mayaAndAna()
  // Somebody keeps the places of others on another shelf: what leads there is no folder to be removed.
  renameSync(join(folder, 'put-aside/2026-05-04'), join(folder, 'shelf'))
  symlinkSync(join(folder, 'shelf'), join(folder, 'put-aside/2026-05-04'))
  beginMoving(folder, swap)
  finishMoving(folder)
  expect(isMoving(folder)).toBe(false)
  expect(all()).toEqual(swapped)
})

test('what is begun again by a late hand takes nothing’s place', () => {
  mayaAndAna()
  put('put-aside/2026-11-27/blobs/ab/abcd', 'there already')
  beginMoving(folder, { to: '2026-11-27', note: swap.note })
  finishMoving(folder)
  expect(all()).toContain('put-aside/2026-11-27/blobs/ab/abcd there already')
  expect(all()).toContain('put-aside/2026-11-27/blobs-2/ab/abcd Maya’s')
})

/** Runs the process with a kill before its nth change; whether it was killed. */
function isKilled(nth: number, what: 'move' | 'take-back'): boolean {
  const args = [mover, folder, String(nth), what, JSON.stringify(swap)]
  const { signal, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (signal === null && status !== 0) throw new Error(stderr)
  return signal === 'SIGKILL'
}

test('killed before any of its changes, the next start finishes what was begun, and else nothing has happened', () => {
  let nth = 0
  let finished = 0
  do {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    mayaAndAna()
    nth++
    const wasKilled = isKilled(nth, 'move')
    const wasBegun = isMoving(folder) || !wasKilled
    finishMoving(folder)
    expect([nth, isMoving(folder)]).toEqual([nth, false])
    // Until it is written down nothing is touched; once the mark is gone all of it is done.
    const now = all().filter(line => !line.includes('unfinished'))
    expect([nth, now]).toEqual([nth, wasBegun || finished > 0 ? swapped : before])
    if (wasBegun) finished++
    if (!wasKilled) break
  } while (nth < 100)
  expect(nth).toBeGreaterThan(2 * places.length)
  expect(nth).toBeLessThan(100)
}, 240_000)

test('killed while it is taken back, the next start finishes one of the two', () => {
  let nth = 0
  for (let wasKilled = true; wasKilled && nth < 100;) {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    mayaAndAna()
    // In the middle of what comes in.
    expect(isKilled(14, 'move')).toBe(true)
    expect(isMoving(folder)).toBe(true)
    nth++
    wasKilled = isKilled(nth, 'take-back')
    finishMoving(folder)
    const now = all().filter(line => !line.includes('unfinished'))
    expect([nth, [before, swapped].some(one => one.join() === now.join())]).toEqual([nth, true])
    if (!wasKilled) expect(now).toEqual(before)
  }
  expect(nth).toBeGreaterThan(places.length)
}, 240_000)

test('a mark that can’t be read moves nothing', () => {
  mayaAndAna()
  put('moving.json', '{ "to": "../elsewhere"')
  expect(() => finishMoving(folder)).toThrow('can’t be read')
  put('moving.json', JSON.stringify({ ...swap, to: '../../elsewhere', step: 'out' }))
  expect(() => takeBackMoving(folder)).toThrow('can’t be read')
  expect(all()).toEqual(before)
})
