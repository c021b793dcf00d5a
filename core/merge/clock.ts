/**
 * A hybrid logical clock: the time at which a field was edited, as text that sorts.
 * `{ms, 13 digits}-{counter, 4 hex digits}-{device}`; the device makes two stamps of one instant differ.
 */
export type Stamp = string

/** How far a stamp may be ahead of the district's clock before it is pulled back (ms). */
export const stampAheadMsMax = 60_000

const counterMax = 0xffff
const shape = /^(\d{13})-([0-9a-f]{4})-(.+)$/
const msMax = 9_999_999_999_999

interface Parts {
  readonly ms: number
  readonly counter: number
}

function partsOf(stamp: Stamp): Parts | undefined {
  const [, ms, counter] = shape.exec(stamp) ?? []
  if (ms === undefined || counter === undefined) return undefined
  return { ms: Number(ms), counter: Number.parseInt(counter, 16) }
}

function stampOf({ ms, counter }: Parts, device: string): Stamp {
  const bounded = Math.min(Math.max(0, Math.trunc(ms)), msMax)
  return `${String(bounded).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`
}

function following(parts: Parts): Parts {
  return parts.counter < counterMax
    ? { ms: parts.ms, counter: parts.counter + 1 }
    : { ms: parts.ms + 1, counter: 0 }
}

/** When a stamp was made, by its device's clock (epoch ms); 0 for a text that is no stamp. */
export const msOf = (stamp: Stamp): number => partsOf(stamp)?.ms ?? 0

/** Which device made a stamp; empty for a text that is no stamp. */
export function deviceOf(stamp: Stamp): string {
  return shape.exec(stamp)?.[3] ?? ''
}

/** The next stamp of a device: later than `last` (its previous one, or ''), even when its clock goes back. */
export function tick(last: Stamp, nowMs: number, device: string): Stamp {
  const before = partsOf(last)
  if (!before || nowMs > before.ms) return stampOf({ ms: nowMs, counter: 0 }, device)
  return stampOf(following(before), device)
}

/**
 * The clock after having seen another's stamp, so that the next edit sorts after it.
 * A stamp too far ahead of `nowMs` is not followed: one wrong clock must not poison the others.
 */
export function seen(last: Stamp, other: Stamp, nowMs: number, device: string): Stamp {
  const theirs = partsOf(other)
  if (!theirs || theirs.ms > nowMs + stampAheadMsMax) return last
  const moved = stampOf(theirs, device)
  return moved > last ? moved : last
}

/** The clock of a device after repair: not further ahead of the district's time than is tolerated. */
export function repaired(last: Stamp, nowMs: number, device: string): Stamp {
  const parts = partsOf(last)
  return parts && parts.ms > nowMs + stampAheadMsMax
    ? stampOf({ ms: nowMs, counter: 0 }, device)
    : last
}

/** What the district makes of a stamp it was sent: of this device, and at most a minute ahead. Text that is no stamp becomes now. */
export function clamped(stamp: Stamp, nowMs: number, device: string): Stamp {
  const parts = partsOf(stamp) ?? { ms: nowMs, counter: 0 }
  const ahead = parts.ms > nowMs + stampAheadMsMax
  return stampOf(ahead ? { ms: nowMs + stampAheadMsMax, counter: 0 } : parts, device)
}

/**
 * The stamp, or one just above the device's own latest among `clocks`: of one device the later command
 * wins, also when its clock was set back or both were pulled back to the same instant.
 */
export function aboveOwn(stamp: Stamp, clocks: Iterable<Stamp>, device: string): Stamp {
  let highest = ''
  for (const clock of clocks) if (clock > highest && deviceOf(clock) === device) highest = clock
  const parts = partsOf(highest)
  return parts && highest >= stamp ? stampOf(following(parts), device) : stamp
}
