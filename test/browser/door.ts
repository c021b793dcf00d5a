import type { Page } from 'playwright-core'
import type { CommandAnswer } from '../../contract/device/door.ts'
import type { QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import type { CommandInput, CommandName } from '../../core/commands.ts'

const waitMsMax = 60_000
const pollMs = 50

/** Asks the program as the window itself does: by its own page, with its own key. Throws what was refused. */
export async function ask(page: Page, path: string, body: unknown): Promise<string> {
  const told = await page.evaluate(
    async ([to, text]) => {
      const answer = await fetch(to, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-meritfolio': localStorage.getItem('meritfolio.secret') ?? '',
        },
        body: text,
      })
      return { ok: answer.ok, text: await answer.text() }
    },
    [path, JSON.stringify(body)] as const,
  )
  if (!told.ok) throw new Error(`${path}: ${told.text}`)
  return told.text
}

/** Reads from one of the door's paths, with the window's key. */
export function look(page: Page, path: string): Promise<string> {
  return page.evaluate(async from => {
    const secret = localStorage.getItem('meritfolio.secret') ?? ''
    return (await fetch(from, { headers: { 'x-meritfolio': secret } })).text()
  }, path)
}

/** Does a command; the ids that it made. Throws what was refused. */
export async function command<N extends CommandName>(
  page: Page,
  name: N,
  input: CommandInput<N>,
): Promise<Readonly<Record<string, string>>> {
  const answer: CommandAnswer = JSON.parse(await ask(page, '/api/commands', { name, input }))
  if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
  return answer.made
}

/** Finishes a reading, signed by the program. Throws what was refused. */
export async function finishReview(page: Page, review: string): Promise<void> {
  const answer: CommandAnswer = JSON.parse(await ask(page, '/api/finish-review', { review }))
  if (answer.status === 'refused') throw new Error(JSON.stringify(answer.refusal))
}

/** The rows of a question. */
export async function query<N extends QueryName>(
  page: Page,
  name: N,
  input: QueryInput<N>,
): Promise<QueryRows<N>> {
  const { rows } = JSON.parse(await ask(page, `/api/queries/${name}`, { input }))
  return rows
}

/** Waits until something is there, as sync brings it. */
export async function until<T>(what: string, seek: () => Promise<T | undefined>): Promise<T> {
  for (let waited = 0; waited < waitMsMax; waited += pollMs) {
    const found = await seek()
    if (found !== undefined) return found
    await new Promise(resolve => setTimeout(resolve, pollMs))
  }
  throw new Error(`not there in ${waitMsMax} ms: ${what}`)
}
