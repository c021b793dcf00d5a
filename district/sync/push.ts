import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { pushRequest } from '../../contract/sync/push.ts'
import { districtPaths, protocol, protocolOldest } from '../../contract/sync/version.ts'
import { commands } from '../../core/commands.ts'
import { giverOf, receive } from '../../db/district-store/receive.ts'
import { commandsOf } from '../../db/engine/commands.ts'
import { askedWith } from '../door/asking.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'
import type { Device } from '../person/devices.ts'
import { deviceNamed, namesOf } from '../person/devices.ts'
import { letInBy } from '../person/let-in-by.ts'
import { signersIn, withSigners } from './signed-documents.ts'

/** Every command there is, by its name. */
export const allCommands = commandsOf(Object.values(commands))

/** Takes the commands of a device in, decides each, and answers what they came to. */
export function pushRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  const pace = paceOf(paces.push, house.clock)
  app.post(districtPaths.push, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, pushRequest, pace.count)
    if (value.protocol < protocolOldest) throw new RequestRefused('upgrade', { protocolOldest })
    if (value.device !== actor.device) throw new RequestRefused('malformed', { where: 'device' })
    const devices = await devicesNamed(house, signersIn(value.mutations))
    const givers = new Set(value.mutations.map(({ key }) => giverOf(key)))
    givers.delete(actor.device)
    const others = await house.accounts.snapshot(() => namesOf(actor.person, [...givers]))
    const letIn = await house.accounts.snapshot(() => letInBy(actor.device, house.clock()))
    const reply = await receive(house.store, value, {
      commands: withSigners(allCommands, devices),
      actor: { ...actor, letInBy: letIn },
      others,
      onBefore: keys => house.store.tellAgain(actor.device, keys, house.clock()),
      now: house.clock(),
      isAhead: value.protocol > protocol,
      onDefect: (error, mutation) => house.tell.defect(`command ${nameOf(mutation.name)}`, error),
    })
    return json(reply, { accept: c.req.header('accept-encoding') })
  })
}

/** A name from outside is only repeated when it is one of ours. */
const nameOf = (name: string): string => (allCommands.has(name) ? name : 'unknown')

async function devicesNamed(
  { accounts }: House,
  names: readonly string[],
): Promise<ReadonlyMap<string, Device>> {
  const devices = new Map<string, Device>()
  for (const name of names) {
    const device = await accounts.snapshot(() => deviceNamed(name))
    if (device !== undefined) devices.set(name, device)
  }
  return devices
}
