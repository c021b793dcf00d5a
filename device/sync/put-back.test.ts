import { cpSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, made } from '../trial/done.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { untilInRecord } from '../trial/sync-state.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Settings say: copy the folder, and you have a copy of all of it. Here it is put back, against a real district.
let trial: TrialDistrict
let laptop: OpenProgram
let tablet: OpenProgram

beforeAll(async () => {
  trial = await trialDistrict()
  laptop = await trial.joined('laptop', 'maya')
  tablet = await trial.joined('tablet', 'maya', { letInBy: laptop })
}, 60_000)
afterAll(() => trial.close())

const isOurs = /^(Tuesday|Wednesday) \d$/
const on = '2026-11-24'
const type = (claim: string, prompt: string, base: string, text: string) =>
  done(laptop, 'claim.write', { claim, prompt, on, base, text })
const addGoal = (title: string) => done(laptop, 'goal.add', { layer: 'personal', title })
const answersOn = async (program: OpenProgram, claim: string) =>
  (await program.query('claim', { claim })).draft?.body.answers
const titlesOn = async (program: OpenProgram) =>
  (await program.query('plan', {})).goals.map(row => row.body.title)

test('a copy of the folder that is put back loses nothing: what was done before and after stands in the record, each once', async () => {
  await untilInRecord(laptop)
  const begun = (await laptop.query('claims', {})).claims.map(row => row.body.code)
  const { micros } = await laptop.query('micro-credentials', {})
  const micro = micros.find(row => !begun.includes(row.body.code))
  const [first, second] = micro?.body.parts.flatMap(part => part.prompts) ?? []
  if (micro === undefined || first === undefined || second === undefined)
    throw new Error('no micro-credential with two questions')
  const start = { microCredential: micro.id, code: micro.body.code }
  const claim = made(await done(laptop, 'claim.start', start))
  await type(claim, first.id, '', 'Monday.')
  await untilInRecord(laptop)
  await laptop.close()
  cpSync(laptop.dataFolder, trial.folderOf('copy'), { recursive: true })

  laptop = await trial.open('laptop')
  await type(claim, first.id, 'Monday.', 'Monday.\nTuesday.')
  for (const title of ['Tuesday 1', 'Tuesday 2']) await addGoal(title)
  await untilInRecord(laptop)
  await laptop.close()

  rmSync(laptop.dataFolder, { recursive: true })
  cpSync(trial.folderOf('copy'), laptop.dataFolder, { recursive: true })
  laptop = await trial.open('laptop')
  // At once, before anything has been heard of Tuesday.
  await type(claim, first.id, 'Monday.', 'Wednesday.\nMonday.')
  await type(claim, second.id, '', 'Wednesday too.')
  for (const title of ['Wednesday 1', 'Wednesday 2']) await addGoal(title)

  for (const program of [laptop, tablet])
    await untilPasses(async () => {
      expect(await answersOn(program, claim)).toMatchObject({
        [first.id]: 'Wednesday.\nMonday.\nTuesday.',
        [second.id]: 'Wednesday too.',
      })
      const titles = (await titlesOn(program)).filter(title => isOurs.test(title))
      expect(titles.toSorted()).toEqual(['Tuesday 1', 'Tuesday 2', 'Wednesday 1', 'Wednesday 2'])
    })
  await untilInRecord(laptop)
}, 60_000)
