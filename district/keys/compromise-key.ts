import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Badge } from '../../core/badge/record.ts'
import { csvLine } from '../../core/kit/csv-cell.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { seenLetters } from '../../core/kit/seen-letters.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { Seen } from '../../db/seen.ts'
import { giveUp } from './changing.ts'
import { allowed } from './grounds.ts'
import type { KeysAsked, KeysExit } from './keys-asked.ts'
import { readRecord, timeOf } from './list-keys.ts'
import { activeIn } from './register.ts'
import { endorsementsSignedBy, signedBy } from './signed-by.ts'

/** Rows that are said on the terminal; a report has all. */
const rowsSaidMax = 20

/**
 * `keys compromise`: gives a key up from a time on, first of all; then tells what it signed, and since then. The next
 * start signs anew what the record holds, and tells every computer and verifier.
 */
export async function compromiseKey(asked: KeysAsked): Promise<KeysExit> {
  const { register, rest, values, out, error } = asked
  const words = asked.words.keys.compromise
  const [id] = rest
  const said = values.from === undefined ? undefined : timeIn(values.from)
  const lacksTime = values.from === undefined ? values.alone !== undefined : said === undefined
  if (id === undefined || lacksTime) {
    error(id === undefined ? words.noKey : words.noTime({ text: values.from ?? '' }))
    return 64
  }
  const report = values.report === undefined ? undefined : resolve(values.report)
  if (report !== undefined && existsSync(report)) {
    error(words.reportThere({ file: report }))
    return 2
  }
  const before = activeIn(register.issuer)
  const ground = await allowed(asked, {
    ...{ what: 'compromise', key: id },
    ...(said === undefined ? {} : { from: said }),
  })
  const from = said ?? ground?.from
  if (ground === undefined || from === undefined) return 2
  const changed = await giveUp(asked, { id, from }, ground.grounds)
  if (typeof changed === 'string') {
    error(words.not[changed]({ id }))
    return 2
  }
  out(words.done({ id, from: timeOf(from) }))
  out(ground.said)
  const next = activeIn(changed.issuer)
  out(next.id === before.id ? words.nextSame : words.next(next))
  out(words.old)
  if (register.dids?.at(-1)?.startsWith('did:key:') === true) out(words.didKey)
  return await told(asked, id, from, report)
}

/** What the key signed, as the record has it. */
async function told(
  asked: KeysAsked,
  id: string,
  from: number,
  report: string | undefined,
): Promise<KeysExit> {
  const { register, out, error } = asked
  const words = asked.words.keys.compromise
  const found = await readRecord(asked, async seen => {
    const badges = (await signedBy(seen, register.issuer)).badges.get(id) ?? []
    if (report !== undefined)
      writeFileSync(report, await table(badges, seen, from, asked), { mode: 0o600 })
    return badges
  })
  if (typeof found === 'string') {
    error(words.unread({ why: found }))
    return 1
  }
  const since = found.filter(badge => isSince(badge, from))
  out(words.signed({ all: found.length, since: since.length }))
  for (const { id: badge, body } of since.slice(0, rowsSaidMax))
    out(words.row({ time: timeOf(body.signedAt ?? 0), badge, title: body.title }))
  if (since.length > rowsSaidMax && report === undefined)
    out(words.more({ n: since.length - rowsSaidMax }))
  if (report !== undefined) out(words.report({ file: report }))
  await tellEndorsed(asked, id, from)
  return 0
}

/** What it signed of the district's word about others; a record that no program opened since there are any has none. */
async function tellEndorsed(asked: KeysAsked, id: string, from: number): Promise<void> {
  const { register, out } = asked
  const words = asked.words.keys.compromise
  const found = await readRecord(asked, seen =>
    endorsementsSignedBy(seen, register.issuer, id),
  ).catch(() => [])
  if (typeof found === 'string' || found.length === 0) return
  const since = found.filter(given => isSince(given, from))
  out(words.endorsed({ all: found.length, since: since.length }))
  for (const { id: badge, body } of since.slice(0, rowsSaidMax))
    out(
      words.row({
        time: timeOf(body.signedAt ?? 0),
        badge,
        title: seenLetters(body.endorsed.name),
      }),
    )
}

const isSince = (
  { body }: Pick<Rec<Pick<Badge, 'signedAt' | 'resignedAt'>>, 'body'>,
  from: number,
): boolean => (body.resignedAt ?? body.signedAt ?? 0) >= from

async function table(
  badges: readonly Rec<Badge>[],
  seen: Seen,
  from: number,
  { words }: Pick<KeysAsked, 'words'>,
): Promise<string> {
  const { headings, yes, no } = words.keys.compromise
  const lines = [csvLine(Object.values(headings))]
  for (const badge of badges) {
    const { title, owner, state, signedAt } = badge.body
    const holder = (await seen.get(PersonRecord, owner))?.rec.body.name ?? owner
    const time = signedAt === undefined ? '' : timeOf(signedAt)
    lines.push(csvLine([badge.id, title, holder, state, time, isSince(badge, from) ? yes : no]))
  }
  return lines.join('')
}

/** A time with its zone, or the beginning of a day in UTC (epoch ms). */
export function timeIn(text: string): number | undefined {
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
  const ms = isTime ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}
