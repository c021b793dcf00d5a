import { afterAll, describe, expect, test } from 'vitest'
import type { Sql, SqlRow } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { trialEngines } from '../../db/trial/engines.ts'
import { secondStepOf, signInNamed } from '../sign-in/account.ts'
import { spareCodesLeft } from '../sign-in/spare-codes.ts'
import { deviceNamed, formerOwner, mayComeBack } from './devices.ts'
import { invitationOf, invite } from './invitations.ts'
import { letInBy } from './let-in-by.ts'
import { accountMigrations } from './migrations.ts'

// Accounts of every earlier shape, written as those programs wrote them: nothing of today's is called.

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

const t0 = 1_700_000_000_000
const dayMs = 86_400_000

/** What a district of that shape held: Maya's laptop, one that was ended, a code that was used and one that was not. */
const accountRows = (shape: number): readonly string[] => [
  `insert into device (device, person, name, public_key, invitation, joined_at, revoked_at) values
     ('dev_laptop', 'maya', 'Laptop', 'kA', 'h1', ${t0}, null), ('dev_lost', 'maya', 'Lost', 'kB', 'h0', ${t0}, ${t0 + 1})`,
  `insert into invitation (hash, person, made_at, expires_at, used_at, voided_at) values
     ('h1', 'maya', ${t0}, ${t0 + 7 * dayMs}, ${t0}, null), ('h2', 'maya', ${t0 + 2}, ${t0 + 7 * dayMs}, null, null)`,
  `insert into miss (source, at) values ('203.0.113.7', ${t0})`,
  `insert into event (at, what, person, device, about) values
     (${t0}, 'joined', 'maya', null, 'dev_laptop'), (${t0 + 1}, 'revoked', 'maya', 'dev_laptop', 'dev_lost'),
     (${t0 + 2}, 'invited', 'desmond', 'dev_office', 'maya')`,
  ...(shape < 2
    ? []
    : [
        `update device set waits_until = ${t0 + dayMs} where device = 'dev_laptop'`,
        `insert into former (device, person) values ('dev_before', 'maya')`,
        `insert into sign_in (person, name, password, set_at) values ('maya', 'maya', '$argon2id$x', ${t0})`,
        `insert into second_step (person, secret, made_at, confirmed_at, last_step) values ('maya', 'sealed', ${t0}, ${t0}, 5)`,
        `insert into spare_code (hash, person, used_at) values ('c1', 'maya', null), ('c2', 'maya', ${t0})`,
        `insert into sign_in_miss (account, source, what, at) values ('a', '203.0.113.7', 'password', ${t0})`,
      ]),
  ...(shape < 3 ? [] : [`update invitation set made_by = 'desmond'`]),
]

const tables = ['device', 'invitation', 'miss', 'event']
const tablesSince2 = ['former', 'sign_in', 'second_step', 'spare_code', 'sign_in_miss']

/** `when` keeps PostgreSQL from using the plan of before the change. */
const rowsIn = (sql: Sql, table: string, when: 'before' | 'after'): Promise<readonly SqlRow[]> =>
  sql.snapshot(() => query(`select * from ${table} as t_${when} order by 1`))

describe.each(engines)('on $name', engine => {
  test.each(accountMigrations.slice(0, -1).map(({ number }) => number))(
    'accounts of shape %i come to today’s with every row they had, and mean what they meant',
    async shape => {
      const sql = await engine.fresh(accountMigrations.slice(0, shape))
      for (const row of accountRows(shape))
        await sql.write(
          () => query(row),
          () => true,
        )
      const held = shape < 2 ? tables : [...tables, ...tablesSince2]
      const before = await Promise.all(held.map(table => rowsIn(sql, table, 'before')))
      await engine.migrate(sql, accountMigrations)
      for (const [at, table] of held.entries()) {
        const rows = await rowsIn(sql, table, 'after')
        expect([table, rows]).toMatchObject([table, before[at] ?? []])
        expect(rows).toHaveLength(before[at]?.length ?? 0)
      }

      const waits = shape < 2 ? undefined : t0 + dayMs
      const laptop = await sql.snapshot(() => deviceNamed('dev_laptop'))
      expect(laptop).toEqual({
        ...{ device: 'dev_laptop', person: 'maya', name: 'Laptop', publicKey: 'kA' },
        ...{ invitation: 'h1', joinedAt: t0, revokedAt: undefined, waitsUntil: waits },
        bound: undefined,
      })
      const lost = await sql.snapshot(() => deviceNamed('dev_lost'))
      if (lost === undefined) throw new Error('an ended computer is forgotten')
      expect(lost.revokedAt).toBe(t0 + 1)
      expect(await sql.snapshot(() => mayComeBack(lost, t0 + 9))).toBe(false)

      // Whoever made it, it is taken for another's: the computer it lets in waits for a yes.
      const madeBy = shape < 3 ? undefined : 'desmond'
      expect(await sql.snapshot(() => invitationOf('h2'))).toMatchObject({
        ...{ person: 'maya', usedAt: undefined, voidedAt: undefined },
        ...{ isOwn: false, madeBy, madeOn: undefined },
      })
      const by = await sql.snapshot(() => letInBy('dev_laptop', t0 + 9))
      expect(by?.person).toBe(madeBy)

      if (shape >= 2) {
        expect(await sql.snapshot(() => formerOwner('dev_before'))).toBe('maya')
        expect(await sql.snapshot(() => signInNamed('Maya'))).toMatchObject({ person: 'maya' })
        expect(await sql.snapshot(() => secondStepOf('maya'))).toMatchObject({ lastStep: 5 })
        expect(await sql.snapshot(() => spareCodesLeft('maya'))).toBe(1)
      }

      const invited = { hash: 'h3', person: 'maya', by: 'maya', isOwn: true, on: 'dev_laptop' }
      await sql.write(
        () => invite({ ...invited, now: t0 + dayMs }),
        () => true,
      )
      expect(await sql.snapshot(() => invitationOf('h2'))).toMatchObject({ voidedAt: t0 + dayMs })
      expect(await sql.snapshot(() => invitationOf('h3'))).toMatchObject({ madeOn: 'dev_laptop' })
      await sql.close()
    },
  )
})
