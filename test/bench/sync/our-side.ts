import { join } from 'node:path'
import { startDistrict } from '../../walk/programs.ts'
import { doorOf } from '../door.ts'
import { invite, join as joinAs } from '../join.ts'
import { run } from '../program.ts'
import type { Document } from './documents.ts'
import { openOurRecord } from './our-record.ts'
import type { Asked } from './process.ts'
import { startAsked } from './process.ts'
import type { Content, Edit, Side } from './side.ts'

const client = join(import.meta.dirname, 'our-client.ts')

/** The house's own: the district's process, and in others the store and the sync of two computers of one person. */
export async function ourSide(
  folder: string,
  documents: (owner: string) => readonly Document[],
): Promise<Side & { readonly owner: string }> {
  const data = join(folder, 'our-district')
  let district = await startDistrict(data)
  const { invitation = '' } = district.ready
  const office = await run(join(folder, 'our-office'))
  const administrator = await doorOf(office.ready)
  await joinAs(administrator, district.ready.address, invitation)
  // By their own word, or each computer after the first would wait for a yes.
  const owner = (await administrator.session()).person?.id ?? ''
  await district.stop()
  const record = await openOurRecord(data, owner)
  await record.add(documents(owner))
  await record.close()
  district = await startDistrict(data, Number(new URL(district.ready.address).port))
  const { address } = district.ready

  let count = 0
  const joined = async (): Promise<{ readonly computer: Asked; readonly ms: number }> => {
    const code = await invite(administrator, owner)
    const computer = await startAsked(client, [join(folder, `our-computer-${++count}`)])
    const { ms } = await computer.ask<{ ms: number }>('join', { address, code })
    return { computer, ms }
  }
  /** The other computer, on which the server's changes are made; it joins when it is needed. */
  let other: Asked | undefined
  let computer: Asked | undefined
  const measured = (): Asked => {
    if (computer === undefined) throw new Error('no computer has joined')
    return computer
  }
  const pushedBy = async (from: Asked, edits: readonly Edit[]): Promise<number> => {
    await from.ask('away')
    await from.ask('edit', { edits })
    return (await from.ask<{ ms: number }>('push', { address })).ms
  }
  return {
    owner,
    async first() {
      await computer?.end()
      const one = await joined()
      computer = one.computer
      return one.ms
    },
    async catchUp(edits) {
      if (other === undefined) {
        other = (await joined()).computer
        // A search learns what is left to learn: no computer is still busy with that while another is measured.
        for (const each of [other, measured()]) await each.ask('found', { question: 'tickets' })
      }
      await measured().ask('away')
      await pushedBy(other, edits)
      return (await measured().ask<{ ms: number }>('catchUp', { address })).ms
    },
    async push(edits) {
      // It would pull at the same time.
      await other?.end()
      other = undefined
      return pushedBy(measured(), edits)
    },
    async contents() {
      const kept = await openOurRecord(data, owner)
      const server = await kept.content()
      await kept.close()
      return { server, computer: await measured().ask<Content>('hash') }
    },
    async end() {
      await computer?.end()
      await other?.end()
      await office.end('SIGTERM')
      await district.stop()
    },
  }
}
