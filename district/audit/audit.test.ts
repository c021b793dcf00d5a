import Database from 'better-sqlite3'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import type { AuditHead } from '../../core/audit/head.ts'
import { isHeadSigned } from '../../core/audit/head.ts'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { joined } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { postgresPool, postgresSql } from '../../db/sql/postgres.ts'
import { sqliteSql } from '../../db/sql/sqlite.ts'
import { query } from '../../db/sql/steps.ts'
import { recordSchema } from '../database/record-schema.ts'
import { wordsOf } from '../terminal-words.ts'
import { auditCommand } from './audit-command.ts'
import { until } from '../../test/builders/patience.ts'

let district: TrialDistrict
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const pulled = async (held?: number) => {
  const answer = await maya.ask({ method: 'GET', target: pullTarget(maya.cursor, 0, held) })
  const page = pullReply.parse(JSON.parse(answer.body.toString()))
  return 'resync' in page ? undefined : page
}
const told = async (): Promise<AuditHead | undefined> => (await pulled())?.head
/** The head once the log has this many more entries than before. */
const grownBy = async (n: number, before: AuditHead | undefined): Promise<AuditHead> => {
  let head: AuditHead | undefined
  await until(async () => ((head = await told())?.link ?? 0) >= (before?.link ?? 0) + n)
  if (head === undefined) throw new Error('the log did not grow')
  return head
}
let words = wordsOf('en')
const verify = async (...more: string[]) => {
  const { dataFolder, databaseUrl } = district
  const where = databaseUrl === undefined ? [] : ['--database', databaseUrl]
  const said = { out: '', err: '' }
  const args = ['verify', '--data', dataFolder, ...where, ...more]
  const code = await auditCommand(
    args,
    {},
    {
      stdout: { write: (text: string) => (said.out += text) },
      stderr: { write: (text: string) => (said.err += text) },
    },
    words,
  )
  return { code, ...said }
}
/** Somebody with the database in their hands. */
const onDisk = async (...statements: string[]) => {
  const { dataFolder, databaseUrl } = district
  const sql =
    databaseUrl === undefined
      ? sqliteSql(new Database(join(dataFolder, 'record.sqlite')))
      : postgresSql(
          postgresPool({
            connectionString: databaseUrl,
            options: `-c search_path=${recordSchema}`,
          }),
        )
  await sql.write(
    function* () {
      for (const statement of statements) yield* query(statement)
    },
    () => true,
  )
  await sql.close()
}

test('every pull brings the end of the log, signed with the key that the computer holds since it joined', async () => {
  const before = await told()
  await maya.act('goal.add', { layer: 'personal', title: 'Ask more' })
  const after = await grownBy(1, before)
  const key = publicKeyOfMultikey(maya.trustKey)
  expect(isHeadSigned(after, Buffer.from(key?.bytes ?? []).toString('hex'))).toBe(true)
  expect(after.epoch).toBe(district.program().house.epoch())
  expect(after.hash).not.toBe(before?.hash)
})

test('a computer is told what stands now where its own end was', async () => {
  const before = await told()
  await maya.act('goal.add', { layer: 'personal', title: 'Listen longer' })
  const after = await grownBy(1, before)
  expect((await pulled(before?.link))?.stands).toBe(before?.hash)
  expect((await pulled(after.link))?.stands).toBe(after.hash)
  expect((await pulled(after.link + 100))?.stands).toBeNull()
  expect(await pulled()).not.toHaveProperty('stands')
})

test('the log holds while the district runs, and with the seal that a computer holds', async () => {
  const { link, hash } = await grownBy(0, undefined)
  const found = await verify('--holds', `${link}:${hash}`)
  expect(found).toMatchObject({ err: '', code: 0 })
  expect(found.out).toMatch(/^The log holds: \d+ entries, .+ Seals from computers: 1 compared\.$/m)
  expect(found.out).toContain(`Its seal now: ${link}:${hash}`)
})

test('texts with half a sign, or one that is none, are taken and hold; an id of such is refused', async () => {
  const desmond = await joined(district, 'desmond')
  await maya.act('goal.add', { layer: 'personal', title: 'Cut in an emoji \ud83c' })
  const person = { name: 'Pasted\0 name', place: '', roles: ['educator'] }
  await desmond.act('person.add', { id: 'pasted', person })
  for (const id of ['x\0', 'x\ud83c'])
    expect(await desmond.push([{ name: 'person.add', input: { id, person } }])).toMatchObject([
      { status: 'refused', refusal: { code: 'bad_input' } },
    ])
  expect(await verify()).toMatchObject({ err: '', code: 0 })
})

test('after a restart the chain goes on where it was', async () => {
  const first = await told()
  await maya.act('goal.add', { layer: 'personal', title: 'Once more' })
  const before = await grownBy(1, first)
  await district.restart()
  const after = await told()
  expect(after?.link).toBeGreaterThanOrEqual(before.link)
  expect((await verify('--holds', `${before.link}:${before.hash}`)).code).toBe(0)
})

test('a decision that is rewritten on the disk is named, with the record that it was about', async () => {
  const entry = `select n from audit where command = 'goal.add' order by n desc limit 1`
  await onDisk(
    `update record set body = replace(body, 'Once more', 'Never') where body like '%Once more%'`,
    `update audit set person = 'jonah' where n = (${entry})`,
  )
  const found = await verify()
  expect(found.code).toBe(1)
  expect(found.out).toMatch(
    /^Entry \d+ is not what was written, or stands elsewhere than it was\.$/m,
  )
  expect(found.out).toMatch(/^goal\/\S+ is not what its last command wrote\.$/m)
  expect(found.out).toMatch(/^The log does not hold: 2 faults in \d+ entries\.$/m)
  words = wordsOf('es-419')
  expect((await verify()).out).toMatch(/^El diario no se sostiene: 2 fallas en \d+ entradas\.$/m)
  words = wordsOf('en')
  const asData = JSON.parse((await verify('--json')).out)
  expect(asData.faults.map((fault: { code: string }) => fault.code)).toEqual([
    'changed',
    'record_changed',
  ])
})

test('what can’t be asked is a sentence and an exit code of its own', async () => {
  const elsewhere = await auditCommand(
    ['verify', '--data', '/nowhere'],
    {},
    {
      stdout: { write: () => undefined },
      stderr: { write: () => undefined },
    },
    words,
  )
  expect(elsewhere).toBe(2)
  const { dataFolder } = district
  const garbled = mkdtempSync(join(tmpdir(), 'district-garbled-'))
  cpSync(join(dataFolder, 'keys'), join(garbled, 'keys'), { recursive: true })
  writeFileSync(join(garbled, 'record.sqlite'), 'no database '.repeat(1_000))
  let told = ''
  const heard = { write: (text: string) => (told += text) }
  const streams = { stdout: heard, stderr: heard }
  expect(await auditCommand(['verify', '--data', garbled], {}, streams, words)).toBe(2)
  expect(told).toBe(
    `${garbled} can’t be read: its record is damaged, or in use by something else.\n`,
  )
  rmSync(garbled, { recursive: true })
  expect((await verify('--holds', `0:${'a'.repeat(64)}`)).code).toBe(64)
  expect(await verify('--holds', 'abc')).toMatchObject({ code: 64, out: '' })
  expect((await verify('--holds', 'abc')).err).toContain('abc is no seal')
  expect((await verify('--hold')).code).toBe(64)
})
