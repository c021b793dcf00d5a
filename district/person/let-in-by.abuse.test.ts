import { sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationReply, rejoinText } from '../../contract/sync/join.ts'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { noYesFirstMs, noYesUnknownMs, waitMs } from '../../core/person/wait-for-yes.ts'
import { textToSign } from '../../core/kit/signed.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { bodyOn } from '../trial/claim.ts'
import { joined, jsonIn, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { entered } from '../trial/entered.ts'
import { invitationFor } from './routes.ts'

// One administrator who uses the codes that they make for others is one person, however many computers that gives them.

let district: TrialDistrict
let desmond: TrialDevice
let ruth: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

/** A computer of somebody that came in by a code of desmond's. */
async function letIn(person: string): Promise<TrialDevice> {
  const { code } = await invitationFor(district.program().house, person, 'desmond', false)
  const device = new TrialDevice(district)
  expect((await device.join(code)).status).toBe(200)
  return device
}

let n = 0
/** A request of desmond's for another officer. */
async function asked(): Promise<string> {
  const id = `invented-${++n}`
  const person = { name: 'Nobody Real', place: '', roles: ['educator', 'officer'] }
  return (await desmond.act('person.add', { id, person })).id('role-request')
}

test('the first computer of a new officer does not agree with whoever made its code, for seven days; with others it does', async () => {
  await entered(district, 'noor', { roles: ['officer'] })
  const noor = await letIn('noor')
  const request = await asked()
  await expect(noor.act('role.agree', { request })).rejects.toThrow('yes_too_young')
  const ofRuth = await ruth.act('key-change.ask', { what: 'rotate', reason: 'Each year' })
  await noor.act('key-change.agree', { change: ofRuth.id('key-change') })
  district.move(noYesFirstMs)
  await noor.act('role.agree', { request: await asked() })
})

test('a computer that was let in as a coach, and that the coach never knew, agrees with who let it in for no officer later', async () => {
  await entered(district, 'jonah-2', { roles: ['coach'] })
  await joined(district, 'jonah-2')
  const hidden = await letIn('jonah-2')
  district.move(waitMs + 1)
  await entered(district, 'jonah-2', { roles: ['coach', 'officer'] })
  await expect(hidden.act('role.agree', { request: await asked() })).rejects.toThrow(
    'yes_too_young',
  )
  district.move(noYesUnknownMs)
  await hidden.act('role.agree', { request: await asked() })
})

test('nor does it agree to an erasing', async () => {
  await entered(district, 'pia', { roles: ['officer'] })
  const pia = await letIn('pia')
  await entered(district, 'lea', { roles: ['educator'] })
  await desmond.act('erasure.begin', { person: 'lea', ground: 'left' })
  await desmond.until(() => bodyOn(desmond, ErasureRecord, 'lea')?.plan)
  await desmond.act('erasure.ask', { person: 'lea' })
  await expect(pia.act('erasure.agree', { person: 'lea' })).rejects.toThrow('yes_too_young')
  await ruth.act('erasure.agree', { person: 'lea' })
})

/** A coach with a computer of their own, and one beside it that they know nothing of: desmond's code let it in. */
async function hiddenBeside(person: string) {
  await entered(district, person, { roles: ['coach'] })
  const known = await joined(district, person)
  const hidden = await letIn(person)
  district.move(waitMs + 1)
  return { known, hidden }
}

/** The same person is an officer by now: who would agree with desmond by this computer? */
async function agreesNow(device: TrialDevice): Promise<void> {
  await entered(district, device.person, { roles: ['coach', 'officer'] })
  await device.act('role.agree', { request: await asked() })
}
const tooYoung = (device: TrialDevice) => expect(agreesNow(device)).rejects.toThrow('yes_too_young')

/** A further computer, by a code that one of the person's own made. */
async function byOwnCode(maker: TrialDevice, device = new TrialDevice(district)) {
  const made = await maker.askJson('POST', districtPaths.invitations, { person: maker.person })
  const { code } = invitationReply.parse(jsonIn(made))
  expect((await device.join(code)).status).toBe(200)
  return device
}

test('nor does a computer that such a one let in by a code of its own, however many stand between; by a code of the one that the person has, it does', async () => {
  const { known, hidden } = await hiddenBeside('kira')
  await tooYoung(await byOwnCode(hidden))
  await tooYoung(await byOwnCode(await byOwnCode(hidden)))
  const further = await byOwnCode(known)
  await agreesNow(further)
  // It waits for nobody longer than who let it in.
  const last = await byOwnCode(hidden)
  district.move(noYesUnknownMs)
  await agreesNow(last)
})

test('nor one to which such a one said yes in the person’s place', async () => {
  const { known, hidden } = await hiddenBeside('lars')
  const second = await letIn('lars')
  const yes = { device: second.name, isTheirs: true }
  expect((await hidden.askJson('POST', districtPaths.answers, yes)).status).toBe(200)
  await tooYoung(second)
  // Who waits, and shows a code that such a one made: that is the same yes.
  await entered(district, 'lars', { roles: ['coach'] })
  const third = await letIn('lars')
  await tooYoung(await byOwnCode(hidden, third))
  await entered(district, 'lars', { roles: ['coach'] })
  const fourth = await letIn('lars')
  const real = { device: fourth.name, isTheirs: true }
  expect((await known.askJson('POST', districtPaths.answers, real)).status).toBe(200)
  await agreesNow(fourth)
})

test('nor one that came in by a password that such a one had set', async () => {
  const { hidden } = await hiddenBeside('mona')
  const [name, password] = ['Mona.B', 'seven blue lamps hum']
  const set = { do: 'set', name, password }
  expect((await hidden.askJson('POST', districtPaths.account, set)).status).toBe(200)
  const device = new TrialDevice(district)
  const answer = await send(district.address, {
    method: 'POST',
    target: districtPaths.signIn,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(
      JSON.stringify({
        ...{ protocol, device: device.name, publicKey: device.publicKey },
        ...{ deviceName: 'Another', name, password },
      }),
    ),
  })
  expect(answer.status).toBe(200)
  device.person = 'mona'
  await tooYoung(device)
})

test('nor one that shows by its key that it was such a one', async () => {
  const { hidden } = await hiddenBeside('nils')
  district.move(noYesFirstMs)
  const { code } = await invitationFor(district.program().house, 'nils', 'desmond', false)
  const again = new TrialDevice(district)
  const computer = {
    ...{ protocol, device: again.name, publicKey: again.publicKey },
    deviceName: 'Canary laptop',
  }
  const signature = sign(
    null,
    Buffer.from(textToSign('rejoin', rejoinText(computer))),
    hidden.keys.privateKey,
  ).toString('hex')
  const before = { device: hidden.name, signature }
  expect((await again.join(code, { before })).status).toBe(200)
  district.move(noYesFirstMs)
  await tooYoung(again)
})
