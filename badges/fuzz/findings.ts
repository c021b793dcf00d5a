import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Found } from './target.ts'

const folder = new URL('findings/', import.meta.url)

/** Keeps a finding as a file, which `findings.test.ts` replays from then on. @returns its name. */
export function keep({ parser, complaint, seed, turn, input }: Found): string {
  const digest = createHash('sha256').update(input).digest('hex').slice(0, 12)
  const name = `${parser}-${digest}.json`
  const base64 = Buffer.from(input).toString('base64')
  const text = JSON.stringify({ parser, complaint, seed, turn, base64 }, null, 2)
  writeFileSync(new URL(name, folder), `${text}\n`)
  return name
}

/** @returns all findings that were kept, by the names of their files. */
export function kept(): readonly { readonly file: string; readonly found: Found }[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .toSorted()
    .map(file => {
      const { base64, ...rest }: Omit<Found, 'input'> & { readonly base64: string } = JSON.parse(
        readFileSync(new URL(file, folder), 'utf8'),
      )
      return { file, found: { ...rest, input: new Uint8Array(Buffer.from(base64, 'base64')) } }
    })
}
