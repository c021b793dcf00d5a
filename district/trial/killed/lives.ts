import { readyClaim, readAndFinish, submission, bodyOn } from '../claim.ts'
import { hashOf } from '../device.ts'
import { BadgeRecord } from '../../../core/badge/record.ts'
import { ClaimRecord } from '../../../core/claim/record.ts'
import type { StubbornDevice } from './stubborn-device.ts'
import type { World } from './world.ts'
import { someBytes } from './world.ts'

/** A goal on the laptop: what its program said is kept, and what it may have kept without a chance to say so. */
export interface TypedGoal {
  readonly title: string
  /** `undefined`: it never said so. */
  id: string | undefined
  /** The whole text as far as it was answered, and with the last stroke that was not. */
  text: string
  perhaps: string | undefined
}

/** A piece of evidence that the laptop was given. */
export interface KeptFile {
  readonly title: string
  readonly sha256: string
  readonly isSure: boolean
}

/** A claim that went the whole way. */
export interface Whole {
  readonly teacher: StubbornDevice
  readonly claim: string
  readonly badge: string
  readonly sha256: string
}

/** All that was answered to somebody, and so has to be there in the end. */
export interface Answered {
  readonly goals: TypedGoal[]
  readonly files: KeptFile[]
  readonly wholes: Whole[]
  /** Files of the laptop that the district gave out. */
  readonly given: Set<string>
}

export const nothingAnswered = (): Answered => ({
  goals: [],
  files: [],
  wholes: [],
  given: new Set(),
})

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

const strokesOfGoal = 12

/** Goals are written, word by word. */
export async function typing({ laptop, chance }: World, { goals }: Answered, stop: AbortSignal) {
  while (!stop.aborted) {
    const goal: TypedGoal = {
      title: `Goal ${goals.length + 1}`,
      id: undefined,
      text: '',
      perhaps: undefined,
    }
    goals.push(goal)
    const added = await laptop.command('goal.add', { layer: 'personal', title: goal.title })
    if (added === undefined || added.status === 'refused') continue
    goal.id = added.made['goal']
    for (let n = 1; n <= strokesOfGoal && !stop.aborted; n++) {
      const text = `${goal.text} word${n}`
      goal.perhaps = text
      const input = { goal: goal.id, field: 'why', base: goal.text, text }
      const written = await laptop.command('goal.write', input)
      if (written !== undefined) goal.text = text
      else {
        // Killed: the window reads what is there, and goes on from it.
        const { goal: row } = await laptop.query('goal', { goal: goal.id ?? '' })
        const found = row?.body.why ?? ''
        if (found !== text && found !== goal.text)
          throw new Error(`after "${goal.text}" stands "${found}"`)
        goal.text = found
      }
      goal.perhaps = undefined
      await pause(chance.below(40))
    }
  }
}

const kib = 1_024
/** Sizes of files (bytes): some go in several chunks. */
const sizes = [300, 9 * kib, 60 * kib, 60 * kib, 700 * kib, 700 * kib, 6_000 * kib]

/** Files are taken in and kept as evidence; they go to the district by themselves. */
export async function keepingFiles(
  { laptop, chance }: World,
  { files }: Answered,
  stop: AbortSignal,
) {
  for (let n = 1; !stop.aborted; n++) {
    await pause(chance.below(700))
    const bytes = someBytes(chance.one(sizes) ?? kib)
    const title = `Film ${n}`
    const file = await laptop.take(`${title}.mp4`, bytes)
    if (file === undefined) continue
    if (file.sha256 !== hashOf(bytes)) throw new Error('taken in as something else')
    const kept = await laptop.command('evidence.keep', {
      ...{ kind: 'file', title, file, happenedOn: '2026-11-20', shown: 'nobody' },
    })
    files.push({ title, sha256: file.sha256, isSure: kept !== undefined })
  }
}

/** Teachers come, hand a claim over with a file, and get a badge: every reaction of the district has work. */
export async function claiming(world: World, { wholes }: Answered, stop: AbortSignal) {
  const { coach, officer } = world
  for (let n = 1; !stop.aborted; n++) {
    const teacher = await world.newcomer(`teacher-${n}`, ['educator'])
    const bytes = someBytes(40 * kib)
    const { claim, sha256 } = await readyClaim(teacher, { bytes })
    await teacher.act('claim.submit', submission(teacher, claim))
    await comes(world, coach, `claim ${n} in review`, () => {
      const body = bodyOn(coach, ClaimRecord, claim)
      return body?.state === 'in_review'
    })
    await readAndFinish(coach, claim)
    await comes(
      world,
      officer,
      `claim ${n} earned`,
      () => bodyOn(officer, ClaimRecord, claim) !== undefined,
    )
    const approved = await officer.act('badge.approve', { claim })
    const badge = approved.id('badge')
    await comes(world, teacher, `badge ${n} signed`, () => {
      const body = bodyOn(teacher, BadgeRecord, badge)
      return body?.state === 'signed'
    })
    wholes.push({ teacher, claim, badge, sha256 })
  }
}

/** The district is asked for the laptop's files all the time: whole, or not there, and never gone again. */
export async function looking(
  { reader, chance }: World,
  { files, given }: Answered,
  stop: AbortSignal,
) {
  while (!stop.aborted) {
    await pause(20)
    const { sha256 } = chance.one(files.slice(-20)) ?? {}
    if (sha256 === undefined) continue
    const answer = await reader.blob(sha256).catch((error: unknown) => {
      // Cut off in the middle of a film: asked again at the next turn.
      if (error instanceof Error && 'code' in error) return undefined
      throw error
    })
    if (answer === undefined) continue
    if (answer.status === 404) {
      if (given.has(sha256)) throw new Error('a file was there and is not')
      continue
    }
    if (answer.status !== 200 || hashOf(answer.body) !== sha256)
      throw new Error(`given out damaged: ${answer.status}`)
    given.add(sha256)
  }
}

/** How long a district that nobody disturbs may take to do its own work (ms), on a machine that does other things too. */
const comesMs = 90_000

async function comes(
  world: World,
  device: StubbornDevice,
  what: string,
  is: () => boolean,
): Promise<void> {
  const began = performance.now()
  while (performance.now() < Math.max(began, world.disturbedAt) + comesMs) {
    if (is()) return
    await device.pull(300)
  }
  throw new Error(`never came: ${what}`)
}
