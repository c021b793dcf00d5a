import { act } from '../place/act.ts'
import { openPlace } from '../place/place.ts'

/** A process that types into a goal, and tells each stroke that is on disk; for a test that kills it. */
const folder = process.argv[2] ?? ''
const strokes = Number(process.argv[3] ?? '200')
const place = openPlace(folder, {
  clock: Date.now,
  random: Math.random,
  holdMs: () => undefined,
  onChanged: () => undefined,
  onSync: () => undefined,
  onDefect: error => {
    throw error
  },
})
if ('failed' in place) throw new Error(place.failed)
const added = act(place, 'goal.add', { layer: 'personal', title: 'Typed' })
if (added.status === 'refused') throw new Error(added.refusal.code)
const goal = added.made['goal'] ?? ''
let text = ''
for (let n = 1; n <= strokes; n++) {
  const base = text
  text += n % 40 === 0 ? '\n' : 'x'
  const answer = act(place, 'goal.write', { goal, field: 'why', text, base })
  if (answer.status === 'refused') throw new Error(answer.refusal.code)
  process.stdout.write(`${text.length}\n`)
  await new Promise(resolve => setTimeout(resolve, 1))
}
