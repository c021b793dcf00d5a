import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { pushReply } from '../../contract/sync/push.ts'
import { districtPaths, protocol, wireLimits } from '../../contract/sync/version.ts'
import { commands } from '../../core/commands.ts'
import { depthMax } from '../door/depth.ts'
import { codeIn, joined, jsonIn } from '../trial/device.ts'
import type { TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Security rows 47, 52 and 54: what a hostile computer may push, and what becomes of it.

let district: TrialDistrict
let maya: TrialDevice
let n = 0
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const mutation = (more: object = {}) => {
  const [made] = maya.mutations([{ name: 'goal.add', input: {}, n: ++n }])
  return { ...made, ...more }
}
const pushed = (mutations: readonly unknown[], device = maya) => {
  // So much at once would have to wait.
  district.move(60_000)
  const value = { protocol, device: device.name, mutations }
  return device.askJson('POST', districtPaths.push, value)
}
const resultsOf = (answer: Awaited<ReturnType<typeof pushed>>) =>
  pushReply.parse(jsonIn(answer)).results.map(([, result]) => result)
const noDefect = () => expect(district.log()).not.toContain('"level":50')

/** Text that nests so deep in the body of a push: `{mutations:[{input:…}]}` is three of it. */
const nested = (deep: number) => '['.repeat(deep - 3) + ']'.repeat(deep - 3)

test('JSON nests as deep as it may, and no deeper', async () => {
  const ask = (deep: number) => {
    const text = JSON.stringify({
      protocol,
      device: maya.name,
      mutations: [mutation({ input: { layer: 'personal', title: '"DEEP"' } })],
    }).replace(/\{"layer[^}]*\}/, nested(deep))
    return maya.ask({ method: 'POST', target: districtPaths.push, body: Buffer.from(text) })
  }
  expect(resultsOf(await ask(depthMax))).toMatchObject([{ status: 'refused' }])
  for (const deep of [depthMax + 1, 5_000, 250_000]) {
    const answer = await ask(deep)
    expect([answer.status, codeIn(answer)]).toEqual([400, 'malformed'])
  }
  noDefect()
})

test('more commands than a push holds, and lists longer than they may be, are refused', async () => {
  const many = (count: number) => Array.from({ length: count }, () => mutation())
  expect((await pushed(many(wireLimits.pushMutationsMax))).status).toBe(200)
  expect(codeIn(await pushed(many(wireLimits.pushMutationsMax + 1)))).toBe('malformed')
  const after = Array.from({ length: 1_001 }, (_, at) => `${maya.name}:${at}`)
  expect(codeIn(await pushed([mutation({ after })]))).toBe('malformed')
  const ids = Array.from({ length: 10_000 }, (_, at) => `id-${at}`)
  for (const field of ['serves', 'competencies']) {
    const input = { layer: 'personal', title: 'Long', [field]: ids }
    expect(resultsOf(await pushed([mutation({ input })]))).toMatchObject([
      { status: 'refused', refusal: { code: 'bad_input' } },
    ])
  }
  noDefect()
})

test('keys of a prototype are keys, and change nothing for anybody', async () => {
  const text = JSON.stringify({
    protocol,
    device: maya.name,
    mutations: [mutation({ input: { layer: 'personal', title: 'Proto', PLACE: 1 } })],
  }).replace('"PLACE":1', '"__proto__":{"why":"polluted"},"constructor":{"prototype":{"x":1}}')
  const answer = await maya.ask({
    method: 'POST',
    target: districtPaths.push,
    body: Buffer.from(text),
  })
  expect(resultsOf(answer)).toMatchObject([{ status: 'applied' }])
  await maya.pull()
  const goal = [...maya.records.values()].find(body => body['title'] === 'Proto')
  expect(goal).toMatchObject({ title: 'Proto', why: '' })
  expect(Object.hasOwn({}, 'x')).toBe(false)
  expect('why' in {}).toBe(false)
  noDefect()
})

test('names and keys that no database keeps are refused, and hold nothing up', async () => {
  const odd = ['\u0000', '\ud800', 'a\u0000b', '\udfff', "' or 1=1 --", '\u202e']
  const good = { input: { layer: 'personal', title: 'Beside odd ones' } }
  for (const text of odd) {
    const answer = await pushed([
      mutation({ name: text }),
      mutation({ key: `${maya.name}:${text}` }),
      mutation({ key: text + text + text }),
      mutation({ stamp: text }),
      mutation(good),
    ])
    const [named, ...rest] = resultsOf(answer)
    expect(named).toMatchObject({ status: 'refused', refusal: { code: 'unknown_command' } })
    expect(rest.at(-1)).toMatchObject({ status: 'applied' })
    expect(rest.map(({ status }) => status)).not.toContain('wait')
    // A command that waits for what can't be waits no longer than one that waits for what never comes.
    const [after] = resultsOf(await pushed([mutation({ ...good, after: [`${text}abc`] })]))
    expect(after).not.toMatchObject({ status: 'wait', on: 'busy' })
  }
  noDefect()
})

test('the same command in another request, at another time, is done once', async () => {
  const one = mutation({ input: { layer: 'personal', title: 'Once' } })
  const first = resultsOf(await pushed([one]))
  expect(resultsOf(await pushed([one, one]))).toEqual([...first, ...first])
  await maya.pull()
  const goals = [...maya.records.values()].filter(body => body['title'] === 'Once')
  expect(goals).toHaveLength(1)
  // Other words under its key are told from it, and not taken.
  const other = { ...one, input: { layer: 'personal', title: 'Twice' } }
  expect(resultsOf(await pushed([other]))).toEqual([{ status: 'fork' }])
})

const numbers = fc.constantFrom(0, -1, 0.5, 1e300, -1e300, Number.MAX_SAFE_INTEGER, 2 ** 53)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...['', '\u0000', 'a\u0000b', '\ud800', '\udfff x', "' or 1=1 --", '"; drop table record; --'],
    ...[
      'NEAR(',
      'a AND',
      '* OR *',
      'col:x',
      '^"',
      '../../keys',
      '__proto__',
      '\u202e',
      'x'.repeat(70_000),
    ],
  ),
)
const values = fc.oneof(
  texts,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.json({ maxDepth: 4 }).map(text => JSON.parse(text)),
)

const names = Object.values(commands).map(({ name }) => name)

/** Inputs for a command: its own fields with any values, and others. */
const inputsOf = (name: string) => {
  const { input } = Object.values(commands).find(one => one.name === name) ?? {}
  const shape = input instanceof z.ZodObject ? Object.keys(input.shape) : []
  return fc.oneof(
    values,
    fc.record(Object.fromEntries(shape.map(field => [field, values])), { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom(...shape, 'id', '__proto__', 'canary'), values),
  )
}

test('whatever is in a command, it is refused or done; none of it is a defect, or waits for ever', async () => {
  const commandsOf = fc.constantFrom(...names).chain(name =>
    fc.record({
      name: fc.constant(name),
      input: inputsOf(name),
      doneAt: fc.oneof(numbers, fc.constant(district.now())),
      stamp: fc.oneof(
        { weight: 1, arbitrary: texts.map(text => text.slice(0, 120)) },
        { weight: 4, arbitrary: fc.constant(undefined) },
      ),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(commandsOf, { minLength: 1, maxLength: 20 }), async given => {
      const mutations = given.map(({ stamp, ...more }) =>
        mutation(stamp === undefined ? more : { ...more, stamp }),
      )
      const answer = await pushed(mutations)
      expect(answer.status, answer.body.toString()).toBe(200)
      for (const [at, result] of resultsOf(answer).entries())
        expect(['applied', 'refused'], JSON.stringify(given[at])).toContain(result.status)
      noDefect()
    }),
    { numRuns: 120 },
  )
  await maya.pull()
}, 120_000)
