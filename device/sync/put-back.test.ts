import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandAnswer } from '../../contract/device/door.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import { startDemoDistrict } from '../demo/district-process.ts'
import { invitedBy, joinWith } from '../trial/joined.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Settings say: copy the folder, and you have a copy of all of it. Here it is put back, against a real district.
const folder = trialFolder()
const dataOf = (name: string) => join(folder.path, name)
let district: DemoDistrict
let laptop: OpenProgram
let tablet: OpenProgram

const open = (name: string) => openProgram(folder.path, { random: () => 0 }, name)

beforeAll(async () => {
  district = await startDemoDistrict(dataOf('district'))
  const codeOf = (id: string) => district.people.find(person => person.id === id)?.code ?? ''
  laptop = await open('laptop')
  await joinWith(laptop, district.address, codeOf('maya'))
  tablet = await open('tablet')
  await joinWith(tablet, district.address, await invitedBy(laptop, 'maya'))
}, 60_000)
afterAll(async () => {
  for (const program of [laptop, tablet]) await program.close()
  await district.close()
  folder.remove()
})

const settled = () =>
  untilPasses(async () =>
    expect(await syncStateOf(laptop)).toMatchObject({ state: 'record', waitingCount: 0 }),
  )

async function done(name: string, input: unknown): Promise<string> {
  const answer: CommandAnswer = await laptop.command(name, input)
  if (answer.status === 'refused') throw new Error(JSON.stringify(answer.refusal))
  return Object.values(answer.made)[0] ?? ''
}

const isOurs = /^(Tuesday|Wednesday) \d$/
const on = '2026-11-24'
const type = (claim: string, prompt: string, base: string, text: string) =>
  done('claim.write', { claim, prompt, on, base, text })
const answersOn = async (program: OpenProgram, claim: string) =>
  (await program.query('claim', { claim })).draft?.body.answers
const titlesOn = async (program: OpenProgram) =>
  (await program.query('plan', {})).goals.map(row => row.body.title)

test('a copy of the folder that is put back loses nothing: what was done before and after stands in the record, each once', async () => {
  await settled()
  const begun = (await laptop.query('claims', {})).claims.map(row => row.body.code)
  const { micros } = await laptop.query('micro-credentials', {})
  const micro = micros.find(row => !begun.includes(row.body.code))
  const [first, second] = micro?.body.parts.flatMap(part => part.prompts) ?? []
  if (micro === undefined || first === undefined || second === undefined)
    throw new Error('no micro-credential with two questions')
  const claim = await done('claim.start', { microCredential: micro.id, code: micro.body.code })
  await type(claim, first.id, '', 'Monday.')
  await settled()
  await laptop.close()
  cpSync(dataOf('laptop'), dataOf('copy'), { recursive: true })

  laptop = await open('laptop')
  await type(claim, first.id, 'Monday.', 'Monday.\nTuesday.')
  for (const title of ['Tuesday 1', 'Tuesday 2'])
    await done('goal.add', { layer: 'personal', title })
  await settled()
  await laptop.close()

  rmSync(dataOf('laptop'), { recursive: true })
  cpSync(dataOf('copy'), dataOf('laptop'), { recursive: true })
  laptop = await open('laptop')
  // At once, before anything has been heard of Tuesday.
  await type(claim, first.id, 'Monday.', 'Wednesday.\nMonday.')
  await type(claim, second.id, '', 'Wednesday too.')
  for (const title of ['Wednesday 1', 'Wednesday 2'])
    await done('goal.add', { layer: 'personal', title })

  for (const program of [laptop, tablet])
    await untilPasses(async () => {
      expect(await answersOn(program, claim)).toMatchObject({
        [first.id]: 'Wednesday.\nMonday.\nTuesday.',
        [second.id]: 'Wednesday too.',
      })
      const titles = (await titlesOn(program)).filter(title => isOurs.test(title))
      expect(titles.toSorted()).toEqual(['Tuesday 1', 'Tuesday 2', 'Wednesday 1', 'Wednesday 2'])
    })
  await settled()
}, 60_000)
