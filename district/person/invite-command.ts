import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { holds } from '../../core/access/reach.ts'
import { recordTypes } from '../../core/records.ts'
import { hasLeft } from '../../core/person/access-from.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { Person } from '../../core/person/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { districtSeen } from '../../db/district-store/seen.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { metaOf } from '../../db/meta/meta.ts'
import { codeOf as fileCodeOf } from '../../db/open/failure.ts'
import { postgresFailureOf } from '../../db/open/postgres-failure.ts'
import { kindsOf } from '../../db/records/kinds.ts'
import type { Sql } from '../../db/sql/steps.ts'
import { openedToLook } from '../database/opened-to-look.ts'
import { giveToOwner } from '../backup/give-to-owner.ts'
import { isDatabaseUrl, shownUrl } from '../database/database-url.ts'
import { openedAccounts } from '../database/opened-accounts.ts'
import { defaultFolder } from '../listen/arguments.ts'
import { lastStartIn } from '../listen/last-start.ts'
import type { TerminalWords } from '../terminal-words.ts'
import { codeBytes, codeOf, hashOfCode } from './code.ts'
import { invite, operator } from './invitations.ts'

/** 0: invited · 1: nobody, or more than one, is meant · 2: not done, and why was said · 64: wrong use. */
export type InviteExit = 0 | 1 | 2 | 64

export interface InviteParts {
  readonly env: NodeJS.ProcessEnv
  readonly said: TerminalWords
  readonly now: number
  out(line: string): void
  error(line: string): void
}

/** People that are named where more than one could be meant. */
const namedMax = 20

/**
 * `invite`: a one-time code for a person, by name or id, or for the one who has a role; also while the district runs,
 * which reads invitations when they are used.
 */
export async function inviteCommand(
  args: readonly string[],
  parts: InviteParts,
): Promise<InviteExit> {
  const { env, said, error } = parts
  const words = said.commands.invite
  const asked = askedIn(args, env, said)
  if (typeof asked === 'string') {
    error(asked)
    error(words.use)
    return 64
  }
  const { data, databaseUrl } = asked
  let record: Sql | undefined
  try {
    const opened = await openedToLook(data, databaseUrl, said)
    if (typeof opened === 'string') {
      error(opened)
      return 2
    }
    record = opened
    const people = await peopleOf(record)
    const meant = meantIn(people, asked)
    const [one, ...others] = meant
    if (one === undefined || others.length > 0) return unclear(meant, asked, parts)
    return await invited(one, record, asked, parts)
  } catch (thrown) {
    const code = postgresFailureOf(thrown)
    if (databaseUrl !== undefined && code !== undefined)
      error(said.programs.file[code]({ file: shownUrl(databaseUrl) }))
    else {
      const fileCode = fileCodeOf(thrown)
      if (fileCode === undefined) throw thrown
      error(said.programs.file[fileCode]({ file: data }))
    }
    return 2
  } finally {
    await record?.close()
  }
}

interface Asked {
  readonly data: string
  readonly databaseUrl: string | undefined
  /** A name, a part of one, or an id. */
  readonly who: string | undefined
  readonly role: Role | undefined
}

type Role = Person['roles'][number]
const roles: readonly Role[] = ['educator', 'coach', 'officer', 'administrator']

function askedIn(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { commands, programs }: TerminalWords,
): Asked | string {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        database: { type: 'string' },
        role: { type: 'string' },
      },
    })
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
  const { positionals, values } = parsed
  const role = roles.find(known => known === values.role)
  if (values.role !== undefined && role === undefined)
    return commands.invite.noRole({ text: values.role, known: roles.join(', ') })
  const who = positionals.join(' ').trim()
  if (who === '' && role === undefined) return commands.invite.nobodyNamed
  const databaseUrl = values.database ?? env['MERITFOLIO_DATABASE']
  if (databaseUrl !== undefined && !isDatabaseUrl(databaseUrl)) return programs.noDatabase
  return {
    data: values.data ?? defaultFolder(env),
    databaseUrl,
    who: who === '' ? undefined : who,
    role,
  }
}

async function peopleOf(record: Sql): Promise<readonly Rec<Person>[]> {
  const seen = districtSeen(record, kindsOf(recordTypes))
  const people: Rec<Person>[] = []
  let after: ListAsk['after']
  do {
    const rows = await seen.list(PersonRecord, {
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    people.push(...rows.map(({ rec }) => rec))
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  return people
}

/** Without case and accents: names are typed on whatever keyboard is there. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** A name that is given in full, or an id, means that person, also where it is a part of another's. */
function meantIn(people: readonly Rec<Person>[], { who, role }: Asked): readonly Rec<Person>[] {
  const having = people.filter(
    ({ body }) => !hasLeft(body) && (role === undefined || holds(body, role)),
  )
  if (who === undefined) return having
  const exact = having.filter(({ id, body }) => id === who || plain(body.name) === plain(who))
  return exact.length > 0
    ? exact
    : having.filter(({ body }) => plain(body.name).includes(plain(who)))
}

function unclear(
  meant: readonly Rec<Person>[],
  { who, role }: Asked,
  { error, said }: InviteParts,
): InviteExit {
  const words = said.commands.invite
  const what = who ?? role ?? ''
  error(meant.length === 0 ? words.nobody({ what }) : words.several({ what, n: meant.length }))
  for (const { id, body } of meant.slice(0, namedMax))
    error(words.one({ id, name: body.name, place: body.place }))
  if (meant.length > namedMax) error(words.more({ n: meant.length - namedMax }))
  return 1
}

async function invited(
  { id, body }: Rec<Person>,
  record: Sql,
  { data, databaseUrl }: Asked,
  { out, error, now, said }: InviteParts,
): Promise<InviteExit> {
  const words = said.commands.invite
  const accounts = await openedAccounts(data, databaseUrl, said)
  if (typeof accounts === 'string') {
    error(accounts)
    return 2
  }
  try {
    const code = codeOf(randomBytes(codeBytes))
    const expiresAt = await accounts.write(
      () =>
        invite({
          hash: hashOfCode(code),
          person: id,
          by: operator,
          isOwn: true,
          on: undefined,
          now,
        }),
      () => true,
    )
    out(said.programs.invitation({ name: body.name, code }))
    out(words.until({ time: new Date(expiresAt).toISOString().slice(0, 10) }))
    const kept = await record.snapshot(() => metaOf('own:address'))
    const start = lastStartIn(data)
    const address = start?.publicUrl ?? start?.listensAt ?? kept
    if (address !== undefined) out(words.at({ address }))
    return 0
  } finally {
    await accounts.close()
    if (existsSync(data)) giveToOwner(data, [])
  }
}
