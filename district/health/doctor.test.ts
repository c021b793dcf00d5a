import { chmodSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { healthReply } from '../../contract/sync/health.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { lockFolder } from '../../db/open/lock.ts'
import { auditCommand } from '../audit/audit-command.ts'
import { backupCommand, restoreCommand } from '../backup/backup-command.ts'
import { keepLastStart } from '../listen/last-start.ts'
import { wordsOf } from '../terminal-words.ts'
import { joined } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { besideFolder, ranKeys } from '../trial/keys.ts'
import { isOnSqlite } from '../trial/trial-database.ts'
import { doctorCommand } from './doctor-command.ts'
import { healthNote } from './notes.ts'

/** Copies of files are not tried again on PostgreSQL: there its own tools make them. */
const onFiles: (name: string, run: () => Promise<void>) => void = isOnSqlite
  ? test
  : () => undefined

let district: TrialDistrict
let beside: ReturnType<typeof besideFolder>
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())
beforeEach(() => {
  beside = besideFolder()
})
afterEach(() => beside.remove())

async function asked(...args: string[]) {
  const lines: string[] = []
  const { databaseUrl, dataFolder } = district
  const where = databaseUrl === undefined ? [] : ['--database', databaseUrl]
  const code = await doctorCommand(['--data', dataFolder, ...where, ...args], {
    env: {},
    said: wordsOf('en'),
    now: district.now(),
    out: line => void lines.push(line),
    error: line => void lines.push(line),
  })
  return { code, lines }
}

/** `code state` of everything that was found. */
async function found(...args: string[]): Promise<readonly string[]> {
  const { lines } = await asked('--json', ...args)
  const findings: { code: string; state: string }[] = JSON.parse(lines[0] ?? '[]')
  return findings.map(({ code, state }) => `${code} ${state}`)
}

const parts = () => ({
  env: {},
  words: wordsOf('en').commands,
  said: wordsOf('en'),
  now: district.now(),
  signal: new AbortController().signal,
  out: () => undefined,
  progress: () => undefined,
  error: () => undefined,
})

const start = (more: Partial<Parameters<typeof keepLastStart>[1]> = {}) =>
  keepLastStart(district.dataFolder, {
    at: district.now(),
    listensAt: district.address,
    publicUrl: null,
    isBehindProxy: false,
    ...more,
  })

/** As a district that runs holds its folder. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const lock = lockFolder(district.dataFolder)
  if (!lock.locked) throw new Error(lock.code)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

test('a new district is told what is still missing, in sentences with what to do', async () => {
  const all = await found()
  for (const finding of [
    'stands look',
    'backup_none mend',
    'drill_none look',
    'waits_nothing ok',
    'lists_ok ok',
    'issuer_key look',
    'keys_open look',
    'audit_never look',
    'never_started look',
  ])
    expect(all).toContain(finding)
  const { code, lines } = await asked()
  expect(code).toBe(1)
  const at = lines.indexOf(
    'To be mended: No copy of the record was ever made outside of its own folder, as far as it knows.',
  )
  expect(lines[at + 1]).toMatch(/^ {4}Whoever runs the server: backup --to FOLDER/)
  expect(lines.join('\n')).toMatch(
    isOnSqlite
      ? /^Good: The record lies in SQLite\.$/m
      : /^Good: The record lies in PostgreSQL \d+\..*\.$/m,
  )
  expect(lines.at(-1)).toMatch(/^One thing has to be mended\. \d things are worth a look\.$/)
})

onFiles(
  'a copy that was made, brought back to try it, and a log that was verified are known to all',
  async () => {
    const { dataFolder } = district
    const to = beside.path('copies')
    expect(await backupCommand(['--data', dataFolder, '--to', to], parts())).toBe(0)
    const copy = join(to, 'copies', new Date(district.now()).toISOString().replaceAll(/[:.]/g, '-'))
    const lines: string[] = []
    const out = (line: string) => void lines.push(line)
    const tried = ['--try', '--data', dataFolder, '--from', copy]
    expect(await restoreCommand(tried, { ...parts(), out })).toBe(0)
    expect(lines[0]).toMatch(/^The copy opens: 5 people, \d+ claims, \d+ badges?\.$/)
    expect(lines).toContain('It is good: a restore from it would work.')
    const quiet = { stdout: { write: () => true }, stderr: { write: () => true } }
    const audit = ['verify', '--data', dataFolder]
    expect(await auditCommand(audit, {}, quiet, wordsOf('en'), district.now())).toBe(0)
    const all = await found()
    for (const finding of ['backup_ok ok', 'drill_ok ok', 'audit_ok ok'])
      expect(all).toContain(finding)

    // A folder that is no copy says nothing of copies; one that is damaged does.
    expect(await restoreCommand([...tried.slice(0, -1), to], parts())).toBe(2)
    expect(healthNote(dataFolder, 'drill')).toMatchObject({ faults: 0 })
    writeFileSync(join(copy, 'record.sqlite'), 'no database '.repeat(1_000))
    expect(await restoreCommand(tried, parts())).toBe(2)
    expect(await found()).toContain('drill_failed mend')
  },
)

test('what was done with other tools is noted by its operator', async () => {
  const { dataFolder } = district
  expect(await backupCommand(['--noted', '--data', dataFolder], parts())).toBe(0)
  expect(await restoreCommand(['--noted', '--data', dataFolder], parts())).toBe(0)
  district.move(9 * 86_400_000)
  const all = await found()
  expect(all).toContain('backup_old mend')
  expect(all).toContain('drill_ok ok')
})

test('its own address is asked as a computer and a verifier would ask it', async () => {
  start()
  expect(await whileHeld(() => found())).toEqual(
    expect.arrayContaining(['runs ok', 'zone ok', 'reached ok']),
  )
  expect(await whileHeld(() => found('--no-network'))).not.toContain('reached ok')
  start({ listensAt: 'http://127.0.0.1:9' })
  expect(await whileHeld(() => found())).toContain('not_reached mend')
  // An address that answers, and tells no keys there.
  start({ publicUrl: district.address })
  const all = await whileHeld(() => found())
  for (const finding of ['reached ok', 'keys_elsewhere mend', 'proxy_unsaid look'])
    expect(all).toContain(finding)
  const other = await trialDistrict()
  start({ listensAt: other.address })
  expect(await whileHeld(() => found())).toContain('other_reached mend')
  await other.close()
})

test('keys that others may read, that are gone, or that another master key wraps are found', async () => {
  const { dataFolder } = district
  const key = join(dataFolder, 'keys', 'cursor.key')
  chmodSync(dataFolder, 0o755)
  chmodSync(key, 0o644)
  const readable = `Other users of this computer may read ${key}.`
  expect((await asked('--json')).lines[0]).toContain(readable)
  chmodSync(key, 0o600)
  expect((await asked('--json')).lines[0]).not.toContain(readable)
  chmodSync(dataFolder, 0o700)
  renameSync(key, `${key}.away`)
  const { lines } = await asked('--json')
  expect(lines[0]).toContain(`${key} is not there, and this district had it.`)
  renameSync(`${key}.away`, key)

  const [master, other] = [beside.path('master'), beside.path('other')]
  for (const file of [master, other]) await ranKeys({ dataFolder }, ['make-master', file])
  await ranKeys({ dataFolder }, ['seal', '--master-key', master])
  expect(await found('--master-key', master)).toContain('keys_sealed ok')
  expect(await found()).not.toContain('keys_wrong mend')
  expect(await found('--master-key', other)).toContain('keys_wrong mend')
  await ranKeys({ dataFolder }, ['unseal', '--master-key', master])
})

test('a clock that is behind what was signed is told', async () => {
  const maya = await joined(district, 'maya')
  await maya.act('goal.add', { layer: 'personal', title: 'Later' })
  // The end of the log is signed a moment after what was done.
  await expect.poll(() => district.program().house.auditHead()).toBeDefined()
  await district.restart()
  district.move(-30 * 86_400_000)
  expect(await found()).toContain('clock_behind mend')
  district.move(30 * 86_400_000)
})

test('administrators are told how the record is, and nobody else', async () => {
  const desmond = await joined(district, 'desmond')
  const ruth = await joined(district, 'ruth')
  const get = { method: 'GET', target: districtPaths.health }
  expect((await ruth.ask(get)).status).toBe(403)
  const answer = await desmond.ask(get)
  const { at, findings } = healthReply.parse(JSON.parse(answer.body.toString()))
  expect(at).toBe(district.now())
  expect(findings.map(({ code }) => code)).toContain('waits_nothing')
})

test('it says why nothing can be looked at', async () => {
  const nowhere = await doctorCommand(['--data', beside.path('none')], parts())
  expect(nowhere).toBe(2)
  expect(await doctorCommand(['--unknown'], parts())).toBe(64)
  expect(await doctorCommand(['--database', 'ada:secret'], parts())).toBe(64)
})
