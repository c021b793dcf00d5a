import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openProgram } from '../program.ts'
import { firstInvitation } from '../seed/first-invitation.ts'
import { initCommand } from '../seed/init-command.ts'
import { wordsOf } from '../terminal-words.ts'
import { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { besideFolder } from '../trial/keys.ts'
import { inviteCommand } from './invite-command.ts'

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

const said = wordsOf('en')

async function invited(dataFolder: string, databaseUrl: string | undefined, ...args: string[]) {
  const lines = { out: '', error: '' }
  const where = databaseUrl === undefined ? [] : ['--database', databaseUrl]
  const code = await inviteCommand([...args, '--data', dataFolder, ...where], {
    env: {},
    said,
    now: district.now(),
    out: line => void (lines.out += `${line}\n`),
    error: line => void (lines.error += `${line}\n`),
  })
  return { code, ...lines }
}
const here = (...args: string[]) => invited(district.dataFolder, district.databaseUrl, ...args)

async function begun(...args: string[]) {
  const lines = { out: '', error: '' }
  const code = await initCommand(args, {
    env: {},
    said,
    clock: district.now,
    out: line => void (lines.out += `${line}\n`),
    error: line => void (lines.error += `${line}\n`),
  })
  return { code, ...lines }
}

test('a person is invited by name while the district runs, and comes in with that code once', async () => {
  const { code, out } = await here('desmond')
  expect(code).toBe(0)
  const [, name, word] = /^Invitation for (.+): (\S+)$/m.exec(out) ?? []
  expect(name).toMatch(/^Desmond/)
  expect(out).toContain(`joins the district at ${district.address}`)
  const device = new TrialDevice(district)
  expect((await device.join(word ?? '')).status).toBe(200)
  expect(device.person).toBe('desmond')
  expect((await new TrialDevice(district).join(word ?? '')).status).toBe(403)
})

test('who is not clear is not invited: those that could be meant are named with their ids', async () => {
  const several = await here('a')
  expect(several).toMatchObject({ code: 1, out: '' })
  expect(several.error).toMatch(/^“a” could be \d people\. Name one by their id:$/m)
  expect(several.error).toMatch(/^ {2}maya {2}Maya /m)
  expect(await here('Nobody Such')).toMatchObject({ code: 1, out: '' })
  expect((await here('--role', 'officer')).out).toMatch(/^Invitation for Ruth/)
  expect((await here('--role', 'king')).code).toBe(64)
  expect((await here()).code).toBe(64)
  expect((await invited(beside.path('none'), undefined, 'maya')).error).toContain(
    'holds no district record',
  )
})

test('init makes a district with its first administrator, and asks nothing', async () => {
  const folder = beside.path('new')
  const made = await begun('--data', folder, '--name', 'Río Verde', '--administrator', 'Ada Lind')
  expect(made).toMatchObject({ code: 0, error: '' })
  expect(made.out).toMatch(/^Río Verde is made in /)
  expect(made.out).toMatch(/^Invitation for Ada Lind: ([A-Z2-7]{4}-){6}[A-Z2-7]{2}$/m)
  expect(statSync(folder).mode & 0o077).toBe(0)
  expect(readdirSync(join(folder, 'keys'))).toContain('register.json')
  const again = await begun('--data', folder)
  expect(again).toMatchObject({ code: 2, out: '' })
  expect(again.error).toContain('holds a district already')
})

test('a folder with something else in it stays as it is', async () => {
  const folder = beside.path('other')
  mkdirSync(folder)
  writeFileSync(join(folder, 'thesis.txt'), 'mine')
  const refused = await begun('--data', folder)
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.error).toContain('is not empty')
  expect(readdirSync(folder)).toEqual(['thesis.txt'])
  expect((await begun('--data', folder, '--demo')).code).toBe(64)
  const unreachable = beside.path('unreachable')
  const database = 'postgres://nobody@127.0.0.1:9/none'
  expect(await begun('--data', unreachable, '--database', database)).toMatchObject({ code: 2 })
  expect(existsSync(join(unreachable, 'keys'))).toBe(false)
})

test('an invitation that the operator made is not made void by a start', async () => {
  await here('desmond')
  // Desmond's computer of the first test has joined: he is left out, and with him every administrator.
  expect(await firstInvitation(district.program().house)).toBeUndefined()
  const folder = beside.path('waits')
  await begun('--data', folder, '--administrator', 'Ada Lind')
  const program = await openProgram({
    dataFolder: folder,
    databaseUrl: undefined,
    onDatabaseTaken: () => undefined,
    listensAt: 'http://127.0.0.1:0',
    publicUrl: undefined,
    isBehindProxy: false,
    canSuspend: true,
    masterKey: undefined,
    fontsFolders: [],
    isDemo: false,
    isRestored: false,
    name: 'Other',
    administrator: 'Other',
    timeZone: 'UTC',
    logTo: { write: () => undefined },
    trace: false,
    isQuiet: true,
    clock: district.now,
  })
  if ('failed' in program) throw new Error(program.failed)
  expect(await firstInvitation(program.house)).toMatchObject({ name: 'Ada Lind', code: undefined })
  await program.close()
})
