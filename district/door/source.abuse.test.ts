import { afterEach, expect, test } from 'vitest'
import { districtPaths, protocol } from '../../contract/sync/version.ts'
import { paces } from './pace.ts'
import { missesMax } from '../person/tries.ts'
import { codeIn, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Security row 36: who guesses invitations is counted by where they really come from.

let district: TrialDistrict
afterEach(() => district.close())

const wrong = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

async function guessed(forwardedFor: string, code = wrong): Promise<string> {
  const device = new TrialDevice(district)
  const { name, publicKey } = device
  const request = { protocol, code, device: name, publicKey, deviceName: 'Guesser' }
  const answer = await send(district.address, {
    method: 'POST',
    target: districtPaths.join,
    headers: { 'x-forwarded-for': forwardedFor, forwarded: `for=${forwardedFor}` },
    body: Buffer.from(JSON.stringify(request)),
  })
  return answer.status === 200 ? 'joined' : codeIn(answer)
}

test('without a proxy of the district’s own, nobody says for themselves where they come from', async () => {
  district = await trialDistrict()
  for (let n = 0; n < missesMax.anHourAndSource; n++)
    expect(await guessed(`203.0.113.${n}`)).toBe('invitation_unknown')
  expect(await guessed('198.51.100.1')).toBe('too_many_tries')
  // Also the right code is not looked at any more from there.
  expect(await guessed('198.51.100.2', await district.invite('maya'))).toBe('too_many_tries')
})

test('what anybody may ask, nobody may ask without end', async () => {
  district = await trialDistrict()
  for (const target of [districtPaths.about, districtPaths.trust]) {
    const statuses: number[] = []
    for (let n = 0; n <= paces.public.atOnce; n++)
      statuses.push((await send(district.address, { method: 'GET', target })).status)
    expect([target, statuses.at(-2), statuses.at(-1)]).toEqual([target, 200, 429])
    district.move(60_000)
    expect((await send(district.address, { method: 'GET', target })).status).toBe(200)
  }
})

test('behind the proxy its own word counts, which is the last', async () => {
  district = await trialDistrict({ isBehindProxy: true })
  for (let n = 0; n < missesMax.anHourAndSource; n++)
    expect(await guessed(`203.0.113.${n}, 192.0.2.7`)).toBe('invitation_unknown')
  expect(await guessed('203.0.113.99, 192.0.2.7')).toBe('too_many_tries')
  expect(await guessed('192.0.2.7, 192.0.2.8')).toBe('invitation_unknown')
  expect(await guessed('192.0.2.8', await district.invite('maya'))).toBe('joined')
})

test('who has a whole IPv6 network to themselves is one source all the same', async () => {
  district = await trialDistrict({ isBehindProxy: true })
  for (let n = 0; n < missesMax.anHourAndSource; n++)
    expect(await guessed(`2001:db8:7:7::${n}`)).toBe('invitation_unknown')
  expect(await guessed('2001:db8:7:7:8:9:a:b')).toBe('too_many_tries')
  expect(await guessed('2001:db8:7:8::1')).toBe('invitation_unknown')
})
