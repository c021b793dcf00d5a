import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { sha256Of } from '../../evidence/sha256-of.ts'
import type { World } from './world.ts'

/** How long what is running works before the next kill (ms), at most. */
const workMsMax = 600
/** So soon after it was begun a start is killed too (ms), at most. */
const startingMsMax = 900
/** The share of starts that are killed before they are ready. */
const startsKilled = 0.2

export interface Killed {
  district: number
  laptop: number
  /** Of these, while they were starting. */
  starting: number
}

/** Kills district and laptop at moments of the seed, looks at what they left, and starts them again. */
export async function killing(
  world: World,
  kills: number,
  seen: Set<string>,
  isFailed: () => boolean,
): Promise<Killed> {
  const { chance, district, laptop } = world
  const count: Killed = { district: 0, laptop: 0, starting: 0 }
  /** A machine that starts programs slowly does everything else slowly too: it gets more time between two kills. */
  let slowMs = 0
  const dies = async (who: 'district' | 'laptop') => {
    const one = who === 'district' ? district : laptop
    const mayDie = one.program
    if (mayDie === undefined || mayDie.isOver())
      throw new Error(`${who} ended by itself: ${mayDie?.logged().slice(-3).join('\n')}`)
    defectIn(who, mayDie.logged())
    await one.kill()
    count[who]++
    await leftWhole(one.folder, seen)
    if (chance.is(startsKilled)) {
      const starting = one.begin()
      starting.program.catch(() => undefined)
      await new Promise(resolve => setTimeout(resolve, chance.below(startingMsMax)))
      await one.kill()
      count[who]++
      count.starting++
      await leftWhole(one.folder, seen)
    }
    const began = performance.now()
    one.begin()
    await one.up()
    world.disturbedAt = performance.now()
    slowMs = Math.max(slowMs, world.disturbedAt - began)
  }
  while (count.district + count.laptop < kills && !isFailed()) {
    await new Promise(resolve => setTimeout(resolve, chance.below(workMsMax + slowMs / 2)))
    const which = chance.next()
    if (which < 0.5) await dies('district')
    else if (which < 0.85) await dies('laptop')
    else await Promise.all([dies('district'), dies('laptop')])
  }
  return count
}

/** A district that is killed has defects to tell only where it did something wrong before. */
function defectIn(who: string, lines: readonly string[]): void {
  const defect = lines.find(line => /"level":50|defect at/.test(line))
  if (defect !== undefined) throw new Error(`${who}: ${defect}`)
}

/** What lies in a folder after a kill: databases that are whole, and under a file's name nothing but that file. */
export async function leftWhole(folder: string, seen: Set<string>): Promise<void> {
  for (const name of ['record.sqlite', 'accounts.sqlite', 'nonces.sqlite'])
    if (existsSync(join(folder, name))) isWhole(join(folder, name))
  const blobs = join(folder, 'blobs')
  if (!existsSync(blobs)) return
  for (const path of readdirSync(blobs, { recursive: true, encoding: 'utf8' })) {
    const sha256 = basename(path)
    if (!/^[0-9a-f]{64}$/.test(sha256) || seen.has(join(folder, path))) continue
    if ((await sha256Of(join(blobs, path))) !== sha256) throw new Error(`half a file: ${path}`)
    seen.add(join(folder, path))
  }
}

/** Looks at a copy: opening a database mends what the kill left, and that is the program's own task. */
function isWhole(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-killed-copy-'))
  try {
    for (const end of ['', '-wal'])
      if (existsSync(path + end)) copyFileSync(path + end, join(folder, `copy${end}`))
    const db = new Database(join(folder, 'copy'))
    const found: unknown = db.pragma('integrity_check', { simple: true })
    db.close()
    if (found !== 'ok') throw new Error(`${path}: ${String(found)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
