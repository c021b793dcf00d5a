import { checkAudit } from './check-audit.ts'
import { checkBadges } from './check-badges.ts'
import { checkConverged, inDistrict } from './check-converged.ts'
import { checkErased } from './check-erased.ts'
import { checkDeleted, checkFiles, checkStillThere } from './check-files.ts'
import { checkHeld } from './check-held.ts'
import { checkLetIn } from './check-let-in.ts'
import { checkLost } from './check-lost.ts'
import { checkInTime } from './check-in-time.ts'
import { checkRebuilt } from './check-rebuilt.ts'
import { checkNeverMended, checkSettled } from './check-settled.ts'
import { checkLast, checkLines } from './check-typed.ts'
import { bendOf } from './mistake.ts'
import { living, waitsForEnded } from './rest.ts'
import type { World } from './world.ts'

/** How often it is looked at one of them so. */
const rebuiltOften = 0.15

/** What must hold once everything has come to rest. */
export async function checkAtRest(world: World): Promise<void> {
  const all = inDistrict(world)
  for (const device of living(world)) {
    if (!waitsForEnded(world, device)) checkSettled(device)
    checkConverged(world, device, all)
    checkHeld(world, device, all)
    checkNeverMended(device)
  }
  checkLost(world)
  checkInTime(world)
  checkLines(world)
  checkLast(world)
  checkFiles(world)
  checkDeleted(world, living(world))
  checkStillThere(world)
  checkBadges(world, living(world))
  checkErased(world, living(world))
  checkLetIn(world, living(world))
  await checkAudit(world)
  // Now and then, on one of them: it takes as long as all the rest.
  const often = bendOf(world.mistake).favours === 'rebuild' ? 1 : rebuiltOften
  const device = world.chance.is(often) ? world.chance.one(living(world)) : undefined
  if (device !== undefined) checkRebuilt(world, device)
}
