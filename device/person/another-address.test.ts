import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aboutReply, atAddressText } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { textToSign } from '../../core/kit/signed.ts'
import { done } from '../trial/done.ts'
import { sessionOf } from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import { scriptedDistrict } from '../trial/scripted-district.ts'
import { syncStateOf, untilInRecord } from '../trial/sync-state.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Everything here is real but the stranger.
let trial: TrialDistrict
let laptop: OpenProgram
let stranger: ScriptedDistrict

const goTo = async (address: string) => {
  const answer = await laptop.post('/api/district-address', { address })
  return { status: answer.status, said: JSON.parse(await answer.text()) }
}
const addressNow = async () => (await sessionOf(laptop)).district?.address

beforeAll(async () => {
  trial = await trialDistrict()
  stranger = await scriptedDistrict()
  laptop = await trial.joined('laptop', 'maya')
  await untilInRecord(laptop)
}, 60_000)
afterAll(async () => {
  await stranger.close()
  await trial.close()
})

test('a district that moved is found again at its new address, and what waited goes there', async () => {
  const before = trial.address
  await trial.move()
  expect(trial.address).not.toBe(before)
  await done(laptop, 'goal.add', { layer: 'personal', title: 'Written while it was moving' })
  await untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ away: 'network', waitingCount: 1 }),
  )
  // As a person types it.
  const { status } = await goTo(` ${trial.address.replace('http://', '')}/ `)
  expect([status, await addressNow()]).toEqual([200, trial.address])
  await untilInRecord(laptop)
  await laptop.close()
  laptop = await trial.open('laptop')
  expect(await addressNow()).toBe(trial.address)
})

test('where nothing answers, no district does, or another one, it stays where it was', async () => {
  const other = await trialDistrict()
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
  expect(await addressNow()).toBe(trial.address)
})

test('a stranger who says all that the district tells anyone is not believed, and is sent nothing of the person’s', async () => {
  const asked = { nonce: 'A'.repeat(32), origin: trial.address }
  const query = new URLSearchParams(asked).toString()
  const real = await fetch(`${trial.address}${districtPaths.about}?${query}`)
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
  expect(await addressNow()).toBe(trial.address)
  const paths = stranger.heard.map(({ path }) => new URL(path, stranger.address).pathname)
  expect([...new Set(paths)]).toEqual([districtPaths.about])
  expect(stranger.heard.filter(({ headers }) => headers['signature'] !== undefined)).toEqual([])
})

test('the word that the real district gave for its own address is not good for a stranger’s', async () => {
  stranger.script(({ path }, response) => {
    const url = new URL(path, trial.address)
    url.searchParams.set('origin', trial.address)
    void fetch(url).then(async answer => response.end(await answer.text()))
    return undefined
  })
  expect(await goTo(stranger.address)).toMatchObject({ status: 409, said: { code: 'not_shown' } })
})
