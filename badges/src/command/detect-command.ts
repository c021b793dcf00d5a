import { detect, type Detected } from '../detect/detect.ts'
import type { Refusal } from '../refusal.ts'
import { exit, WrongUse, type Exit } from './exit.ts'
import { inputsOf } from './inputs.ts'
import { optionsOf } from './options.ts'
import { shown } from './terminal.ts'
import type { Surroundings } from './surroundings.ts'

/** `detect FILE… [--json]`: what each is, without verifying it. 0 where all are something known, else 1. */
export async function detectCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const { values, positionals } = optionsOf(argv, { json: { type: 'boolean' } })
  if (positionals.length === 0) throw new WrongUse('detect needs at least one FILE.')
  let ends: Exit = exit.good
  for await (const { path, bytes } of inputsOf(positionals)) {
    if (by.signal.aborted) return exit.bad
    const read = await bytes().then(detect, notRead)
    if (read.kind === 'none') ends = exit.bad
    await by.terminal.out(
      values.json === true
        ? `${JSON.stringify({ input: path, ...read })}\n`
        : `${shown(path, 500)}: ${said(read)}\n`,
    )
  }
  return ends
}

/** @returns what a file that can't be read is said to be. */
function notRead(error: unknown): Pick<Detected, 'kind' | 'name' | 'reason' | 'form' | 'notes'> & {
  readonly securing: readonly string[]
} {
  const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
  return {
    kind: 'none',
    name: 'Not read',
    form: 'none',
    securing: [],
    reason: { code: 'NOT_READ', facts: { reason } },
    notes: [],
  }
}

function said(read: ReturnType<typeof notRead>): string {
  const secured =
    read.securing.length === 0 ? 'not signed' : `signed with ${read.securing.join(', ')}`
  const notes = read.notes.map(note => ` [${note.code}]`).join('')
  if (read.kind !== 'none') return shown(`${read.name}, as ${read.form}, ${secured}${notes}`, 400)
  const what = read.reason?.code === 'NOT_READ' ? 'not read' : 'not a badge'
  return shown(`${what}${whyOf(read.reason)}${notes}`, 400)
}

function whyOf(reason: Refusal | null): string {
  if (reason === null) return ''
  const facts = Object.entries(reason.facts).map(([name, fact]) => `${name}: ${String(fact)}`)
  return ` (${[reason.code, ...facts].join(', ')})`
}
