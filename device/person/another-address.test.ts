import { generateKeyPairSync, sign } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../contract/device/session.ts'
import { aboutReply, atAddressText } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { textToSign } from '../../core/kit/signed.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { done } from '../trial/done.ts'
import { joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import { scriptedDistrict } from '../trial/scripted-district.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Everything here is real but the stranger: districts in processes of their own, and a program that has joined one.
let folder: ReturnType<typeof trialFolder>
let district: DemoDistrict
let laptop: OpenProgram
let stranger: ScriptedDistrict

const started = (name: string) => startDemoDistrict(join(folder.path, name))
const goTo = async (address: string) => {
  const answer = await laptop.post('/api/district-address', { address })
  return { status: answer.status, said: JSON.parse(await answer.text()) }
}
const addressNow = async () => {
  const session: Session = JSON.parse(await (await laptop.knock('/api/session')).text())
  return session.district?.address
}

beforeAll(async () => {
  folder = trialFolder()
  district = await started('district')
  stranger = await scriptedDistrict()
  laptop = await openProgram(folder.path, { random: () => 0 }, 'laptop')
  await joinWith(laptop, district.address, district.people[0]?.code ?? '')
  await untilPasses(async () => expect((await syncStateOf(laptop)).state).toBe('record'))
}, 60_000)
afterAll(async () => {
  await laptop.close()
  await stranger.close()
  await district.close()
  folder.remove()
})

test('a district that moved is found again at its new address, and what waited goes there', async () => {
  const before = district.address
  await district.close()
  district = await started('district')
  expect(district.address).not.toBe(before)
  await done(laptop, 'goal.add', { layer: 'personal', title: 'Written while it was moving' })
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ away: 'network', waitingCount: 1 }),
  )
  // As a person types it.
  const { status } = await goTo(` ${district.address.replace('http://', '')}/ `)
  expect([status, await addressNow()]).toEqual([200, district.address])
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ state: 'record', waitingCount: 0 }),
  )
  await laptop.close()
  laptop = await openProgram(folder.path, { random: () => 0 }, 'laptop')
  expect(await addressNow()).toBe(district.address)
})

test('where nothing answers, no district does, or another one, it stays where it was', async () => {
  const other = await started('other')
  stranger.script(() => ({ hello: 'I am a printer' }))
  const refusals = [
    await goTo('http://127.0.0.1:9'),
    await goTo(stranger.address),
    await goTo(other.address),
    await goTo('not an address'),
  ]
  await other.close()
  expect(refusals.map(({ status, said }) => [status, said.code])).toEqual([
    [502, 'unreachable'],
    [502, 'nonsense'],
    [409, 'other_district'],
    [502, 'unreachable'],
  ])
  expect(await addressNow()).toBe(district.address)
})

test('a stranger who says all that the district tells anyone is not believed, and is sent nothing of the person’s', async () => {
  const asked = { nonce: 'A'.repeat(32), origin: district.address }
  const query = new URLSearchParams(asked).toString()
  const real = await fetch(`${district.address}${districtPaths.about}?${query}`)
  const about = aboutReply.parse(await real.json())
  const { privateKey } = generateKeyPairSync('ed25519')
  const { proof, ...told } = about
  expect(proof).toBeDefined()
  const proofs: readonly ((nonce: string) => object)[] = [
    () => ({}),
    // Heard when somebody else asked.
    () => ({ proof }),
    // By a key of its own.
    nonce => {
      const text = atAddressText({ nonce, origin: stranger.address }, about.epoch)
      const signed = sign(null, Buffer.from(textToSign('at-address', text)), privateKey)
      return { proof: signed.toString('hex') }
    },
  ]
  for (const proven of proofs) {
    stranger.script(({ path }) => {
      const nonce = new URL(path, stranger.address).searchParams.get('nonce') ?? ''
      return { ...told, ...proven(nonce) }
    })
    expect(await goTo(stranger.address)).toMatchObject({
      status: 409,
      said: { code: 'not_shown', facts: { address: stranger.address } },
    })
  }
  expect(await addressNow()).toBe(district.address)
  const paths = stranger.heard.map(({ path }) => new URL(path, stranger.address).pathname)
  expect([...new Set(paths)]).toEqual([districtPaths.about])
  expect(stranger.heard.filter(({ headers }) => headers['signature'] !== undefined)).toEqual([])
})

test('the word that the real district gave for its own address is not good for a stranger’s', async () => {
  stranger.script(({ path }, response) => {
    const url = new URL(path, district.address)
    url.searchParams.set('origin', district.address)
    void fetch(url).then(async answer => response.end(await answer.text()))
    return undefined
  })
  expect(await goTo(stranger.address)).toMatchObject({ status: 409, said: { code: 'not_shown' } })
})
