import type { CommandAnswer } from '../../contract/device/door.ts'
import type { OpenProgram } from './open-program.ts'

type Done = Exclude<CommandAnswer, { status: 'refused' }>

/** A command that is not refused. Throws the refusal. */
export async function done(program: OpenProgram, name: string, input: unknown): Promise<Done> {
  const answer = await program.command(name, input)
  if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
  return answer
}

/** The id of what a command made. */
export const made = ({ made: ids }: Done) => Object.values(ids)[0] ?? ''
