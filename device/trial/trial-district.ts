import { join } from 'node:path'
import { startDemoDistrict } from '../demo/district-process.ts'
import type { ProgramParts } from '../program.ts'
import { invitedBy, joinWith } from './joined.ts'
import type { OpenProgram } from './open-program.ts'
import { openProgram, trialFolder } from './open-program.ts'
import type { Road } from './road.ts'
import { roadTo } from './road.ts'

/** How a computer joins. Where nothing is said: by its person's code, at the district's own address. */
interface Joining {
  /** A computer of the same person, or an administrator's, that lets it in: a code is good for one computer. */
  readonly letInBy?: OpenProgram
  /** `road.address`: by the way that can be cut. */
  readonly address?: string
}

/** All of it is real: a district of the demo's people in a process of its own, computers that meet nowhere else. */
export interface TrialDistrict {
  readonly address: string
  /** Another way to its first address, which a test can cut. */
  readonly road: Road
  /** The code with which a person's first computer joins. */
  codeOf(person: string): string
  /** Where the data of a computer lies, by the name it was opened under, or that of the `district`. */
  folderOf(name: string): string
  /** Opens a computer's program; after its `close` a test may open the same one again. */
  open(name: string, parts?: Partial<ProgramParts>): Promise<OpenProgram>
  /** Opens one and joins it to the district as a person's. Throws what the door says. */
  joined(name: string, person: string, how?: Joining & Partial<ProgramParts>): Promise<OpenProgram>
  /** The district ends, and starts again with the same records at another address. */
  move(): Promise<void>
  /** Closes every program that is still open, the road and the district; nothing is left on the disk. */
  close(): Promise<void>
}

/** Starts one, in a folder of its own. */
export async function trialDistrict(): Promise<TrialDistrict> {
  const folder = trialFolder()
  const folderOf = (name: string) => join(folder.path, name)
  const start = () => startDemoDistrict(folderOf('district'))
  let district = await start()
  const road = await roadTo(district.address)
  const opened = new Set<OpenProgram>()
  const codeOf = (id: string) => district.people.find(person => person.id === id)?.code ?? ''
  const open: TrialDistrict['open'] = async (name, parts = {}) => {
    const program = await openProgram(folder.path, { random: () => 0, ...parts }, name)
    const close = () => {
      opened.delete(one)
      return program.close()
    }
    const one: OpenProgram = { ...program, close }
    opened.add(one)
    return one
  }
  return {
    get address() {
      return district.address
    },
    road,
    codeOf,
    folderOf,
    open,
    async joined(name, person, { letInBy, address = district.address, ...parts } = {}) {
      const program = await open(name, parts)
      const code = letInBy === undefined ? codeOf(person) : await invitedBy(letInBy, person)
      await joinWith(program, address, code)
      return program
    },
    async move() {
      await district.close()
      district = await start()
    },
    async close() {
      for (const program of opened) await program.close()
      await road.cut()
      await district.close()
      folder.remove()
    },
  }
}
