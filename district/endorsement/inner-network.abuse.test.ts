import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import { endorsementCredential, issueBadge, publicKeyOf } from 'open-badges-validator-core/issue'
import { openLoader } from 'open-badges-validator-core/load'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EndorsementRecord } from '../../core/endorsement/record.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { bodyOn, microId } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict, tuesday } from '../trial/district.ts'
import { outsideBody } from '../trial/outside-body.ts'

// What an officer reads in names addresses, and somebody else wrote it: of the network that the district stands in it may ask
// nobody. By the loader that the district has of itself; other tests give it one.

const endorsed = achievementIdOf(microId)

let district: TrialDistrict
let ruth: TrialDevice
/** A neighbour of the district, on a port of its inner network. */
let neighbour: Server
let port: number
let heardCount = 0
beforeAll(async () => {
  neighbour = createServer(socket => {
    heardCount++
    socket.destroy()
  })
  neighbour.listen(0, '127.0.0.1')
  await once(neighbour, 'listening')
  const address = neighbour.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  port = address.port
  district = await trialDistrict()
  ruth = await joined(district, 'ruth')
})
afterAll(async () => {
  await district.close()
  neighbour.close()
})

/** By somebody with an address there. */
const issuedAt = (host: string) =>
  outsideBody(`${host}%3A${port}`, () => district.now()).endorses(endorsed, tuesday)

/** By somebody whose key needs no address, and whose list of revoked ones lies there. */
function listedAt(host: string): Promise<string> {
  const secretKey = Buffer.alloc(32, 7)
  const id = didKey(publicKeyOf(secretKey))
  const credential = endorsementCredential({
    ...{ id: `urn:uuid:${host}`, name: 'Recognised', endorsed, comment: 'Good.' },
    ...{ issuer: { id, name: 'State University' }, validFrom: tuesday },
    status: [{ listUrl: `https://${host}:${port}/status/1`, index: 7, purpose: 'revocation' }],
  })
  const verificationMethod = didKeyVerificationMethod(id)
  return issueBadge({ credential, secretKey, created: tuesday, verificationMethod }).then(badge =>
    JSON.stringify(badge),
  )
}

async function verdictOn(text: string) {
  const offered = await ruth.act('endorsement.offer', { microCredential: microId, text })
  const id = offered.id('endorsement')
  return ruth.until(() => bodyOn(ruth, EndorsementRecord, id)?.verdict)
}

const ways = [
  ['whose issuer is said to be at this computer', () => issuedAt('localhost')],
  ['whose list of revoked ones is said to be at this computer', () => listedAt('localhost')],
  ['whose list of revoked ones is said to be at 127.0.0.1', () => listedAt('127.0.0.1')],
] as const

test.each([
  ...ways,
  [
    'whose issuer is said to be at 127.0.0.1',
    async () => (await issuedAt('localhost')).replaceAll('localhost', '127.0.0.1'),
  ],
  ['whose list is said to be at an address in other letters', () => listedAt('0x7f000001')],
] as const)('an endorsement %s makes the district ask nobody there', async (_what, make) => {
  heardCount = 0
  expect((await verdictOn(await make())).overall).not.toBe('verified')
  expect(heardCount).toBe(0)
})

test('by a loader without a guard these would have been heard', async () => {
  await district.restart({
    load: () => openLoader({ now: () => district.now(), isAllowedAddress: () => true }),
  })
  const unheard: string[] = []
  for (const [what, make] of ways) {
    heardCount = 0
    await verdictOn(await make())
    if (heardCount === 0) unheard.push(what)
  }
  expect(unheard).toEqual([])
})
