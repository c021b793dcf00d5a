import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BatchSaid } from '../../contract/device/verifying.ts'
import { aZip } from './trial/a-zip.ts'
import type { Office } from './trial/an-office.ts'
import { anOffice, officer } from './trial/an-office.ts'
import { asBytes, issuerOf, tampered } from './trial/some-badges.ts'

const dayMs = 86_400_000
const now = Date.now()
const fresh = issuerOf(1)
const old = issuerOf(2)
const stranger = issuerOf(3)

let office: Office
beforeAll(async () => {
  office = await anOffice([
    { issuer: 1, ageMs: 2 * dayMs, revoked: [9] },
    { issuer: 2, ageMs: 41 * dayMs },
  ])
})
afterAll(() => office.close())

const bytes = async (badge: Promise<Parameters<typeof asBytes>[0]>) => asBytes(await badge)

/** A batch with every standing, the rest handed in by `more`. */
async function aBatch(): Promise<string> {
  const batch = await office.begin()
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
  }
  await office.give(batch, 'good.json', await bytes(fresh.badge(now, { index: 1 })))
  await office.give(batch, 'revoked.json', await bytes(fresh.badge(now, { index: 9 })))
  await office.give(
    batch,
    'ended.json',
    await bytes(fresh.badge(now, { index: 2, validUntil: now - dayMs })),
  )
  await office.give(batch, 'changed.json', asBytes(tampered(await fresh.badge(now, { index: 3 }))))
  await office.give(batch, 'stranger.json', await bytes(stranger.badge(now, { index: 4 })))
  await office.give(batch, 'no.txt', asBytes({ a: 1 }))
  await office.give(
    batch,
    'student.json',
    asBytes({ ...credential, issuer: 'did:web:x.example', credentialSubject: { id: 'urn:a' } }),
  )
  const zip = await Promise.all(
    [5, 6, 7].map(async index => ({
      name: `cedar/${index}.json`,
      bytes: await bytes(old.badge(now, { index })),
    })),
  )
  await office.give(batch, 'cedar.zip', new Uint8Array(aZip(zip)))
  await office.rest(batch)
  return batch
}

const groups = ({ groups: those }: BatchSaid) =>
  those.map(({ standing, because, count }) => `${standing} ${because?.code ?? '-'} ${count}`)

test('a batch is grouped by cause, worst first, and what is no badge never counts as holding', async () => {
  const said = await office.said(await aBatch())
  expect(said.counts).toEqual({
    ...{ all: 10, fails: 3, unknown: 4, unread: 1, apart: 1, holds: 1 },
    ...{ waiting: 0, stopped: 0, open: 7 },
  })
  const told = groups(said)
  expect(told.slice(0, 3)).toEqual([
    'fails PROOF_VERIFICATION_ERROR 1',
    'fails REVOKED 1',
    'fails EXPIRED 1',
  ])
  expect(told.slice(3)).toEqual([
    'unknown STALE 3',
    expect.stringMatching(/^unknown .+ 1$/),
    'unread NOT_A_BADGE 1',
    'apart - 1',
    expect.stringMatching(/^holds .+ 1$/),
  ])
  expect(said.restsOn).toMatchObject([
    { name: 'Alder County', issuers: 2, lists: 2, count: 10, isNow: true },
  ])
  expect(said.checkedAt).toBeGreaterThan(0)
})

test('a page goes on where the one before ended, in a group and over all', async () => {
  const batch = await aBatch()
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await office.rows(batch, { limit: 3, ...(after === undefined ? {} : { after }) })
    seen.push(...page.rows.map(row => row.n))
    after = page.next
  } while (after !== undefined)
  expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const stale = (await office.said(batch)).groups.find(group => group.because?.code === 'STALE')
  const page = await office.rows(batch, { group: stale?.id, limit: 2 })
  expect(page.rows.map(row => [row.name, row.marks?.status.outcome])).toEqual([
    ['cedar.zip: cedar/5.json', 'unknown'],
    ['cedar.zip: cedar/6.json', 'unknown'],
  ])
  const rest = await office.rows(batch, { group: stale?.id, limit: 2, after: page.next })
  expect([rest.rows.length, rest.next]).toEqual([1, undefined])
  await expect(office.rows(batch, { group: '../x' })).rejects.toThrow('malformed')
  await expect(office.rows(batch, { after: 'x' })).rejects.toThrow('malformed')
})

test('one says why in full, with the hash of what was handed in', async () => {
  const batch = await aBatch()
  const whole = await office.row(batch, 2)
  expect(whole.row).toMatchObject({ name: 'revoked.json', standing: 'fails', mark: 'status' })
  expect(whole.verified).toMatchObject({
    overall: 'not-verified',
    marks: { status: { code: 'REVOKED' }, trust: { outcome: 'pass' } },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  await expect(office.row(batch, 99)).rejects.toThrow('not_found')
})

test('one decision settles a group, also for what comes later, until it is undone', async () => {
  const batch = await aBatch()
  const stale = async (id: string) =>
    (await office.said(id)).groups.find(group => group.because?.code === 'STALE')
  const cause = (await stale(batch))?.cause
  expect(await stale(batch)).toMatchObject({ mayAccept: true })
  expect(await stale(batch)).not.toHaveProperty('decided')
  const until = Date.now() + 30 * dayMs
  const decide = { cause, choice: 'accepted', reason: 'Called them: none was revoked.', until }
  const answer = await office.open.command('cause.decide', decide)
  expect(answer).toMatchObject({ status: 'applied' })
  const decided = { choice: 'accepted', by: officer.name, until, reason: decide.reason }
  expect(await stale(batch)).toMatchObject({ standing: 'unknown', decided })
  expect((await office.said(batch)).counts).toMatchObject({ unknown: 4, open: 4 })

  const later = await office.begin('Later')
  await office.give(later, 'later.json', await bytes(old.badge(now, { index: 8 })))
  await office.rest(later)
  expect((await office.said(later)).counts).toMatchObject({ unknown: 1, holds: 0, open: 0 })
  const row = await office.row(later, 1)
  expect(row).toMatchObject({ decided, verified: { overall: 'indeterminate' } })

  await office.open.command('cause.undo', { decision: row.decided?.id })
  expect(await stale(batch)).not.toHaveProperty('decided')
})

test('a decision that comes to its end asks for a look again, and tells whoever looks what it was', async () => {
  const batch = await office.begin()
  await office.give(batch, 'one.json', await bytes(old.badge(now, { index: 12 })))
  await office.rest(batch)
  const cause = (await office.said(batch)).groups[0]?.cause
  const until = Date.now() + 1_500
  const reason = 'Called them: none was revoked.'
  await office.open.command('cause.decide', { cause, choice: 'accepted', reason, until })
  const decided = { choice: 'accepted', by: officer.name, until, reason }
  expect(await office.row(batch, 1)).toMatchObject({ decided })
  expect((await office.said(batch)).counts.open).toBe(0)
  while (Date.now() <= until) await new Promise(resolve => setTimeout(resolve, 50))
  expect((await office.said(batch)).counts.open).toBe(1)
  const row = await office.row(batch, 1)
  expect(row).toMatchObject({ ended: decided })
  expect(row).not.toHaveProperty('decided')
})

test('what fails, or is not proven, is never accepted; a decision has a reason and an end', async () => {
  const said = await office.said(await aBatch())
  const cause = said.groups.find(group => group.because?.code === 'PROOF_VERIFICATION_ERROR')?.cause
  const until = Date.now() + dayMs
  const tried = async (more: object) => {
    const input = { cause, choice: 'asking', reason: 'Why', until, ...more }
    const answer = await office.open.command('cause.decide', input)
    return answer.status === 'refused' ? answer.refusal.code : answer.status
  }
  expect(await tried({ choice: 'accepted' })).toBe('cause_not_acceptable')
  expect(await tried({ reason: '  ' })).toBe('cause_reason')
  expect(await tried({ until: Date.now() - 1 })).toBe('cause_end')
  expect(await tried({ until: Date.now() + 400 * dayMs })).toBe('cause_end')
  expect(await tried({})).toBe('applied')
})

test('addresses: what can’t be fetched is unknown and says why, and no inner address is asked', async () => {
  const batch = await office.begin()
  const list = 'Badge;Address\nA;https://badge.invalid/1\nB;https://127.0.0.1:9/2\nC;nothing\n'
  const taken = await office.give(batch, 'list.csv', new Uint8Array(Buffer.from(list)))
  expect(taken).toEqual({
    taken: 2,
    leftOut: [{ name: 'list.csv', code: 'not_an_address', facts: { line: 4 } }],
  })
  expect(await office.paste(batch, 'https://10.0.0.1/a\nhttps://10.0.0.1/b')).toMatchObject({
    taken: 2,
  })
  await office.rest(batch)
  const said = await office.said(batch)
  expect(said.counts).toMatchObject({ all: 4, unknown: 4, holds: 0 })
  expect(said.addresses).toBe(4)
  // One cause for what happened and the host: each can be settled, none accepted.
  expect(said.groups.map(group => [group.issuer.host, group.count, group.mayAccept])).toEqual([
    ['10.0.0.1', 2, false],
    expect.arrayContaining([1, false]),
    expect.arrayContaining([1, false]),
  ])
  const causes = said.groups.flatMap(({ cause }) => (cause === undefined ? [] : [cause]))
  expect(causes.map(cause => cause.code)).toContain('ADDRESS_REFUSED')
  const until = Date.now() + dayMs
  for (const cause of causes)
    await office.open.command('cause.decide', { cause, choice: 'left', reason: 'Gone.', until })
  expect((await office.said(batch)).counts).toMatchObject({ unknown: 4, open: 0 })
  const whys = await Promise.all([1, 2, 3].map(n => office.row(batch, n)))
  expect(whys.map(one => one.notFetched).slice(1)).toEqual(['ADDRESS_REFUSED', 'ADDRESS_REFUSED'])
  expect(whys[0]?.notFetched).toMatch(/^(HOST_NOT_FOUND|NOT_REACHED|TIMEOUT)$/)
})

test('a pasted badge is checked, nothing is nothing, and what is too large is told', async () => {
  const batch = await office.begin()
  expect(await office.paste(batch, '  \n')).toEqual({ taken: 0, leftOut: [] })
  await office.paste(batch, JSON.stringify(await fresh.badge(now, { index: 1 })))
  expect(await office.give(batch, 'empty', new Uint8Array(0))).toMatchObject({
    taken: 0,
    leftOut: [{ code: 'file_empty' }],
  })
  expect(await office.give(batch, 'film.mp4', new Uint8Array(9_000_000))).toMatchObject({
    taken: 0,
    leftOut: [{ code: 'too_large', facts: { bytesMax: 8_388_608 } }],
  })
  await office.rest(batch)
  expect(await office.said(batch)).toMatchObject({
    counts: { all: 1, holds: 1 },
    leftOutCount: 2,
    leftOut: [{ name: 'empty' }, { name: 'film.mp4' }],
  })
})

test('a batch is named, listed, checked again and removed', async () => {
  const batch = await aBatch()
  await office.ask('POST', `/${batch}`, { name: ' Autumn ' })
  const again = await office.ask<BatchSaid>('POST', `/${batch}/again`, { all: true })
  expect(again).toMatchObject({ name: 'Autumn', counts: { all: 10, waiting: 10, holds: 0 } })
  expect((await office.rest(batch)).at(-1)).toMatchObject({
    at: 'rest',
    counts: { waiting: 0, holds: 1 },
  })
  const { batches } = await office.ask<{ batches: readonly BatchSaid[] }>('GET', '')
  expect(batches.find(one => one.id === batch)).toMatchObject({ name: 'Autumn', groups: [] })
  await office.ask('POST', `/${batch}`, { remove: true })
  await expect(office.said(batch)).rejects.toThrow('not_found')
})

test('the network is asked only when a person says so; what gives no answer is told, and the old answer stays', async () => {
  const batch = await aBatch()
  const before = await office.said(batch)
  expect(before.addresses).toBe(0)
  const stale = before.groups.find(group => group.because?.code === 'STALE')
  const page = await office.rows(batch, { group: stale?.id, limit: 1 })
  const n = page.rows[0]?.n ?? 0
  expect(await office.row(batch, n)).toMatchObject({ asksNetwork: false, missed: [] })
  await office.ask('POST', `/${batch}/again`, { rows: [n], asksNetwork: true })
  await office.rest(batch)
  const whole = await office.row(batch, n)
  expect(whole).toMatchObject({
    asksNetwork: true,
    missed: [{ host: 'issuer-2.example' }],
    verified: { marks: { status: { code: 'STALE' } } },
  })
  expect((await office.said(batch)).addresses).toBe(1)
  await office.ask('POST', `/${batch}/again`, { group: stale?.id, asksNetwork: true })
  await office.rest(batch)
  expect((await office.said(batch)).addresses).toBe(3)
}, 60_000)

test('a badge that points into the inner network reaches nothing there, however often one asks', async () => {
  const badge = await old.badge(now, { index: 13 })
  const status = { ...Object(badge['credentialStatus']), type: 'BitstringStatusListEntry' }
  const inner = ['https://127.0.0.1:9/list', 'https://169.254.169.254/', 'https://[::1]/list']
  const batch = await office.begin()
  for (const [at, statusListCredential] of inner.entries())
    await office.give(
      batch,
      `${at}.json`,
      asBytes({ ...badge, credentialStatus: [{ ...status, statusListCredential }] }),
    )
  await office.rest(batch)
  const rows = (await office.rows(batch, {})).rows.map(row => row.n)
  await office.ask('POST', `/${batch}/again`, { rows, asksNetwork: true })
  await office.rest(batch)
  const missed = await Promise.all(rows.map(async n => (await office.row(batch, n)).missed))
  expect(missed.flat().map(({ why }) => why)).toEqual(inner.map(() => 'ADDRESS_REFUSED'))
})
