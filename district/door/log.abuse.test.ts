import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { readyClaim, submission } from '../trial/claim.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { routePattern } from './route-pattern.ts'
import { tellTo } from './tell.ts'

// Security row 61: names in logs and errors.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

const canary = 'Zyrvana Quillfeather'

test('whatever is done, logged is neither who, nor what was written, nor a file, a code or a key', async () => {
  const desmond = await joined(district, 'desmond')
  const person = { name: canary, place: canary, roles: ['educator', 'coach'] }
  await desmond.act('person.add', { id: 'canary-id', person })
  const code = await district.invite('canary-id')
  const device = await joined(district, 'canary-id')
  await device.join(code, { deviceName: canary })
  await device.act('goal.add', { layer: 'personal', title: canary, why: canary })
  const bytes = Buffer.from(canary)
  const { claim, sha256 } = await readyClaim(device, { bytes })
  await device.act('claim.submit', submission(device, claim))
  await device.push([{ name: 'goal.add', input: { layer: canary } }])
  await device.askJson('POST', districtPaths.push, { canary })
  await device.blob(sha256)
  for (const target of [`/${encodeURIComponent(canary)}`, `/badges/${encodeURIComponent(canary)}`])
    await send(district.address, { method: 'GET', target })
  await device.until(() => [...device.results.keys()][0])
  const log = district.log()
  expect(log).toContain('"route":"/sync/v1/push"')
  for (const secret of [
    'Zyrvana',
    'Quillfeather',
    'canary-id',
    'tickets.png',
    sha256,
    claim,
    code,
    code.replaceAll('-', ''),
    device.name,
    device.publicKey,
    'Maya',
    '127.0.0.1',
  ])
    expect(log).not.toContain(secret)
})

test('an answer to what goes wrong repeats nothing of what was asked', async () => {
  const device = await joined(district, 'maya')
  const answers = [
    await device.askJson('POST', districtPaths.push, { [canary]: canary }),
    await send(district.address, {
      method: 'GET',
      target: `/badges/${encodeURIComponent(canary)}`,
    }),
    await device.blob(encodeURIComponent(canary)),
  ]
  for (const answer of answers) {
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body.toString()).not.toMatch(/Zyrvana|at .*:\d+:\d+|node_modules/)
  }
})

test('a defect is told by place and kind; its message and its stack stay out', () => {
  const lines: string[] = []
  let now = 0
  const tell = tellTo({
    to: { write: line => void lines.push(line) },
    clock: () => now,
    trace: false,
    isQuiet: false,
  })
  const defect = Object.assign(new TypeError(`${canary} is not a function`), { code: 'ENOSPC' })
  tell.defect('command goal.add', defect)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'TypeError', code: 'ENOSPC' })
  expect(lines.join()).not.toContain('Zyrvana')
  const today = tell.actorOf('maya')
  expect(tell.actorOf('maya')).toBe(today)
  now += 86_400_000
  expect(tell.actorOf('maya')).not.toBe(today)
})

test('a path is logged as its pattern', () => {
  expect(routePattern('/badges/abc?x=1')).toBe('/badges/:part')
  expect(routePattern('/sync/v1/pull?cursor=abc')).toBe('/sync/v1/pull')
  expect(routePattern('/files/../../etc/passwd')).toBe('/files/:part')
  expect(routePattern('/wp-login.php')).toBe('unknown')
})
