import type { Door } from './door.ts'
import type { Measured } from './measured.ts'
import { timesOf } from './measured.ts'

const trips = 20
const tripMsMax = 60_000
/** Between two trips (ms), a little different each time, so that they don't fall into step with any timer. */
const pauseMs = (n: number) => 600 + ((n * 137) % 400)

/** From a command on one computer until another computer of the same person answers with it. */
export async function syncTrip(from: Door, to: Door): Promise<Measured> {
  const times: number[] = []
  const events = to.events()
  await events.next()
  for (let n = 0; n < trips; n++) {
    await new Promise(resolve => setTimeout(resolve, pauseMs(n)))
    const startedAt = performance.now()
    const made = await from.command('goal.add', {
      layer: 'personal',
      title: `Goal of trip ${n}`,
      why: '',
      serves: [],
      competencies: [],
    })
    const goal = made['goal'] ?? ''
    await seen(to, events, goal, startedAt)
    times.push(performance.now() - startedAt)
  }
  await events.return(undefined)
  return timesOf(
    {
      name: 'one sync round trip between two computers',
      note: 'command on one until the other’s door answers with it, through a district of its own process',
    },
    times,
  )
}

/** Asks as a screen does: again at each event, until the record is there. */
async function seen(
  to: Door,
  events: ReturnType<Door['events']>,
  goal: string,
  startedAt: number,
): Promise<void> {
  while (performance.now() - startedAt < tripMsMax) {
    const { value: event } = await events.next()
    if (event?.event !== 'changed' || !event.ids.includes(goal)) continue
    const { goal: row } = await to.query('goal', { goal })
    if (row !== undefined) return
  }
  throw new Error('the other computer never saw it')
}
