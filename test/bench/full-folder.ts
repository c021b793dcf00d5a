import type { Door } from './door.ts'

/** What a teacher of some years has: enough for the budgets to mean something. */
export const amounts = { evidence: 2_000, goals: 30, claims: 10 } as const

const wordsOfAnswer = 300
const dayMs = 86_400_000

/** Where strokes are measured. */
export interface Place {
  readonly claim: string
  readonly prompt: string
  /** What stands there already. */
  readonly text: string
}

/** Fills a fresh computer by its own commands; where an answer of 300 words stands afterwards. */
export async function fillFolder(door: Door): Promise<Place> {
  await door.post('/api/setup', { alone: { name: 'Maya Okafor' } })
  for (let n = 0; n < amounts.evidence; n++) {
    await door.command('evidence.keep', {
      kind: 'reflection',
      title: `What the exit tickets of lesson ${n} showed`,
      note: `Lesson ${n}: most compared pieces of one whole.`,
      text: sentences(60, n),
      happenedOn: new Date(Date.now() - (n % 700) * dayMs).toISOString().slice(0, 10),
      shown: n % 100 === 0 ? 'unsure' : 'nobody',
      goals: [],
    })
  }
  for (let n = 0; n < amounts.goals; n++) {
    await door.command('goal.add', {
      layer: 'personal',
      title: `Ask questions that show how children think, part ${n}`,
      why: sentences(40, n),
      serves: [],
      competencies: [],
    })
  }
  return startClaims(door)
}

/** One open claim a micro-credential is all that the rules allow: the others were withdrawn, as happens. */
async function startClaims(door: Door): Promise<Place> {
  const { micros } = await door.query('micro-credentials', {})
  const [first] = micros
  const prompt = first?.body.parts[0]?.prompts[0]?.id
  if (first === undefined || prompt === undefined)
    throw new Error('no micro-credential ships with the program')
  const start = async (micro: typeof first) => {
    const made = await door.command('claim.start', {
      microCredential: micro.id,
      code: micro.body.code,
    })
    return made['claim'] ?? ''
  }
  for (let n = micros.length; n < amounts.claims; n++)
    await door.command('claim.withdraw', { claim: await start(first) })
  for (const micro of micros.slice(1)) await start(micro)
  const claim = await start(first)
  const text = sentences(wordsOfAnswer, 1)
  const on = new Date().toISOString().slice(0, 10)
  await door.command('claim.write', { claim, prompt, on, text, base: '' })
  return { claim, prompt, text }
}

const vocabulary =
  'nine tickets compared pieces of different wholes so on Thursday we began with two of these drawings'.split(
    ' ',
  )

function sentences(words: number, seed: number): string {
  const said = Array.from(
    { length: words },
    (_, n) => vocabulary[(n * 7 + seed) % vocabulary.length],
  )
  return `${said.join(' ')}.`
}
