import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, postgresBin, startPostgresServer } from '../../db/trial/postgres-server.ts'
import type { PostgresServer } from '../../db/trial/postgres-server.ts'
import { TrialDevice } from '../trial/device.ts'
import { isDatabaseUrl, shownUrl } from './database-url.ts'
import { until } from '../../test/builders/patience.ts'

const startFile = fileURLToPath(new URL('../start.ts', import.meta.url))
const bin = postgresBin()
if (bin === undefined && process.env['CI'] === 'true')
  throw new Error('PostgreSQL is not installed')

let server: PostgresServer
let folder: string
const running = new Set<ChildProcess>()
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-pg-'))
  if (bin !== undefined) server = startPostgresServer(bin)
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  if (bin !== undefined) server.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Ran {
  readonly child: ChildProcess
  said: string
  readonly ended: Promise<number | null>
}

function run(args: readonly string[], env: Record<string, string> = {}): Ran {
  const child = spawn(process.execPath, [startFile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  running.add(child)
  const ran: Ran = {
    child,
    said: '',
    ended: new Promise(resolve => child.once('exit', code => resolve(code))),
  }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (ran.said += part.toString()))
  return ran
}

const addressIn = ({ said }: Ran) => /District record at (\S+)/.exec(said)?.[1] ?? ''
const codeIn = ({ said }: Ran) => /Invitation for Administrator: (\S+)/.exec(said)?.[1] ?? ''
const at = (name: string) => ['--data', join(folder, name), '--port', '0']

test('an address is shown without its password', () => {
  expect(shownUrl('postgres://ada:secret@db.example/record?password=other')).toBe(
    'postgres://ada@db.example/record',
  )
  expect(isDatabaseUrl('postgresql:///record')).toBe(true)
  for (const not of ['record', 'https://db.example/record', 'postgres://db.example'])
    expect(isDatabaseUrl(not)).toBe(false)
})

test.runIf(bin !== undefined)(
  'everything but the files is in PostgreSQL: killed, and with its server restarted, it goes on',
  async () => {
    const url = await freshDatabase(server.adminUrl)
    const first = run(at('one'), { MERITFOLIO_DATABASE: url })
    await until(() => codeIn(first) !== '')
    const place = { address: addressIn(first), now: Date.now }
    const ada = new TrialDevice(place)
    expect((await ada.join(codeIn(first))).status).toBe(200)
    await ada.act('goal.add', { layer: 'personal', title: 'Kept' })
    first.child.kill('SIGKILL')
    await first.ended

    const second = run([...at('one'), '--database', url])
    await until(() => addressIn(second) !== '')
    expect(second.said).not.toContain('Invitation')
    place.address = addressIn(second)
    await ada.pull()
    expect([...ada.records.values()].map(body => body['title'])).toContain('Kept')
    server.restart()
    // The first question after it may meet a connection that is gone; devices ask again, and so does this.
    await until(() =>
      ada.act('goal.add', { layer: 'personal', title: 'After the restart' }).then(
        () => true,
        () => false,
      ),
    )
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    const verified = run(['audit', 'verify', '--data', join(folder, 'one'), '--database', url])
    expect(await verified.ended).toBe(0)
    expect(verified.said).toMatch(/^The log holds: /)
  },
  60_000,
)

test.runIf(bin !== undefined)(
  'a server that is restarted in the middle of work ends nothing; one that is gone does not keep the district from ending in order',
  async () => {
    const own = startPostgresServer(bin ?? '')
    const ran = run(at('busy'), { MERITFOLIO_DATABASE: await freshDatabase(own.adminUrl) })
    await until(() => codeIn(ran) !== '')
    const ada = new TrialDevice({ address: addressIn(ran), now: Date.now })
    await ada.join(codeIn(ran))
    let done = 0
    let isOver = false
    const busy = Array.from({ length: 4 }, async () => {
      while (!isOver)
        await ada.ask({ method: 'GET', target: '/sync/v1/devices' }).then(
          ({ status }) => void (done += status === 200 ? 1 : 0),
          () => undefined,
        )
    })
    for (let times = 0; times < 2; times += 1) {
      const before = done
      await until(() => done > before + 20)
      own.restart()
      const after = done
      await until(() => done > after + 20)
    }
    isOver = true
    await Promise.all(busy)
    expect(ran.child.exitCode).toBeNull()
    own.stop()
    ran.child.kill('SIGTERM')
    expect(await ran.ended).toBe(0)
    expect(ran.said).not.toMatch(/^ {4}at /m)
  },
  90_000,
)

test.runIf(bin !== undefined)(
  'one database has one district, and what is wrong with it is a sentence without the password',
  async () => {
    const url = await freshDatabase(server.adminUrl)
    const first = run([...at('held'), '--database', url])
    await until(() => addressIn(first) !== '')
    const cases: readonly (readonly [string, RegExp])[] = [
      [url, /is in use by another district record/],
      [url.replace(/trial_\w+/, 'nowhere'), /does not exist\. Make it first/],
      ['postgres://ada:secret@127.0.0.1:9/record', /ada@127\.0\.0\.1:9\/record does not answer/],
      ['mysql://ada:secret@db/record', /is no address like postgres:/],
      ['postgres://ada:12/secret@db/record', /is no address like postgres:/],
      [`${url}&sslmode=verify-full`, /offers no connection that can be trusted/],
    ]
    for (const [database, sentence] of cases) {
      const refused = run([...at('other'), '--database', database])
      expect(await refused.ended).toBe(1)
      expect(refused.said.trim()).toMatch(sentence)
      expect(refused.said.trim().split('\n')).toHaveLength(1)
      expect(refused.said).not.toContain('secret')
    }
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
  },
  60_000,
)
