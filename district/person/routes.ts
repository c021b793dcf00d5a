import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { AboutReply, devicesReply, invitationReply } from '../../contract/sync/join.ts'
import {
  answerDeviceRequest,
  invitationRequest,
  nameDeviceRequest,
  revokeDeviceRequest,
} from '../../contract/sync/join.ts'
import { districtPaths, protocol, protocolOldest } from '../../contract/sync/version.ts'
import { hasLeft } from '../../core/person/access-from.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { askedBy, askedWith } from '../door/asking.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import { joinPageRoute } from '../join-page/routes.ts'
import { shownAtAddress } from './at-address.ts'
import { codeBytes, codeOf, hashOfCode } from './code.ts'
import { callDevice, deviceNamed, devicesOf, endWait, revoke } from './devices.ts'
import { invite } from './invitations.ts'
import { bindAs } from './let-in-by.ts'
import { joinRoute } from './join.ts'
import { devicesFor, isManaged } from './managed.ts'
import { districtName } from './name.ts'
import { writeRegister } from './register.ts'

/** Joining, inviting, and which computers may ask. */
export function personRoutes(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  const pace = paceOf(paces.public, house.clock)
  app.get(districtPaths.about, async c => {
    pace.count(sourceOf(c.env.incoming, house))
    const about: AboutReply = {
      protocol,
      protocolOldest,
      district: await districtName(house.store),
      epoch: house.epoch(),
      now: house.clock(),
      ...shownAtAddress(house, c.req.query()),
    }
    return json(about, { accept: c.req.header('accept-encoding') })
  })
  joinRoute(app, house)
  joinPageRoute(app, house, pace)
  app.post(districtPaths.invitations, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, invitationRequest)
    // For a further computer of one's own, from one that is in: that is a yes already.
    const isOwn = value.person === actor.person
    if (!isOwn && !(await isManaged(house, actor, value.person)))
      throw new RequestRefused('not_allowed')
    const on = isOwn ? actor.device : undefined
    const invited = await invitationFor(house, value.person, actor.person, isOwn, on)
    return json(invited satisfies z.infer<typeof invitationReply>, { accept: undefined })
  })
  app.get(districtPaths.devices, async c => {
    const actor = await askedBy(house, c.env.incoming)
    const devices = await devicesFor(house, actor)
    const reply: z.infer<typeof devicesReply> = { devices }
    return json(reply, { accept: c.req.header('accept-encoding') })
  })
  app.get(districtPaths.ownDevices, async c => {
    const { person } = await askedBy(house, c.env.incoming)
    const devices = await house.accounts.snapshot(() => devicesOf(person, house.clock()))
    const reply: z.infer<typeof devicesReply> = { devices: [...devices] }
    return json(reply, { accept: c.req.header('accept-encoding') })
  })
  app.post(districtPaths.ownDevices, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, nameDeviceRequest)
    const device = await house.accounts.snapshot(() => deviceNamed(value.device))
    // Whoever manages a person ends their computers; what they are called is the person's own.
    if (device?.person !== actor.person) throw new RequestRefused('not_found')
    const by = { person: actor.person, device: actor.device }
    await house.accounts.write(
      () => callDevice({ device: device.device, name: value.name, by, now: house.clock() }),
      () => true,
    )
    return json({}, { accept: undefined })
  })
  app.post(districtPaths.revocations, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, revokeDeviceRequest)
    const device = await house.accounts.snapshot(() => deviceNamed(value.device))
    const isTheirs = device?.person === actor.person
    // Another's device looks like one that isn't there.
    if (device === undefined || !(isTheirs || (await isManaged(house, actor, device.person))))
      throw new RequestRefused('not_found')
    const by = { person: actor.person, device: actor.device }
    await house.accounts.write(
      () => revoke({ device: device.device, by, now: house.clock() }),
      () => true,
    )
    await writeRegister(house)
    // A pull of that device may be held open just now.
    house.bells.wakeAll()
    return json({}, { accept: undefined })
  })
  app.post(districtPaths.answers, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, answerDeviceRequest)
    const device = await house.accounts.snapshot(() => deviceNamed(value.device))
    // Nobody but the person says whose it is, least of all an administrator.
    if (device?.person !== actor.person || device.device === actor.device)
      throw new RequestRefused('not_found')
    const said = { device: device.device, by: { person: actor.person, device: actor.device } }
    await house.accounts.write(
      function* () {
        const now = house.clock()
        if (!value.isTheirs) yield* revoke({ ...said, now })
        else if (yield* endWait({ ...said, now }))
          yield* bindAs({ device: device.device, vouchers: [actor.device], now })
      },
      () => true,
    )
    await writeRegister(house)
    house.bells.wakeAll()
    return json({}, { accept: undefined })
  })
}

/**
 * A new invitation for a person of the directory; an earlier one that was not used is void. `isOwn`: it is theirs, or of
 * who runs the district, not of another person; `on`: at which of their own computers it is made. Throws `not_found`, and
 * `not_allowed` for who has left.
 */
export async function invitationFor(
  house: House,
  person: string,
  by: string,
  isOwn = true,
  on?: string,
): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const known = await house.store.seen().get(PersonRecord, person)
  if (known === undefined) throw new RequestRefused('not_found')
  if (hasLeft(known.rec.body)) throw new RequestRefused('not_allowed')
  const code = codeOf(randomBytes(codeBytes))
  const expiresAt = await house.accounts.write(
    () => invite({ hash: hashOfCode(code), person, by, isOwn, on, now: house.clock() }),
    () => true,
  )
  return { code, expiresAt }
}
