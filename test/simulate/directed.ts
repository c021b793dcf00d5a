import { districtPaths } from '../../contract/sync/version.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { Holding } from '../../core/kit/command.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import { keptAndDeleted, oneOfTwoDeleted } from './deleting.ts'
import { daysPass } from './days.ts'
import { enter } from './enter.ts'
import { comeBack } from './come-back.ts'
import { endAt, restoreDistrict } from './faults.ts'
import { putBack } from './folder-copies.ts'
import { keep, readyOf, send } from './educator.ts'
import type { SimDevice } from './device.ts'
import { give } from './give.ts'
import { holdingOf } from './holding.ts'
import type { Mistake } from './mistake.ts'
import type { Wire } from './net.ts'
import { lineOf } from './net.ts'
import { readAndRestored } from './read-and-restored.ts'
import { comeToRest } from './rest.ts'
import { moveOn, untilCalm } from './steps.ts'
import { takeSomethingBack } from './take-back.ts'
import type { World } from './world.ts'
import { erasable } from './world.ts'

/**
 * What has to happen for a mistake to be seen where chance hardly ever comes by it: a few steps in place of a run's own,
 * after which it comes to rest as any other. The same steps without the mistake must hold.
 */
export const directed: Readonly<Partial<Record<Mistake, (world: World) => Promise<void>>>> = {
  keepsDeleted: keptAndDeleted,
  losesNamed: oneOfTwoDeleted,
  checkedNow: readAndRestored,
  /** All that knows of a revocation but the published list goes back to before it: the records, and who revoked. */
  async revives(world) {
    const officer = world.devices.find(({ person }) => person === 'oona' || person === 'ada')
    if (officer === undefined) return
    const before = { district: world.dbs.record.serialize(), officer: officer.db.serialize() }
    const badges = await officer.place.store.seen.list(BadgeRecord, { where: { state: 'signed' } })
    const badge = badges[0]?.rec.id
    if (badge === undefined) return
    await give(world, officer, 'badge.revoke', { badge, reason: 'Given for the work of another.' })
    await comeToRest(world)
    putBack(world, officer, before.officer)
    await restoreDistrict(world, before.district)
  },
  /** A computer with unsent work is sent away, and let in again; the answer that says so is lost. */
  async invitationUsedUp(world) {
    const [lost, own] = world.devices.filter(({ person }) => person === 'ana')
    if (lost === undefined || own === undefined) return
    lost.isOffline = true
    await give(world, lost, 'goal.add', { layer: 'personal', title: 'A goal' })
    endAt(world, own, lost)
    await untilCalm(world, () => world.ledger.endedDevices.has(lost.name))
    await comeToRest(world)
    await comeBack(world)
    let losses = 0
    const isJoining = ({ request }: Wire) => lineOf(request).target === districtPaths.join
    await movingOn(
      world,
      () => losses > 0,
      () => {
        const joining = world.net.answered().filter(isJoining)
        losses += joining.length
        return joining
      },
    )
    await comeBack(world)
  },
  /** Something is done and heard of, and a copy of the record from before it comes back. */
  async noArchive(world) {
    const [teacher] = world.devices
    const before = world.dbs.record.serialize()
    if (teacher === undefined) return
    await give(world, teacher, 'goal.add', { layer: 'personal', title: 'A goal' })
    await comeToRest(world)
    await restoreDistrict(world, before)
  },
  /** Who asks for something agrees to it too. */
  async oneIsEnough(world) {
    const ada = world.devices.find(({ person }) => person === 'ada')
    if (ada !== undefined) await give(world, ada, 'erasure.agree', { person: erasable })
  },
  /** Two agree, and it is waited for a little. */
  async noWait(world) {
    const oona = world.devices.find(({ person }) => person === 'oona')
    if (oona === undefined) return
    await give(world, oona, 'erasure.agree', { person: erasable })
    await untilCalm(world, () => true, 180_000)
  },
  /** One takes the only other office, and gives it alone in the same push; a week later they may. */
  async noTook(world) {
    const ada = world.devices.find(({ person }) => person === 'ada')
    if (ada === undefined) return
    const { roles, grants } = holdingOf(world, 'oona')
    const become = (held: Pick<Holding, 'roles'>) => enter(world, ada, 'oona', { ...held, grants })
    // What is given while another push is on its way goes together.
    await give(world, ada, 'goal.add', { layer: 'personal', title: 'A goal' })
    await become({ roles: ['educator'] })
    await become({ roles })
    await comeToRest(world)
    daysPass(world)
    await become({ roles })
  },
  /** A record is erased by two, and an older copy of the record comes back. */
  async noLedger(world) {
    const oona = world.devices.find(({ person }) => person === 'oona')
    if (oona === undefined) return
    const before = world.dbs.record.serialize()
    await give(world, oona, 'erasure.agree', { person: erasable })
    await comeToRest(world)
    daysPass(world)
    await comeToRest(world)
    await restoreDistrict(world, before)
  },
  /** A record is erased by two: everybody is told that, and not why. */
  async noProjection(world) {
    const oona = world.devices.find(({ person }) => person === 'oona')
    if (oona === undefined) return
    await give(world, oona, 'erasure.agree', { person: erasable })
    await comeToRest(world)
    daysPass(world)
  },
  /** Two agree, and one of them calls it off on the last day. */
  async calledOffGoesOn(world) {
    const oona = world.devices.find(({ person }) => person === 'oona')
    if (oona === undefined) return
    await give(world, oona, 'erasure.agree', { person: erasable })
    await comeToRest(world)
    await give(world, oona, 'erasure.call-off', { person: erasable })
    await comeToRest(world)
    daysPass(world)
    await untilCalm(world, () => true, 180_000)
  },
  /** Who waits for a reader moves away from where one coaches. */
  async notSeated(world) {
    const office = world.devices.find(({ person }) => person === 'ada')
    if (office !== undefined)
      await enter(world, office, 'ben', { ...holdingOf(world, 'ben'), units: ['south'] })
  },
  noBlobCheck: async world => void (await sentBeforeItsFile(world)),
  memoWait: async world => void (await sentBeforeItsFile(world)),
  /** A claim that waits for its file in the district is withdrawn, and that comes there too. */
  async noAfter(world) {
    const sent = await sentBeforeItsFile(world)
    if (sent === undefined) return
    const { teacher, claim } = sent
    const attempts = (await teacher.place.store.seen.get(ClaimRecord, claim))?.rec.body.attempts
    const input = { claim, attempts: attempts?.length ?? 0 }
    const done = await give(world, teacher, 'claim.withdraw', input)
    if (done === undefined) return
    const wasLeft = new Set(['sent', 'waiting'])
    const isOut = () =>
      teacher.place.store.outbox().some(({ key, state }) => key === done.key && wasLeft.has(state))
    await movingOn(world, () => isOut() || world.ledger.decided.has(done.key), uploadsAsked(world))
  },
  /** What an officer said is done in the district, and no answer tells the computer so. */
  async undoSent(world) {
    const officer = world.devices.find(({ person }) => person === 'oona' || person === 'ada')
    if (officer === undefined) return
    const { seen } = officer.place.store
    const earned = await seen.list(ClaimRecord, { where: { state: 'earned' } })
    const claim = earned.find(({ rec }) => rec.body.badge === undefined)?.rec.id
    const done = claim && (await give(world, officer, 'badge.approve', { claim }))
    if (done === undefined || done === '') return
    const isOf = (wire: Wire) => wire.device === officer.name
    await movingOn(
      world,
      () => world.ledger.decided.has(done.key),
      () => world.net.answered().filter(isOf),
    )
    takeSomethingBack(world, officer)
  },
  /** Somebody types, goes back to a copy of the folder, and types something else. */
  async sameOpening(world) {
    const [teacher] = world.devices
    if (teacher === undefined) return
    await give(world, teacher, 'goal.add', { layer: 'personal', title: 'A goal' })
    await comeToRest(world)
    const copy = teacher.db.serialize()
    for (const line of ['one line', 'another line']) {
      const where = { owner: teacher.person }
      const [goal] = await teacher.place.store.seen.list(GoalRecord, { where })
      if (goal === undefined) return
      const { id, body } = goal.rec
      const text = body.why === '' ? line : `${body.why}\n${line}`
      const input = { goal: id, field: 'why', base: body.why, text }
      const done = await give(world, teacher, 'goal.write', input)
      if (done !== undefined) world.ledger.typed.push({ key: done.key, record: `goal/${id}`, line })
      await comeToRest(world)
      if (line === 'one line') putBack(world, teacher, copy)
    }
  },
}

/** A claim comes to the district, and the way of its newest file is lost again and again. Tells whose it is and which. */
async function sentBeforeItsFile(
  world: World,
): Promise<{ readonly teacher: SimDevice; readonly claim: string } | undefined> {
  const teacher = world.devices.find(({ person }) => person === 'ana')
  if (teacher === undefined) return undefined
  const ready = await readyOf(teacher)
  const draft = ready && (await teacher.place.store.seen.get(DraftRecord, ready.id))
  const [slot = ''] = Object.keys(draft?.rec.body.filled ?? {})[0]?.split('/') ?? []
  const evidence = await keep(world, teacher)
  if (ready === undefined || evidence === undefined) return undefined
  await give(world, teacher, 'claim.fill', { claim: ready.id, slot, evidence, place: 2 })
  await send(world, teacher, ready.id)
  const told = () => (world.counts.get('push wait') ?? 0) > 0
  await movingOn(world, told, uploadsAsked(world))
  return { teacher, claim: ready.id }
}

/** Files that are about to come to the district. */
const uploadsAsked = (world: World) => (): readonly Wire[] =>
  world.net
    .asked()
    .filter(({ client }) => lineOf(Buffer.concat(client.written)).target === '/files')

const stepsMost = 600

/** Lets everything go on, but what is lost each time, until something is there. */
async function movingOn(
  world: World,
  isThere: () => boolean,
  lost: () => readonly Wire[],
): Promise<void> {
  for (let steps = 0; steps < stepsMost && !isThere(); steps++) {
    for (const wire of lost()) world.net.lose(wire)
    await moveOn(world)
  }
}
