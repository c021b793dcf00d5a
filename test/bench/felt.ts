import { join as pathOf } from 'node:path'
import type { Browser } from 'playwright-core'
import { startDistrict } from '../walk/programs.ts'
import { addFile } from './add-file.ts'
import { doorOf } from './door.ts'
import { fillFolder } from './full-folder.ts'
import type { Place } from './full-folder.ts'
import { addTeacher, invite, join } from './join.ts'
import type { Measured } from './measured.ts'
import { peerTrip } from './peer-trip.ts'
import { run } from './program.ts'
import { startToToday } from './start-to-today.ts'
import { syncTrip } from './sync-trip.ts'
import { typeStrokes } from './typing.ts'

/** What a teacher feels: starting, typing, adding a file, and a goal that comes to their other computer. */
export async function felt(
  browser: Browser,
  folder: string,
  tell: (measured: readonly Measured[]) => void,
): Promise<void> {
  const at = (name: string) => pathOf(folder, name)
  const first = await run(at('teacher'))
  const place = await fillFolder(await doorOf(first.ready))
  await first.end('SIGTERM')
  tell(await startToToday(browser, at('teacher')))

  const record = await startDistrict(at('record'))
  const { address, invitation = '' } = record.ready
  const office = await run(at('administrator'))
  const administrator = await doorOf(office.ready)
  await join(administrator, address, invitation)
  const teacher = await addTeacher(administrator)
  let desk = await run(at('teacher'))
  let door = await doorOf(desk.ready)
  await join(door, address, await invite(administrator, teacher))
  const home = await run(at('home'))
  const homeDoor = await doorOf(home.ready)
  // A person's own word: a code that somebody else made lets a second computer wait.
  await join(homeDoor, address, await invite(door, teacher))
  const trip = await syncTrip(door, homeDoor)
  const peer = await peerTrip(folder)
  const ratio = (trip.p50 ?? 0) / (peer.p50 ?? 1)
  tell([trip, { ...peer, note: `${peer.note}; ratio of the middles: ${ratio.toFixed(1)}` }])
  await home.end('SIGTERM')

  const typeAndPullThePlug = async (on: Place, where: string): Promise<Place> => {
    const typed = await typeStrokes(browser, door, on, where)
    await desk.end('SIGKILL')
    desk = await run(at('teacher'))
    door = await doorOf(desk.ready)
    const { draft } = await door.query('claim', { claim: on.claim })
    if (draft?.body.answers[on.prompt] !== typed.text)
      throw new Error('what the door had answered for is not on disk')
    tell(typed.measured)
    return { ...on, text: typed.text }
  }
  const longer = await typeAndPullThePlug(place, 'district there')
  await record.stop()
  await typeAndPullThePlug(longer, 'district away')
  await desk.end('SIGTERM')
  await office.end('SIGTERM')

  tell(await addFile(browser, folder))
}
