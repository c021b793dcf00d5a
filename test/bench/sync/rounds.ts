import { percentile } from '../percentile.ts'

/** Two contenders that did the same thing in turns. */
export interface Compared {
  readonly ours: readonly number[]
  readonly peers: readonly number[]
  /** The middle of the ratios, pair by pair: how often ours fits into the peer's time. */
  readonly ratio: number
}

/** Lets both do the same, ours and the peer's in turns. Whatever makes the machine slow meets both. */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<number>,
  peers: (round: number) => Promise<number>,
): Promise<Compared> {
  const times = { ours: [] as number[], peers: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await ours(round))
    times.peers.push(await peers(round))
  }
  const ratios = times.peers.map((ms, at) => ms / (times.ours[at] ?? ms))
  return { ...times, ratio: percentile(ratios, 0.5) }
}
