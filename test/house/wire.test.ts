import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as health from '../../contract/sync/health.ts'
import * as beingRead from '../../contract/sync/being-read.ts'
import * as account from '../../contract/sync/account.ts'
import * as join from '../../contract/sync/join.ts'
import * as pull from '../../contract/sync/pull.ts'
import * as room from '../../contract/sync/room.ts'
import * as push from '../../contract/sync/push.ts'
import { commands } from '../../core/commands.ts'
import { signatureBase, signatureHeaders } from '../../contract/sync/signature.ts'
import { districtPaths, protocol, protocolOldest } from '../../contract/sync/version.ts'

/** The wire as each protocol version had it. Never changed once a desktop with it is out there. */
const hashes: Readonly<Record<number, string>> = {
  1: 'd22ed9451857adc6',
  2: 'bbae835fd2006dc7',
  3: '3f4ce9754b5a90c5',
  4: 'd9680b6f123a38a0',
  5: '0a7ea55336b09a5e',
  6: '722588ffbf65df73',
  7: '2dac04b7b619a276',
}

/** All that two programs of different age have to agree on: the shape of messages, where they go, how they are signed. */
function wireHash(): string {
  const modules: Readonly<Record<string, object>> = {
    account,
    beingRead,
    health,
    join,
    pull,
    push,
    room,
  }
  const shapes = Object.entries(modules).flatMap(([name, exports]) =>
    Object.entries(exports)
      .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
      .map(
        ([schema, type]) =>
          [
            `${name}.${schema}`,
            z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }),
          ] as const,
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  const signed = signatureBase({
    method: 'POST',
    target: '/t',
    digest: 'd',
    created: 1,
    nonce: 'n',
    device: 'e',
  })
  // From 5 on: by the number a district tells that a command it doesn't know is of a newer program.
  const names = Object.values(commands).map(({ name }) => name)
  const wire = JSON.stringify([shapes, districtPaths, signatureHeaders, signed, names.toSorted()])
  return createHash('sha256').update(wire).digest('hex').slice(0, 16)
}

test('the wire is what its version says: a change raises `protocol`, with a line in the diary and a hash here', () => {
  expect(wireHash()).toBe(hashes[protocol])
})

test('the diary has a line for every version, and the oldest that is served is one of them', () => {
  const diary = readFileSync('contract/sync/version.ts', 'utf8')
  const told = [...diary.matchAll(/^ \* (\d+): /gm)].map(([, version]) => Number(version))
  expect(told).toEqual(Array.from({ length: protocol }, (_, at) => at + 1))
  expect(Object.keys(hashes).map(Number)).toEqual(told)
  expect(told).toContain(protocolOldest)
})
