import { JointActRecord } from '../../core/joint-act/record.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'

/** Does what two officers stand for, each part of it once however often it is tried, and says what came of it. */
export function carryingOut(house: House): Reaction {
  return {
    name: 'carry-out',
    kind: JointActRecord.kind,
    async react(act) {
      const body = (await house.store.seen().get(JointActRecord, act))?.rec.body
      if (body?.state !== 'confirmed') return
      let done = 0
      for (const badge of body.badges) {
        const key = `district:act:${act}:${badge}`
        const result = await house.perform('act.revoke', bodyOf({ act, badge }), { key })
        if (result.status === 'wait') throw new Error('a badge of an act waits')
        if (result.status === 'applied') done += 1
      }
      const came = { act, done, left: body.badges.length - done }
      const finished = await house.perform('act.finish', bodyOf(came), {
        key: `district:act:${act}:done`,
      })
      if (finished.status !== 'applied') throw new Error(`act not finished: ${finished.status}`)
      house.tell.worked('act carried out', { done, left: came.left })
    },
  }
}
