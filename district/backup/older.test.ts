import Database from 'better-sqlite3'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtMigrations } from '../../db/district-store/migrations.ts'
import { migrate, versionOf } from '../../db/open/migrate.ts'
import type { Migration } from '../../db/open/migration.ts'
import { newestOf } from '../../db/open/migration.ts'
import { accountMigrations } from '../person/migrations.ts'
import { wordsOf } from '../terminal-words.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { backUp } from './backup.ts'
import { restoreCommand } from './backup-command.ts'

let district: TrialDistrict
let to: string
let now = Date.parse('2026-11-26T09:00:00Z')
beforeAll(async () => {
  to = mkdtempSync(join(tmpdir(), 'district-older-'))
  district = await trialDistrict()
})
afterAll(async () => {
  await district.close()
  rmSync(to, { recursive: true, force: true })
})

/** Puts in the place of a database what an earlier version would have had of it: its tables, and what it knew of each. */
function makeOlder(path: string, migrations: readonly Migration[]): void {
  const older = new Database(`${path}.older`)
  migrate(older, migrations)
  older.prepare('attach ? as newer').run(path)
  const columnsOf = (schema: string, table: string) =>
    older
      .prepare<unknown[], { name: string }>(`pragma ${schema}.table_info("${table}")`)
      .all()
      .map(({ name }) => name)
  const tables = older
    .prepare<unknown[], { name: string }>(
      "select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%'",
    )
    .all()
  for (const { name } of tables) {
    const both = columnsOf('newer', name).filter(column => columnsOf('main', name).includes(column))
    const columns = both.map(column => `"${column}"`).join(', ')
    older.exec(`insert into main."${name}" (${columns}) select ${columns} from newer."${name}"`)
  }
  // What it found records by was another program's, and it counted nothing.
  if (tables.some(({ name }) => name === 'meta'))
    older.exec("delete from meta where name like 'index:%' or name in ('recounted', 'compacted')")
  older.exec('detach newer')
  older.close()
  renameSync(`${path}.older`, path)
}

test.each([
  ['before the log was a chain', 2, 1],
  ['before the log of changes was compacted', 3, 2],
  ['of the version before', newestOf(districtMigrations) - 1, newestOf(accountMigrations) - 1],
])(
  'a copy of a district %s can be tried, restored and lived from, and its log holds',
  async (when, record, accounts) => {
    const { dataFolder } = district
    const maya = await joined(district, 'maya')
    await maya.act('goal.add', { layer: 'personal', title: `In the copy, ${when}` })
    now += 1_000
    const never = { onProgress: () => undefined, isStopped: () => false }
    const made = await backUp({ dataFolder, to, now, ...never })
    if (typeof made === 'string' || !('folder' in made)) throw new Error(JSON.stringify(made))
    const shapes = {
      record: districtMigrations.slice(0, record),
      accounts: accountMigrations.slice(0, accounts),
    }
    for (const [name, migrations] of Object.entries(shapes))
      makeOlder(join(made.folder, `${name}.sqlite`), migrations)
    // The seal of a log came with its chain.
    if (record < 3) writeFileSync(join(made.folder, 'about.json'), '{}')
    const later = { layer: 'personal', title: `After the copy, ${when}` }
    const { key } = await maya.act('goal.add', later)

    const lines: string[] = []
    const parts = {
      ...{ env: {}, words: wordsOf('en').commands, said: wordsOf('en'), now },
      signal: new AbortController().signal,
      out: (line: string) => void lines.push(line),
      error: (line: string) => void lines.push(line),
      progress: () => undefined,
    }
    const args = ['--data', dataFolder, '--from', made.folder]
    expect([await restoreCommand(['--try', ...args], parts), lines.join('\n')]).toEqual([
      0,
      expect.stringContaining('It is good'),
    ])
    await district.whileStopped(async () => {
      expect(await restoreCommand(['--with-accounts', ...args], parts)).toBe(0)
      const put = new Database(join(dataFolder, 'record.sqlite'))
      expect(versionOf(put)).toBe(record)
      put.close()
    })

    await maya.pull()
    const titles = () => [...maya.records.values()].map(body => body['title'])
    expect(titles()).toContain(`In the copy, ${when}`)
    expect(titles()).not.toContain(later.title)
    await maya.push([{ name: 'goal.add', input: later, n: Number(key.split(':')[1]) }])
    await maya.pull()
    expect(titles()).toContain(later.title)
    const { store, secrets } = district.program().house
    const publicKey = Buffer.from(publicKeyOf(secrets.trust)).toString('hex')
    const { faults, faultsMore } = await store.audit.verify({ publicKey, holds: [] })
    expect([faults, faultsMore]).toEqual([[], 0])
  },
)
