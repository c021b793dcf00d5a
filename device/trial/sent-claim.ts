import { vi } from 'vitest'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { done, made } from './done.ts'
import type { OpenProgram } from './open-program.ts'

/** A claim of a teacher's, sent: a coach may take it as soon as the district let it go to a reader. */
export async function sentClaim(teacher: OpenProgram): Promise<string> {
  const waiting = { timeout: 20_000, interval: 100 }
  const micro = await vi.waitFor(async () => {
    const { micros } = await teacher.query('micro-credentials', {})
    const found = micros.find(row => row.body.code === demoReadyToSend.microCredential)
    if (found === undefined) throw new Error('no micro-credential')
    return found
  }, waiting)
  const { code } = micro.body
  const claim = made(await done(teacher, 'claim.start', { microCredential: micro.id, code }))
  const on = '2026-11-20'
  for (const [prompt, text] of Object.entries(demoReadyToSend.answers))
    await done(teacher, 'claim.write', { claim, prompt, on, text, base: '' })
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
  for (const slot of micro.body.parts.flatMap(part => part.slots))
    await done(teacher, 'claim.fill', { claim, slot: slot.id, evidence, place: 0 })
  const set = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }
  await done(teacher, 'claim.attest', { claim, set })
  const sent = await teacher.post('/api/send-claim', { claim })
  if (!sent.ok) throw new Error(await sent.text())
  return claim
}
