import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accountReply } from '../../contract/sync/account.ts'
import type { AccountReply, AccountRequest } from '../../contract/sync/account.ts'
import { invitationReply, joinReply, rejoinText } from '../../contract/sync/join.ts'
import { pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import type { Person } from '../../core/person/record.ts'
import { waitInChargeMs, waitMs } from '../../core/person/wait-for-yes.ts'
import type { Answer } from '../trial/device.ts'
import { codeIn, hashOf, joined, jsonIn, send, TrialDevice } from '../trial/device.ts'
import { entered } from '../trial/entered.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { paces } from '../door/pace.ts'
import { codeOf } from '../person/code.ts'
import { signInMissesMax } from './misses.ts'
import { codeAt, stepAt } from './one-time-code.ts'

// security.md rows 36, 37, 42 and 58, over HTTP.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict({ isBehindProxy: true })
})
afterAll(() => district.close())

const dayMs = 86_400_000
let places = 0
/** An address that nobody came from before. */
const place = () => `10.1.${Math.floor(++places / 250)}.${places % 250}`
// What was tried before is over.
beforeEach(() => district.move(dayMs + 1))

interface SigningIn {
  readonly name: string
  readonly password: string
  readonly oneTimeCode?: string
  readonly from?: string
}

function signIn(device: TrialDevice, { from = place(), ...given }: SigningIn): Promise<Answer> {
  const { name: deviceId, publicKey } = device
  const computer = { protocol, device: deviceId, publicKey, deviceName: 'New laptop' }
  return send(district.address, {
    method: 'POST',
    target: districtPaths.signIn,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: Buffer.from(JSON.stringify({ ...computer, ...given })),
  })
}
const tried = (given: SigningIn) => signIn(new TrialDevice(district), given)

const account = async (device: TrialDevice, asked: AccountRequest): Promise<AccountReply> => {
  const answer = await device.askJson('POST', districtPaths.account, asked)
  if (answer.status !== 200) throw new Error(codeIn(answer))
  return accountReply.parse(jsonIn(answer))
}

let people = 0
/** A person of their own, with a computer and a password. */
async function person(roles: Person['roles']) {
  const id = `person-${++people}`
  await entered(district, id, { name: `Person ${people}`, roles })
  const laptop = await joined(district, id)
  const name = `Nell.${people}`
  const password = 'seven blue lamps hum'
  await account(laptop, { do: 'set', name, password })
  return { id, laptop, name, password }
}

/** Bytes of a base32 secret. */
function secretIn(reply: AccountReply): Buffer {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(reply.secret?.text ?? '')]
    .map(sign => signs.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

async function withCodes(roles: Person['roles']) {
  const who = await person(roles)
  const begun = await account(who.laptop, { do: 'begin-codes' })
  const secret = secretIn(begun)
  const code = () => codeAt(secret, stepAt(district.now()))
  const confirmed = await account(who.laptop, { do: 'confirm-codes', code: code() })
  district.move(60_000)
  return { ...who, secret, code, spare: confirmed.spareCodes ?? [] }
}

test('a name and a password let a new computer in at once, with all that is its person’s', async () => {
  const { id, laptop, name, password } = await person(['educator'])
  await laptop.act('goal.add', { layer: 'personal', title: 'Listen' })
  const tablet = new TrialDevice(district)
  const reply = joinReply.parse(
    jsonIn(await signIn(tablet, { name: ` ${name.toUpperCase()}`, password })),
  )
  expect(reply).toMatchObject({ person: id })
  expect(reply.waitsUntil).toBeUndefined()
  await tablet.pull()
  expect([...tablet.records.values()].map(record => record['title'])).toContain('Listen')
  await laptop.pull()
  expect([...laptop.records.keys()]).toContain(`device-key/${tablet.name}`)
  // Its answer was lost: the same again.
  expect(joinReply.parse(jsonIn(await signIn(tablet, { name, password }))).person).toBe(id)
})

test('an unknown name and a wrong password get the same answer, and both are counted', async () => {
  const { name } = await person(['educator'])
  for (const who of [name, 'nobody.at.all']) {
    const from = place()
    const answers: string[] = []
    for (let n = 0; n <= signInMissesMax.accountIn15Minutes; n++) {
      const answer = await tried({ name: who, password: `wrong password ${n}`, from })
      answers.push(`${answer.status} ${answer.body.toString()}`)
    }
    const wrong = '403 {"code":"sign_in_wrong"}'
    expect(answers).toEqual([wrong, wrong, wrong, wrong, wrong, '429 {"code":"too_many_tries"}'])
  }
})

test('after five misses the right password is not looked at either, from anywhere, for a quarter of an hour', async () => {
  const { name, password } = await person(['educator'])
  await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map(n => tried({ name, password: `wrong password ${n}` })),
  )
  expect(codeIn(await tried({ name, password }))).toBe('too_many_tries')
  district.move(15 * 60_000 + 1)
  expect((await tried({ name, password })).status).toBe(200)
})

test('nobody from outside keeps a person who is in from changing their own password, whatever name they try', async () => {
  const { id, laptop, name, password } = await person(['educator'])
  for (let n = 0; n < signInMissesMax.accountIn15Minutes; n++)
    expect(codeIn(await tried({ name: `person ${id}`, password: 'not the right one' }))).toBe(
      'sign_in_wrong',
    )
  const changed = 'nine red kites turn'
  const said = await account(laptop, { do: 'set', name, password: changed, current: password })
  expect(said.setAt).toBe(district.now())
}, 60_000)

test('whoever sets a password for a person, their other computers hear when and from where, and nobody else does', async () => {
  const { id, laptop } = await person(['educator'])
  const tablet = await joined(district, id)
  const jonah = await joined(district, 'jonah')
  const told = await tablet.until(() => tablet.records.get(`password-set/${id}`))
  expect(told).toEqual({
    ...{ person: id, at: district.now(), device: laptop.name },
    computer: expect.any(String),
  })
  expect(jonah.records.has(`password-set/${id}`)).toBe(false)
  await district.restart()
  await tablet.pull()
  expect(tablet.records.get(`password-set/${id}`)).toEqual(told)
})

test('who is in does not keep everybody else’s passwords waiting by setting their own without end', async () => {
  const { laptop } = await person(['educator'])
  district.move(60_000)
  for (let n = 0; n < paces.account.atOnce; n++) await account(laptop, { do: 'begin-codes' })
  await expect(account(laptop, { do: 'begin-codes' })).rejects.toThrow('too_many_tries')
  district.move(60_000)
  await account(laptop, { do: 'begin-codes' })
})

test('row 37: one password tried at many names comes to an end, and a school that signs in rightly never does', async () => {
  const school = place()
  const { name, password } = await person(['educator'])
  for (let n = 0; n < signInMissesMax.sourceIn15Minutes + 10; n++)
    expect((await tried({ name, password, from: school })).status).toBe(200)
  const from = place()
  const codes = new Set<string>()
  for (let n = 0; n < signInMissesMax.sourceIn15Minutes + 2; n++) {
    if (n === 25) district.move(60_000)
    codes.add(codeIn(await tried({ name: `teacher.${n}`, password: 'Summer in Alder 2026', from })))
  }
  expect([...codes]).toEqual(['sign_in_wrong', 'too_many_tries'])
  expect(codeIn(await tried({ name, password, from }))).toBe('too_many_tries')
  expect((await tried({ name, password, from: school })).status).toBe(200)
}, 240_000)

test('row 37: whose role can do much harm comes in by a password only with a one-time code, each once', async () => {
  const bare = await person(['officer'])
  expect(codeIn(await tried(bare))).toBe('second_step_needed')
  const { name, password, code, spare, secret, laptop } = await withCodes(['administrator'])
  expect(codeIn(await tried({ name, password }))).toBe('one_time_code_needed')
  const wrong = code() === '000000' ? '111111' : '000000'
  expect(codeIn(await tried({ name, password, oneTimeCode: wrong }))).toBe('one_time_code_wrong')
  const once = code()
  expect((await tried({ name, password, oneTimeCode: once })).status).toBe(200)
  expect(codeIn(await tried({ name, password, oneTimeCode: once }))).toBe('one_time_code_wrong')
  const before = codeAt(secret, stepAt(district.now()) - 1)
  expect(codeIn(await tried({ name, password, oneTimeCode: before }))).toBe('one_time_code_wrong')
  const [first = ''] = spare
  expect(spare).toHaveLength(8)
  const typed = first.toLowerCase().replaceAll('-', ' ')
  expect((await tried({ name, password, oneTimeCode: typed })).status).toBe(200)
  expect(codeIn(await tried({ name, password, oneTimeCode: first }))).toBe('one_time_code_wrong')
  const left = accountReply.parse(
    jsonIn(await laptop.ask({ method: 'GET', target: districtPaths.account })),
  )
  expect(left).toMatchObject({ hasCodes: true, needsCodes: true, spareCodesLeft: 7 })
})

test('one-time codes and spare codes can’t be guessed by who has the password', async () => {
  const { name, password, code, spare } = await withCodes(['educator'])
  for (let n = 0; n < signInMissesMax.accountIn15Minutes; n++)
    await tried({ name, password, oneTimeCode: String(n).repeat(6) })
  const right = await tried({ name, password, oneTimeCode: code() })
  expect(codeIn(right)).toBe('too_many_tries')
  district.move(15 * 60_000 + 1)
  for (let n = 0; n < signInMissesMax.spareADay; n++)
    await tried({ name, password, oneTimeCode: `AAAA-BBBB-CCCC-DDD${'ABC'.charAt(n)}` })
  expect(codeIn(await tried({ name, password, oneTimeCode: spare[0] ?? '' }))).toBe(
    'too_many_tries',
  )
  expect((await tried({ name, password, oneTimeCode: code() })).status).toBe(200)
})

test('a password is changed by who knows it, codes are taken away by who has one, and a name is one person’s', async () => {
  const { laptop, name, password, code } = await withCodes(['educator'])
  const set = (current?: string) =>
    account(laptop, {
      ...{ do: 'set', name, password: 'eight green doors sing' },
      ...(current === undefined ? {} : { current }),
    })
  await expect(set()).rejects.toThrow('sign_in_wrong')
  await expect(set('a wrong one entirely')).rejects.toThrow('sign_in_wrong')
  await set(password)
  expect(codeIn(await tried({ name, password }))).toBe('sign_in_wrong')
  await expect(account(laptop, { do: 'begin-codes' })).rejects.toThrow('one_time_code_needed')
  await expect(account(laptop, { do: 'end-codes', code: '12345' })).rejects.toThrow(
    'one_time_code_wrong',
  )
  expect(await account(laptop, { do: 'end-codes', code: code() })).toMatchObject({
    hasCodes: false,
  })
  const other = await person(['educator'])
  const taken = account(other.laptop, {
    do: 'set',
    name: name.toUpperCase(),
    password,
    current: other.password,
  })
  await expect(taken).rejects.toThrow('name_taken')
  for (const weak of ['too short', 'password123456'])
    await expect(
      account(other.laptop, { do: 'set', name: 'x', password: weak, current: other.password }),
    ).rejects.toThrow('password_weak')
})

/** What a computer has been told, and what it is refused. */
async function everythingFor(device: TrialDevice, sha256: string) {
  await device.pull()
  const kinds = new Set([...device.records.keys()].map(key => key.slice(0, key.indexOf('/'))))
  const push = await device.askJson('POST', districtPaths.push, {
    ...{ protocol, device: device.name },
    mutations: device.mutations([
      { name: 'goal.add', input: { layer: 'personal', title: 'Forged' } },
    ]),
  })
  const asked = [
    push,
    await device.blob(sha256),
    await device.createUpload(3, hashOf(Buffer.from('abc'))),
    await device.ask({ method: 'GET', target: districtPaths.devices }),
    await device.ask({ method: 'GET', target: districtPaths.account }),
    await device.askJson('POST', districtPaths.account, {
      do: 'set',
      name: 'm',
      password: 'seven blue lamps hum',
    }),
    await device.askJson('POST', districtPaths.answers, { device: device.name, isTheirs: true }),
    await device.askJson('POST', districtPaths.invitations, { person: device.person }),
    await device.askJson('POST', districtPaths.revocations, { device: device.name }),
    await device.askJson('POST', districtPaths.resets, { person: 'jonah' }),
  ]
  return { kinds, codes: asked.map(answer => (answer.status < 300 ? 'done' : codeIn(answer))) }
}

async function mayaWithWork() {
  const maya = await joined(district, 'maya')
  const bytes = Buffer.from('a drawing of hers')
  await maya.upload(bytes)
  await maya.act('goal.add', { layer: 'personal', title: 'Hers alone' })
  return { maya, sha256: hashOf(bytes) }
}

test.each(['reset', 'invitation'] as const)(
  'row 42: an administrator who lets a computer in as somebody by a %s reads nothing of theirs and does nothing as them',
  async how => {
    const { maya, sha256 } = await mayaWithWork()
    const desmond = await joined(district, 'desmond')
    const target = how === 'reset' ? districtPaths.resets : districtPaths.invitations
    const { code } = invitationReply.parse(
      jsonIn(await desmond.askJson('POST', target, { person: 'maya' })),
    )
    const his = new TrialDevice(district)
    const reply = joinReply.parse(jsonIn(await his.join(code)))
    expect(reply.waitsUntil).toBe(district.now() + waitMs)
    const { kinds, codes } = await everythingFor(his, sha256)
    const open = [
      'person',
      'district',
      'competency',
      'framework',
      'micro-credential',
      'goal',
      'issuer',
      'unit',
    ]
    expect([...kinds].filter(kind => !open.includes(kind) && !/trust|status/.test(kind))).toEqual(
      [],
    )
    const titles = [...his.records.values()].map(record => record['title'])
    expect(titles).not.toContain('Hers alone')
    expect(new Set(codes)).toEqual(new Set(['waits']))
    // She is told at once, on the computer that she has.
    await maya.pull()
    const told = maya.records.get(`device-key/${his.name}`)
    expect(told).toMatchObject({ person: 'maya', waitsUntil: reply.waitsUntil })
    // He can't say yes for her, from his own computer either.
    const yes = await desmond.askJson('POST', districtPaths.answers, {
      device: his.name,
      isTheirs: true,
    })
    expect(yes.status).toBe(404)
    // She says no: it is over for that computer.
    await maya.askJson('POST', districtPaths.answers, { device: his.name, isTheirs: false })
    expect(codeIn(await his.ask({ method: 'GET', target: pullTarget('', 0) }))).toBe(
      'device_revoked',
    )
  },
)

test('row 42: her yes gives her new computer everything at once, and so do 24 hours', async () => {
  const { maya } = await mayaWithWork()
  const desmond = await joined(district, 'desmond')
  const let_ = async () => {
    const asked = await desmond.askJson('POST', districtPaths.invitations, { person: 'maya' })
    const device = new TrialDevice(district)
    await device.join(invitationReply.parse(jsonIn(asked)).code)
    await device.pull()
    return device
  }
  const has = (device: TrialDevice) =>
    [...device.records.values()].some(record => record['title'] === 'Hers alone')
  const said = await let_()
  expect(has(said)).toBe(false)
  const answer = { device: said.name, isTheirs: true }
  expect((await maya.askJson('POST', districtPaths.answers, answer)).status).toBe(200)
  await said.pull()
  expect(has(said)).toBe(true)
  await said.act('goal.add', { layer: 'personal', title: 'From the new one' })
  await maya.pull()
  expect(maya.records.get(`device-key/${said.name}`)?.['waitsUntil']).toBe(district.now())

  const waiting = await let_()
  district.move(waitMs - 1)
  await waiting.pull()
  expect(has(waiting)).toBe(false)
  district.move(1)
  await waiting.pull()
  expect(has(waiting)).toBe(true)
})

test('row 42: as somebody in charge a computer waits seven days, so that nobody says both yeses by letting one in', async () => {
  const thief = await joined(district, 'desmond')
  await entered(district, 'vera', { name: 'Vera Lund', roles: ['officer'] })
  const vera = await joined(district, 'vera')
  await thief.askJson('POST', districtPaths.revocations, { device: vera.name })
  const asked = await thief.askJson('POST', districtPaths.resets, { person: 'vera' })
  const asVera = new TrialDevice(district)
  const reply = joinReply.parse(
    jsonIn(await asVera.join(invitationReply.parse(jsonIn(asked)).code)),
  )
  expect(reply.waitsUntil).toBe(district.now() + waitInChargeMs)
  const person = { name: 'Nobody', place: '', roles: ['educator', 'officer'] }
  const request = (await thief.act('person.add', { id: 'nobody', person })).id('role-request')
  const yes = { name: 'role.agree' as const, input: { request } }
  district.move(waitMs + 1)
  await expect(asVera.push([yes])).rejects.toThrow('waits')
  await asVera.pull()
  expect([...asVera.records.keys()].filter(key => key.startsWith('role-request/'))).toEqual([])
  // Who runs the district makes a code that waits for nothing.
  const hers = await joined(district, 'vera')
  await hers.act('role.decline', { request })
})

test.each(['waits', 'was told no', 'was sent away by her after its wait'] as const)(
  'row 42: a computer that %s gains nothing by another code and its own old key',
  async how => {
    const { maya } = await mayaWithWork()
    const desmond = await joined(district, 'desmond')
    const codeFor = async () =>
      invitationReply.parse(
        jsonIn(await desmond.askJson('POST', districtPaths.invitations, { person: 'maya' })),
      ).code
    const his = new TrialDevice(district)
    await his.join(await codeFor())
    if (how === 'was told no')
      await maya.askJson('POST', districtPaths.answers, { device: his.name, isTheirs: false })
    if (how === 'was sent away by her after its wait') {
      district.move(waitMs)
      await maya.askJson('POST', districtPaths.revocations, { device: his.name })
    }
    const next = new TrialDevice(district)
    const said = rejoinText({ device: next.name, publicKey: next.publicKey })
    const { signature } = his.signedDocument('rejoin', said)
    const before = { device: his.name, signature }
    const reply = joinReply.parse(jsonIn(await next.join(await codeFor(), { before })))
    expect(reply.waitsUntil).toBe(district.now() + waitMs)
    await next.pull()
    expect([...next.records.values()].map(({ title }) => title)).not.toContain('Hers alone')
  },
)

test('row 42: who waits for a yes can’t end the computer that is asked for it by saying to have been it', async () => {
  const { maya } = await mayaWithWork()
  const desmond = await joined(district, 'desmond')
  const lost = await joined(district, 'maya')
  const let_ = async (before: TrialDevice) => {
    const asked = await desmond.askJson('POST', districtPaths.invitations, { person: 'maya' })
    const device = new TrialDevice(district)
    const { code } = invitationReply.parse(jsonIn(asked))
    expect((await device.join(code, { before: { device: before.name } })).status).toBe(200)
    return device
  }
  const answer = (device: TrialDevice, isTheirs: boolean) =>
    maya.askJson('POST', districtPaths.answers, { device: device.name, isTheirs })
  const his = await let_(maya)
  await maya.pull()
  expect(maya.records.get(`device-key/${his.name}`)).toMatchObject({ person: 'maya' })
  expect((await answer(his, false)).status).toBe(200)
  // Her own, whose key is gone: with her yes it takes the other's place.
  const hers = await let_(lost)
  await lost.pull()
  expect((await answer(hers, true)).status).toBe(200)
  await expect(lost.pull()).rejects.toThrow('device_revoked')
  // Also where it says to be the one that says yes, that one stays in.
  expect((await answer(await let_(maya), true)).status).toBe(200)
  await maya.pull()
}, 60_000)

test('a reset takes the password and the codes away, and the person sees when', async () => {
  const { id, laptop, name, password } = await withCodes(['educator'])
  const desmond = await joined(district, 'desmond')
  const reset = await desmond.askJson('POST', districtPaths.resets, { person: id })
  expect(reset.status).toBe(200)
  expect(codeIn(await tried({ name, password }))).toBe('sign_in_wrong')
  const seen = accountReply.parse(
    jsonIn(await laptop.ask({ method: 'GET', target: districtPaths.account })),
  )
  expect(seen).toEqual({
    ...{ hasCodes: false, spareCodesLeft: 0, needsCodes: false },
    resetAt: district.now(),
  })
  // The computer that is in sets a new one, without the old.
  await account(laptop, { do: 'set', name, password: 'nine red kites turn' })
  expect((await tried({ name, password: 'nine red kites turn' })).status).toBe(200)
})

test('row 36: wrong invitation codes from everywhere come to an end for the day', async () => {
  const wrong = (n: number) =>
    codeOf(Uint8Array.from({ length: 17 }, (_, at) => (at === 0 ? n : 7)))
  const join = (code: string) => {
    const { name, publicKey } = new TrialDevice(district)
    return send(district.address, {
      method: 'POST',
      target: districtPaths.join,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': place() },
      body: Buffer.from(
        JSON.stringify({ protocol, code, device: name, publicKey, deviceName: 'x' }),
      ),
    })
  }
  const code = await district.invite('lucia')
  for (let n = 0; n < 200; n++) expect(codeIn(await join(wrong(n)))).toBe('invitation_unknown')
  expect(codeIn(await join(code))).toBe('too_many_tries')
  district.move(dayMs + 1)
  expect((await join(code)).status).toBe(200)
}, 60_000)

test('row 58: after a restore no invitation and no spare code from before counts', async () => {
  const { name, password, spare, code } = await withCodes(['educator'])
  const invitation = await district.invite('lucia')
  await district.restart({ isRestored: true })
  expect(codeIn(await new TrialDevice(district).join(invitation))).toBe('invitation_unknown')
  const spent = await tried({ name, password, oneTimeCode: spare[0] ?? '' })
  expect(codeIn(spent)).toBe('one_time_code_wrong')
  expect((await tried({ name, password, oneTimeCode: code() })).status).toBe(200)
})
