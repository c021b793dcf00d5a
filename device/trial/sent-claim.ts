import { expect } from 'vitest'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { doorPaths } from '../../contract/device/door.ts'
import { untilPasses } from '../../test/builders/patience.ts'
import { done, made } from './done.ts'
import type { OpenProgram } from './open-program.ts'

/** The day on which all of it happened. */
const on = '2026-11-20'

/** The micro-credential that the demo holds a whole claim's answers for, as soon as a computer knows it. */
const microToClaim = (teacher: OpenProgram) =>
  untilPasses(async () => {
    const { micros } = await teacher.query('micro-credentials', {})
    const found = micros.find(row => row.body.code === demoReadyToSend.microCredential)
    if (found === undefined) throw new Error('no micro-credential')
    return found
  })

/** A claim of a teacher's with every answer written, and a piece of evidence in every slot; it is not sent. */
export async function filledClaim(teacher: OpenProgram, evidence: string) {
  const micro = await microToClaim(teacher)
  const { code, parts } = micro.body
  const claim = made(await done(teacher, 'claim.start', { microCredential: micro.id, code }))
  for (const [prompt, text] of Object.entries(demoReadyToSend.answers))
    await done(teacher, 'claim.write', { claim, prompt, on, text, base: '' })
  for (const slot of parts.flatMap(part => part.slots))
    await done(teacher, 'claim.fill', { claim, slot: slot.id, evidence, place: 0 })
  return { claim, micro: micro.body }
}

/** Says of a claim what has to be said, and sends it. Throws what the door or the claim's rules say. */
export async function sendClaim(teacher: OpenProgram, claim: string): Promise<void> {
  const set = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }
  await done(teacher, 'claim.attest', { claim, set })
  const sent = await teacher.post(doorPaths.send, { claim })
  expect(await sent.json()).toHaveProperty('made')
}

/** A claim of a teacher's, sent: a coach may take it as soon as the district let it go to a reader. */
export async function sentClaim(teacher: OpenProgram): Promise<string> {
  const evidence = made(
    await done(teacher, 'evidence.keep', {
      kind: 'reflection',
      title: 'Tickets in three piles',
      note: 'What each pile says about the whole.',
      text: 'Nine, eleven and two tickets, by what the drawing shows about the whole.',
      happenedOn: on,
      shown: 'nobody',
      goals: [],
    }),
  )
  const { claim } = await filledClaim(teacher, evidence)
  await sendClaim(teacher, claim)
  return claim
}
