import { firstOf } from './rows.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'

/** AUDIT: the chain holds, covers every result, and is what every computer holds of it. */
export async function checkAudit(world: World): Promise<void> {
  const { audit } = world.district.program.house.store
  while ((await audit.link(500)) > 0);
  const holds = world.devices.flatMap(({ place }) => {
    const { held, doubt } = place.sync.state().audit ?? {}
    if (doubt !== undefined)
      throw new Broken('AUDIT', 'A computer doubts the district’s log.', {
        on: place.folder,
        doubt,
      })
    return held === undefined ? [] : [{ link: held.link, hash: held.hash }]
  })
  const report = await audit.verify({ publicKey: '', holds })
  const faults = report.faults.filter(({ code }) => code !== 'head_unsigned')
  const results = firstOf<{ n: number }>(world.dbs.record, 'select count(*) as n from result')
  if (faults.length > 0 || report.last.link !== results?.n)
    throw new Broken('AUDIT', 'The district’s log does not hold.', {
      faults,
      last: report.last,
      results,
    })
}
