import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { pullTarget } from '../../contract/sync/pull.ts'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { migrate } from '../../db/open/migrate.ts'
import { accountMigrations } from '../person/migrations.ts'
import { lockFolder } from '../../db/open/lock.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { healthNote } from '../health/notes.ts'
import { trialDistrict } from '../trial/district.ts'
import { isOnSqlite } from '../trial/trial-database.ts'
import { wordsOf } from '../terminal-words.ts'
import { backUp } from './backup.ts'
import { backupCommand, restoreCommand } from './backup-command.ts'
import { markRestored } from './restored-mark.ts'

const scratch = mkdtempSync(join(tmpdir(), 'district-backup-'))
const opened = new Set<TrialDistrict>()
afterAll(async () => {
  for (const district of opened) await district.close()
  rmSync(scratch, { recursive: true, force: true })
})

let lines: string[]
let now = Date.parse('2026-11-26T09:00:00Z')
beforeEach(() => {
  lines = []
  now += 1_000
})
const parts = (more: { signal?: AbortSignal; env?: NodeJS.ProcessEnv } = {}) => ({
  env: {},
  words: wordsOf('en').commands,
  said: wordsOf('en'),
  now,
  signal: new AbortController().signal,
  out: (line: string) => void lines.push(line),
  error: (line: string) => void lines.push(line),
  progress: () => undefined,
  ...more,
})
const folderIn = () =>
  lines.find(line => line.startsWith('Copied to '))?.slice('Copied to '.length) ?? ''
const fresh = async () => {
  const district = await trialDistrict()
  opened.add(district)
  return district
}
const pathOf = (district: TrialDistrict, sha: string) =>
  join(district.dataFolder, 'blobs', sha.slice(0, 2), sha)

describe.runIf(isOnSqlite)('a copy of a district in its folder', () => {
  test('is whole also where the district lets go of a file while files are copied', async () => {
    const district = await fresh()
    const maya = await joined(district, 'maya')
    const [first, second] = ['a film ', 'another '].map(text => Buffer.alloc(200_000, text))
    if (first === undefined || second === undefined) throw new Error('no films')
    for (const film of [first, second]) await maya.upload(film)
    const swept = [hashOf(first), hashOf(second)].toSorted().at(-1) ?? ''
    const record = new Database(join(district.dataFolder, 'record.sqlite'))
    const letGo = () => {
      record.prepare('delete from blob where sha = ?').run(swept)
      rmSync(pathOf(district, swept), { force: true })
    }
    const to = join(scratch, 'swept')
    const asked = { dataFolder: district.dataFolder, to, now, isStopped: () => false }
    const made = await backUp({ ...asked, onProgress: letGo })
    record.close()
    expect(made).toMatchObject({ blobs: { copied: 1, there: 0, damaged: [] }, lacking: [] })
  })

  test('is thinned of files that no copy in its folder names any more, and of nothing where one can’t be read', async () => {
    const district = await fresh()
    const maya = await joined(district, 'maya')
    const [kept, gone] = [Buffer.alloc(20_000, 'kept '), Buffer.alloc(20_000, 'gone ')]
    for (const film of [kept, gone]) await maya.upload(film)
    const to = join(scratch, 'thinned')
    const copied = (film: Buffer) => join(to, 'blobs', hashOf(film).slice(0, 2), hashOf(film))
    const isThere = () => [kept, gone].map(film => existsSync(copied(film)))
    const thin = async () => {
      now += 1_000
      const args = ['--data', district.dataFolder, '--to', to, '--thin']
      expect(await backupCommand(args, parts())).toBe(0)
    }
    await thin()
    const before = folderIn()
    const record = new Database(join(district.dataFolder, 'record.sqlite'))
    record.prepare('delete from blob where sha = ?').run(hashOf(gone))
    record.close()
    rmSync(pathOf(district, hashOf(gone)), { force: true })
    const other = join(to, 'blobs', 'read me.txt')
    writeFileSync(other, 'Not ours.')
    for (const path of [copied(kept), copied(gone), other]) utimesSync(path, 1, 1)
    // The copy from before names it.
    await thin()
    expect(isThere()).toEqual([true, true])
    renameSync(join(before, 'about.json'), join(before, 'about.json.lost'))
    await thin()
    expect(lines.at(-1)).toBe(`Nothing was thinned: which files ${before} needs can’t be told.`)
    expect(isThere()).toEqual([true, true])
    rmSync(before, { recursive: true })
    const [left = ''] = readdirSync(join(to, 'copies'))
    const files = readdirSync(join(to, 'copies', left))
    await thin()
    expect(isThere()).toEqual([true, false])
    expect(existsSync(other)).toBe(true)
    expect(readdirSync(join(to, 'copies', left))).toEqual(files)
  })

  test('comes back: what is older stands again, what was revoked does not, and computers send what it lacks', async () => {
    const district = await fresh()
    const maya = await joined(district, 'maya')
    const film = Buffer.alloc(300_000, 'a film ')
    await maya.upload(film)
    await maya.act('goal.add', { layer: 'personal', title: 'In the copy' })
    const to = join(scratch, 'drill')
    expect(await backupCommand(['--data', district.dataFolder, '--to', to], parts())).toBe(0)
    const copy = folderIn()
    const later = await maya.act('goal.add', { layer: 'personal', title: 'After the copy' })
    const lost = await joined(district, 'jonah')
    const desmond = await joined(district, 'desmond')
    await desmond.askJson('POST', '/sync/v1/devices/revoke', { device: lost.name })
    // A disk fails: the file is damaged, and another is gone for good.
    writeFileSync(pathOf(district, hashOf(film)), Buffer.alloc(film.length, 'x'))

    await district.whileStopped(async () => {
      const lock = lockFolder(district.dataFolder)
      const args = ['--data', district.dataFolder, '--from', copy]
      expect(await restoreCommand(args, parts())).toBe(2)
      expect(lines.at(-1)).toContain('is in use: stop the district first')
      if (lock.locked) lock.release()
      expect(await restoreCommand(['--data', district.dataFolder, '--from', copy], parts())).toBe(0)
    })
    expect(lines.join('\n')).toContain('Accounts stayed as they were')
    expect(healthNote(district.dataFolder, 'drill')).toMatchObject({ faults: 0 })
    expect(readFileSync(pathOf(district, hashOf(film))).equals(film)).toBe(true)
    const [aside] = readdirSync(district.dataFolder).filter(name => name.startsWith('before-'))
    expect(existsSync(join(district.dataFolder, aside ?? '', 'record.sqlite'))).toBe(true)

    // The computer begins anew; who was locked out stays so.
    const before = district.program().house.epoch()
    await maya.pull()
    const titles = () => [...maya.records.values()].map(body => body['title'])
    expect(titles()).toContain('In the copy')
    expect(titles()).not.toContain('After the copy')
    expect(before).not.toMatch(/\.1$/)
    await expect(lost.pull()).rejects.toThrow('device_revoked')
    // What it did after the copy it has still, and sends again under the same key.
    const again = { layer: 'personal', title: 'After the copy' }
    await maya.push([{ name: 'goal.add', input: again, n: Number(later.key.split(':')[1]) }])
    await maya.pull()
    expect(titles()).toContain('After the copy')
    // Told once: the next start is one like any other.
    await district.restart()
    expect(district.program().house.epoch()).toBe(before)
  })

  test('brought back twice it begins two lives: no computer takes the second for the first', async () => {
    const district = await fresh()
    const maya = await joined(district, 'maya')
    await backupCommand(['--data', district.dataFolder, '--to', join(scratch, 'lives')], parts())
    const args = ['--data', district.dataFolder, '--from', folderIn()]
    const lives = new Set([district.program().house.epoch()])
    for (const [title, whose, said] of [
      ['In the second life', [], 'Accounts stayed as they were'],
      // Whoever was sent away since may come in again: who brings it back has to know.
      ['In the third life', ['--with-accounts'], 'Accounts are those of the copy'],
    ] as const) {
      now += 1_000
      await district.whileStopped(async () => {
        lines = []
        expect(await restoreCommand([...args, ...whose], parts())).toBe(0)
        expect(lines.join('\n')).toContain(said)
      })
      lives.add(district.program().house.epoch())
      const told = await maya.ask({ method: 'GET', target: pullTarget(maya.cursor, 0) })
      expect(told.body.toString()).toContain('"resync":"epoch"')
      await maya.pull()
      await maya.act('goal.add', { layer: 'personal', title })
      await maya.pull()
    }
    expect(lives.size).toBe(3)
  })

  test('where the published lists are lost too, and of roles that were taken since, it says what counts again', async () => {
    const district = await fresh()
    const { dataFolder } = district
    await backupCommand(['--data', dataFolder, '--to', join(scratch, 'lists')], parts())
    const args = ['--data', dataFolder, '--from', folderIn()]
    const said = async (isLost: boolean) => {
      now += 1_000
      lines = []
      await district.whileStopped(async () => {
        if (isLost) rmSync(join(dataFolder, 'published'), { recursive: true })
        expect(await restoreCommand(args, parts())).toBe(0)
      })
      return lines.join('\n')
    }
    const roles = 'Roles that were taken away since the copy was made count again'
    const revoked = 'a badge that was revoked or suspended since holds again'
    const stayed = await said(false)
    expect(stayed).toContain(roles)
    expect(stayed).not.toContain(revoked)
    const taken = await said(true)
    expect(taken).toContain(roles)
    expect(taken).toContain(revoked)
  })

  test('a second copy carries only what is new, and names files that are damaged', async () => {
    const district = await fresh()
    const maya = await joined(district, 'maya')
    const to = join(scratch, 'twice')
    const args = ['--data', district.dataFolder, '--to', to]
    expect(await backupCommand(args, parts())).toBe(0)
    const bytes = randomBytes(40)
    await maya.upload(bytes)
    now += 1_000
    lines = []
    expect(await backupCommand(args, parts())).toBe(0)
    expect(lines.join('\n')).toMatch(/Files: 1 copied, \d+ there already, 0 damaged/)
    const other = randomBytes(40)
    await maya.upload(other)
    writeFileSync(pathOf(district, hashOf(other)), 'not what it was')
    now += 1_000
    lines = []
    expect(await backupCommand(args, parts())).toBe(1)
    expect(lines.join('\n')).toContain(`Damaged: ${hashOf(other).slice(0, 2)}/${hashOf(other)}`)
    expect(readdirSync(join(to, 'copies'))).toHaveLength(3)
  })

  test('one that was stopped has no name of a copy, and can’t be taken for one', async () => {
    const district = await fresh()
    const to = join(scratch, 'stopped')
    const signal = AbortSignal.abort()
    const code = await backupCommand(['--data', district.dataFolder, '--to', to], parts({ signal }))
    expect(code).toBe(2)
    expect(readdirSync(join(to, 'copies'))).toEqual([])
    // What one leaves that is killed.
    const left = join(to, 'copies', 'x.unfinished')
    mkdirSync(left)
    writeFileSync(join(left, 'record.sqlite.unfinished'), '')
    const args = ['--data', district.dataFolder, '--from', left]
    expect(await restoreCommand(args, parts())).toBe(2)
    expect(lines.at(-1)).toContain('is no copy of a district')
    // It goes a day later: until then another backup may be at it.
    expect(await backupCommand(['--data', district.dataFolder, '--to', to], parts())).toBe(0)
    expect(existsSync(left)).toBe(true)
    const others = join(to, 'others.unfinished')
    mkdirSync(others)
    for (const each of [left, others]) utimesSync(each, now / 1_000 - 90_000, now / 1_000 - 90_000)
    now += 1_000
    expect(await backupCommand(['--data', district.dataFolder, '--to', to], parts())).toBe(0)
    expect(existsSync(left)).toBe(false)
    expect(existsSync(others)).toBe(true)
  })

  test('a restore that was killed with nothing in the place of what it moved away starts no new district, and is done again', async () => {
    const district = await fresh()
    const { dataFolder } = district
    const maya = await joined(district, 'maya')
    await maya.act('goal.add', { layer: 'personal', title: 'In the copy' })
    await backupCommand(['--data', dataFolder, '--to', join(scratch, 'killed')], parts())
    const args = ['--data', dataFolder, '--from', folderIn()]
    await district.whileStopped(async () => {
      writeFileSync(join(dataFolder, 'record.sqlite-wal'), 'what was not in the file yet')
      const aside = join(dataFolder, 'before-restore-1')
      mkdirSync(aside)
      markRestored(dataFolder, aside)
      renameSync(join(dataFolder, 'record.sqlite'), join(aside, 'record.sqlite'))
      const started = spawnSync(process.execPath, [
        fileURLToPath(new URL('../start.ts', import.meta.url)),
        ...['--data', dataFolder, '--port', '0'],
      ])
      expect(started.status).toBe(1)
      expect(started.stderr.toString()).toBe(
        `${dataFolder} is half restored. Restore it once more; what was there before lies in ${aside}.\n`,
      )
      expect(await restoreCommand(args, parts())).toBe(0)
      expect(lines.at(-2)).toBe(`What was there before lies in ${aside}`)
      expect(readdirSync(aside).toSorted()).toEqual(['record.sqlite', 'record.sqlite-wal'])
    })
    await maya.pull()
    expect([...maya.records.values()].map(body => body['title'])).toContain('In the copy')
  })

  test('files that the record names and nobody has are told, in a copy and when it comes back', async () => {
    const district = await fresh()
    const maya = await joined(district, 'maya')
    const bytes = randomBytes(40)
    await maya.upload(bytes)
    rmSync(pathOf(district, hashOf(bytes)))
    const name = join(hashOf(bytes).slice(0, 2), hashOf(bytes))
    const to = join(scratch, 'lacking')
    expect(await backupCommand(['--data', district.dataFolder, '--to', to], parts())).toBe(1)
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^Files: .+ 0 damaged, 1 missing\.$/),
      `Missing: ${name}`,
    ])
    const copy = folderIn()
    await district.whileStopped(async () => {
      const args = ['--data', district.dataFolder, '--from', copy]
      expect(await restoreCommand(args, parts())).toBe(1)
      expect(lines.at(-1)).toBe(`Missing: ${name}`)
    })
  })

  test('a district of before the log was a chain is copied as it is: before the new version is started on it', async () => {
    const old = join(scratch, 'old')
    mkdirSync(old)
    const all = { record: districtMigrations.slice(0, 2), accounts: accountMigrations }
    for (const [name, migrations] of Object.entries(all)) {
      const db = new Database(join(old, `${name}.sqlite`))
      migrate(db, migrations)
      db.close()
    }
    expect(await backupCommand(['--data', old, '--to', join(scratch, 'of-old')], parts())).toBe(0)
    expect(lines.join('\n')).not.toContain('Its log ends')
  })

  test.runIf(process.geteuid?.() === 0)(
    'what the system’s administrator brings back belongs to the user of the district',
    async () => {
      const district = await fresh()
      const { dataFolder } = district
      await backupCommand(['--data', dataFolder, '--to', join(scratch, 'owner')], parts())
      const args = ['--data', dataFolder, '--from', folderIn()]
      await district.whileStopped(async () => {
        lchownSync(dataFolder, 12_345, 12_345)
        expect(await restoreCommand(args, parts())).toBe(0)
        for (const name of ['record.sqlite', 'restored', 'lock.db'])
          expect(statSync(join(dataFolder, name))).toMatchObject({ uid: 12_345, gid: 12_345 })
        lchownSync(dataFolder, 0, 0)
      })
    },
  )

  test('a damaged copy changes nothing, and without keys there would be another district', async () => {
    const district = await fresh()
    const to = join(scratch, 'damaged')
    await backupCommand(['--data', district.dataFolder, '--to', to], parts())
    const copy = folderIn()
    const elsewhere = join(scratch, 'elsewhere')
    expect(await restoreCommand(['--data', elsewhere, '--from', copy], parts())).toBe(2)
    expect(lines.at(-1)).toContain('lacks its keys folder')
    mkdirSync(join(elsewhere, 'keys'))
    writeFileSync(join(elsewhere, 'keys', 'trust-1.key'), 'no key')
    expect(await restoreCommand(['--data', elsewhere, '--from', copy], parts())).toBe(2)
    expect(lines.at(-1)).toContain('does not hold a key')
    const whole = readFileSync(join(copy, 'record.sqlite'))
    writeFileSync(join(copy, 'record.sqlite'), whole.subarray(0, whole.length / 2))
    await district.whileStopped(async () => {
      const record = readFileSync(join(district.dataFolder, 'record.sqlite'))
      const args = ['--data', district.dataFolder, '--from', copy]
      expect(await restoreCommand(args, parts())).toBe(2)
      expect(lines.at(-1)).toContain('is not whole')
      expect(readFileSync(join(district.dataFolder, 'record.sqlite')).equals(record)).toBe(true)
      // A whole one that the person stops changes nothing either.
      writeFileSync(join(copy, 'record.sqlite'), whole)
      const stopped = parts({ signal: AbortSignal.abort() })
      expect(await restoreCommand(args, stopped)).toBe(2)
      expect(lines.at(-1)).toContain('is as it was: stopped')
      expect(readFileSync(join(district.dataFolder, 'record.sqlite')).equals(record)).toBe(true)
      expect(existsSync(join(district.dataFolder, 'restored'))).toBe(false)
    })
  })

  test('what can’t be done is a sentence', async () => {
    const district = await fresh()
    const { dataFolder } = district
    const onPostgres = { MERITFOLIO_DATABASE: 'postgres://db/record' }
    const file = join(scratch, 'a-file')
    writeFileSync(file, '')
    const link = join(scratch, 'link')
    symlinkSync(dataFolder, link)
    const garbled = join(scratch, 'garbled')
    mkdirSync(garbled)
    writeFileSync(join(garbled, 'record.sqlite'), 'no database '.repeat(1_000))
    const cases: readonly (readonly [() => Promise<number>, number, string])[] = [
      [() => backupCommand(['--data', dataFolder], parts()), 64, 'Use: backup'],
      [() => backupCommand(['--where', 'x'], parts()), 64, 'Use: backup'],
      [() => restoreCommand(['--data', dataFolder], parts()), 64, 'Use: restore'],
      [
        () => backupCommand(['--data', scratch, '--to', dataFolder], parts()),
        2,
        'holds no district',
      ],
      [
        () => backupCommand(['--data', dataFolder, '--to', join(dataFolder, 'x')], parts()),
        2,
        'lost with it',
      ],
      [
        () =>
          backupCommand(['--data', dataFolder, '--to', join(dataFolder, 'lock.db', 'x')], parts()),
        2,
        'lost with it',
      ],
      [
        () => backupCommand(['--data', dataFolder, '--to', join(file, 'x')], parts()),
        2,
        'cannot be opened',
      ],
      [
        () => backupCommand(['--data', dataFolder, '--to', join(link, 'x')], parts()),
        2,
        'lost with it',
      ],
      [
        () => backupCommand(['--data', garbled, '--to', join(scratch, 'none')], parts()),
        2,
        'the record itself is damaged',
      ],
      [() => backupCommand(['--to', scratch], parts({ env: onPostgres })), 2, 'pg_dump'],
      [() => restoreCommand(['--from', scratch], parts({ env: onPostgres })), 2, 'pg_dump'],
    ]
    for (const [command, code, sentence] of cases) {
      lines = []
      expect(await command()).toBe(code)
      expect(lines.at(-1)).toContain(sentence)
    }
  })
})
