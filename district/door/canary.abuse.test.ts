import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { districtError, invitationReply } from '../../contract/sync/join.ts'
import { pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, microId, readAndFinish } from '../trial/claim.ts'
import type { Answer, Sending } from '../trial/device.ts'
import { jsonIn, send, TrialDevice } from '../trial/device.ts'
import { Laptop } from '../trial/killed/laptop.ts'
import type { DistrictRun } from '../trial/process.ts'
import { districtRun } from '../trial/process.ts'
import { rawLine } from '../trial/raw-line.ts'
import { trialDatabase } from '../trial/trial-database.ts'
import { until } from '../../test/builders/patience.ts'

// Security row 61: the whole loop, by real programs, with words that would be known again; none of them is in a log or an error.

/** Words of one sort each, so that what leaked tells what it was. */
const canary = {
  district: 'Quillmoor',
  administrator: 'Zorabeth Administrator',
  teacher: 'Zyrvana Teacher',
  coach: 'Kestrellin Coach',
  officer: 'Ombrelle Officer',
  place: 'Vantelle Elementary',
  child: 'Thistledown Child',
  goal: 'Gossamere goal',
  fileName: 'Wexlington lesson.png',
  fileBytes: 'Brackenfold bytes',
  reason: 'Fenwicket reason',
  deviceName: 'Larkspindle laptop',
  header: 'Mirewood',
  query: 'Nettleby',
  path: 'Oxlander',
  metadata: 'Pellworm',
} as const

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-Canaryfolder-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A computer that remembers what it was refused. */
class Noting extends TrialDevice {
  override async ask(...asked: Parameters<TrialDevice['ask']>): Promise<Answer> {
    return noted(await super.ask(...asked))
  }
}

const errors: string[] = []
function noted(answer: Answer): Answer {
  if (answer.status < 400) return answer
  const text = answer.body.toString()
  errors.push(`${text} ${JSON.stringify(answer.headers)}`)
  if (text !== '') expect(districtError.strict().safeParse(jsonIn(answer)).success, text).toBe(true)
  return answer
}

test('what people are called, write, keep and decide is in no line of any log, and in no refusal', async () => {
  const databaseUrl = await trialDatabase()
  const more = ['--name', canary.district, '--administrator', canary.administrator]
  const data = join(folder, 'record')
  let run = await districtRun(data, { databaseUrl, more })
  const port = Number(new URL(run.address).port)
  const place = { address: run.address, now: Date.now }
  const secrets = new Set<string>([
    ...Object.values(canary).flatMap(words => words.split(' ')[0] ?? []),
  ])
  const codes: string[] = [run.invitation ?? '']
  const logs: string[] = []

  const joinedWith = async (code: string) => {
    const device = new Noting(place)
    const answer = await device.join(code, { deviceName: canary.deviceName })
    expect(answer.status).toBe(200)
    await device.pull()
    for (const known of [device.name, device.publicKey, device.person]) secrets.add(known)
    return device
  }
  const administrator = await joinedWith(codes[0] ?? '')
  const invited = async (name: string, roles: readonly string[]) => {
    const id = `id-${(name.split(' ')[0] ?? '').toLowerCase()}`
    const person = { name, place: canary.place, roles }
    await administrator.act('person.add', { id, person })
    const value = { person: id }
    const answer = await administrator.askJson('POST', districtPaths.invitations, value)
    const { code } = invitationReply.parse(jsonIn(answer))
    codes.push(code)
    secrets.add(id)
    return code
  }
  const laptop = new Laptop(join(folder, 'laptop'))
  laptop.begin()
  await laptop.up()
  const code = await invited(canary.teacher, ['educator'])
  await laptop.post('/api/setup', { join: { address: run.address, code } })
  const coach = await joinedWith(await invited(canary.coach, ['educator', 'coach']))
  const officer = await joinedWith(await invited(canary.officer, ['educator', 'officer']))

  const { claim, sha256 } = await handedOver(laptop)
  secrets.add(claim).add(sha256)
  await coach.until(() => bodyOn(coach, ClaimRecord, claim)?.state === 'in_review' || undefined)
  await coach.blob(sha256)
  await readAndFinish(coach, claim)
  await officer.until(() => bodyOn(officer, ClaimRecord, claim))
  const badge = (await officer.act('badge.approve', { claim })).id('badge')
  secrets.add(badge)
  await officer.until(() => bodyOn(officer, BadgeRecord, badge)?.state === 'signed' || undefined)
  const served = await send(run.address, {
    method: 'GET',
    target: `${districtPaths.badges}/${badge}`,
  })
  expect(served.body.toString()).toContain(canary.teacher)
  await officer.act('badge.revoke', { badge, reason: canary.reason })

  await hostile(run, coach, officer, { claim, badge, sha256 })
  // A file that was damaged here, and a reader that goes away in the middle.
  const [folderOf = ''] = readdirSync(join(data, 'blobs')).filter(name => sha256.startsWith(name))
  const target = `${districtPaths.blobs}/${sha256}`
  const line = rawLine(run.address)
  const signed = Object.entries(coach.signed({ method: 'GET', target }))
  const headers = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  line.say(`GET ${target} HTTP/1.1\r\nhost: record\r\n${headers}\r\n`)
  await line.heard(/ 200 /)
  line.socket.destroy()
  truncateSync(join(data, 'blobs', folderOf, sha256), 1_000)
  expect((await coach.blob(sha256)).status).toBe(404)

  const stopped = async () => {
    run.child.kill('SIGTERM')
    expect(await run.exit).toBe(0)
    logs.push(...run.logged().trim().split('\n'))
    // What goes on is told in the log and nowhere else; a library of ours would say there that somebody left.
    expect(run.said()).not.toMatch(/aborted|Error|\{/)
  }
  await stopped()
  run = await districtRun(data, { databaseUrl, more, port })
  await coach.pull()
  await stopped()
  const program = laptop.program
  expect(await program?.stop()).toBe(0)

  for (const one of codes) secrets.add(one).add(one.replaceAll('-', ''))
  for (const one of [folder, data, '127.0.0.1', coach.cursor, coach.trustKey]) secrets.add(one)
  for (const told of logs) expectStructured(told)
  const said = [...logs, ...errors, ...(program?.logged() ?? [])].join('\n')
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(3)
    expect(said).not.toContain(secret)
    expect(said).not.toContain(encodeURIComponent(secret))
    expect(said).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''))
  }
  expect(said).not.toMatch(/node_modules|\.ts:\d|\bat .*:\d+:\d+|SQLITE_|relation |syntax error/)
  // It was all there to be said: what was asked stands in the log, by its pattern.
  for (const route of ['push', 'pull', 'blobs/:part', 'join', 'invitations'])
    expect(said).toContain(`/sync/v1/${route}"`)
  expect(said).toContain('"what":"damaged file"')
}, 120_000)

/** The teacher keeps a picture, writes about a child in a claim, and hands it over. */
async function handedOver(laptop: Laptop): Promise<{ claim: string; sha256: string }> {
  const done = async (name: string, input: unknown) => {
    const answer = await laptop.command(name, input)
    if (answer === undefined || answer.status === 'refused') throw new Error(name)
    return answer.made
  }
  const { code } = { code: demoReadyToSend.microCredential }
  await until(async () =>
    (await laptop.query('micro-credentials', {})).micros.some(row => row.id === microId),
  )
  await done('goal.add', { layer: 'personal', title: canary.goal, why: canary.child })
  const bytes = Buffer.concat([Buffer.from(canary.fileBytes), Buffer.alloc(900_000, 'a film ')])
  const file = await laptop.take(canary.fileName, new Uint8Array(bytes))
  if (file === undefined) throw new Error('not taken')
  const { evidence = '' } = await done('evidence.keep', {
    ...{ kind: 'file', title: canary.fileName, note: canary.child, file },
    ...{ happenedOn: '2026-11-20', shown: 'nobody' },
  })
  const { claim = '' } = await done('claim.start', { microCredential: microId, code })
  const on = '2026-11-24'
  for (const [prompt, text] of Object.entries(demoReadyToSend.answers))
    await done('claim.write', { claim, prompt, on, base: '', text: `${text} ${canary.child}` })
  for (const slot of Object.keys(demoReadyToSend.filled))
    await done('claim.fill', { claim, slot, evidence, place: 0 })
  const set = { ready: true, release: true, ownWork: true, aiUse: canary.child }
  await done('claim.attest', { claim, set })
  expect(await laptop.post('/api/send-claim', { claim })).not.toContain('refused')
  return { claim, sha256: file.sha256 }
}

interface Ids {
  readonly claim: string
  readonly badge: string
  readonly sha256: string
}

/** Everything that can be refused, with such words at every place of it. */
async function hostile(
  run: DistrictRun,
  coach: TrialDevice,
  officer: TrialDevice,
  { claim, badge, sha256 }: Ids,
): Promise<void> {
  const { header, query, path, metadata, child } = canary
  const headers = {
    ...{ 'user-agent': header, cookie: header, authorization: `Bearer ${header}`, referer: header },
    ...{ 'x-forwarded-for': header, forwarded: header, 'accept-encoding': header, range: header },
    ...{ 'content-type': header, 'if-none-match': header, origin: header },
  }
  const body = Buffer.from(JSON.stringify({ [child]: child, code: child, protocol: child }))
  const all = Object.values(districtPaths)
  const sendings: Sending[] = all.flatMap(target => [
    { method: 'GET', target: `${target}/${path}?q=${query}`, headers },
    { method: 'GET', target: `${target}?cursor=${query}&wait=${query}`, headers },
    { method: 'POST', target, headers, body },
    { method: 'DELETE', target: `${target}/${path}`, headers },
    { method: header.toUpperCase().slice(0, 4).replace('MIRE', 'LINK'), target, headers },
  ])
  for (const sending of sendings) {
    noted(await send(run.address, sending))
    await coach.ask(sending)
  }
  const tus = { 'tus-resumable': '1.0.0', 'upload-length': '5' }
  for (const name of [metadata, 'sha256', 'filename'])
    await coach.ask({
      method: 'POST',
      target: districtPaths.files,
      headers: { ...tus, 'upload-metadata': `${name} ${Buffer.from(metadata).toString('base64')}` },
    })
  // What somebody else's is, and what is refused by the rules.
  await officer.blob(sha256)
  await coach.askJson('POST', districtPaths.invitations, { person: child })
  await coach.askJson('POST', districtPaths.revocations, { device: child })
  await coach.push([
    { name: 'badge.revoke', input: { badge, reason: child } },
    { name: 'claim.write', input: { claim, prompt: child, on: child, base: child, text: child } },
    { name: 'goal.add', input: { layer: child, title: child } },
  ])
  await coach.ask({ method: 'GET', target: pullTarget(`${query}.${query}`, 0) })
  for (const text of [
    `${header} / HTTP/1.1\r\nhost: ${header}\r\n\r\n`,
    `GET /${path} HTTP/1.1\r\nhost: ${header} ${header}\r\nconnection: close\r\n\r\n`,
    `POST ${districtPaths.join} HTTP/1.1\r\nhost: ${header}\r\ncontent-length: x${query}\r\n\r\n`,
    `GET /${path} HTTP/1.1\r\n${header}\r\n\r\n`,
  ]) {
    const line = rawLine(run.address)
    line.say(text)
    errors.push(await line.closed())
  }
}

const routes = new RegExp(`^(unknown|${Object.values(districtPaths).join('|')}|.*/:part)$`)

/** A line is JSON of an event: numbers and words, a route a pattern, a method one of HTTP; and none tells of a defect. */
function expectStructured(line: string): void {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null) throw new Error(line)
  expect(value, line).toMatchObject({
    level: 30,
    time: expect.any(Number),
    msg: expect.any(String),
  })
  for (const one of Object.values(value)) expect(typeof one, line).toMatch(/^(number|string)$/)
  if ('route' in value) expect(value.route, line).toMatch(routes)
  if ('method' in value) expect(value.method, line).toMatch(/^[A-Z-]{3,16}$/)
}
