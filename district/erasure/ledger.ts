import { sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { z } from 'zod'
import { canonical } from '../../core/kit/canonical.ts'
import { isSigned, textToSign } from '../../core/kit/signed.ts'
import { flushFile, flushFolder } from '../../db/open/flush.ts'
import { ed25519KeyOf } from '../keys/ed25519-key.ts'

/** One record that was erased: ids and a time, no name. */
const erasureSchema = z.object({
  person: z.string().min(1).max(80),
  askedBy: z.string(),
  agreedBy: z.string(),
  /** Epoch ms. */
  erasedAt: z.number(),
})
export type LedgerEntry = z.infer<typeof erasureSchema>

const lineSchema = erasureSchema.extend({ signature: z.string().regex(/^[0-9a-f]{128}$/) })
type Line = z.infer<typeof lineSchema>

/** How the ledger is called, in a data folder and in a copy of one. */
export const ledgerName = 'erasures.jsonl'

/**
 * What was erased, kept beside the databases so that none of it comes back with an older copy of them. `secret`: the
 * district's own key (Ed25519, 32 bytes): a line that it has not signed erases nobody.
 */
export interface Ledger {
  /** All that was erased, in the order in which it was; how many lines are none of the district's. */
  entries(): { readonly erased: readonly LedgerEntry[]; readonly unsigned: number }
  /** Notes one, durably; again it does nothing. */
  note(entry: LedgerEntry): void
}

/** The ledger of a data folder. */
export function ledgerIn(dataFolder: string, secret: Uint8Array): Ledger {
  const path = join(dataFolder, ledgerName)
  const key = ed25519KeyOf(secret)
  const publicKey = Buffer.from(publicKeyOf(secret)).toString('hex')
  const entries: Ledger['entries'] = () => entriesIn(path, publicKey)
  return {
    entries,
    note(entry) {
      if (entries().erased.some(({ person }) => person === entry.person)) return
      keepLines(path, [...linesIn(path), signedLine(entry, key)])
    },
  }
}

function signedLine(entry: LedgerEntry, key: KeyObject): string {
  const text = textToSign('erasure', documentOf(entry))
  const signature = sign(null, Buffer.from(text), key).toString('hex')
  return JSON.stringify({ ...entry, signature })
}

/**
 * Signs the ledger of a data folder for a key that takes the place of another (`before`: its public half, hex), since its
 * lines would be nobody's. Both stand in it until what is returned is called, once the new key is kept.
 */
export function signAnew(dataFolder: string, before: string, secret: Uint8Array): () => void {
  const path = join(dataFolder, ledgerName)
  const { erased } = entriesIn(path, before)
  if (erased.length === 0) return () => undefined
  const key = ed25519KeyOf(secret)
  keepLines(path, [...linesIn(path), ...erased.map(entry => signedLine(entry, key))])
  return () =>
    keepLines(
      path,
      linesIn(path).filter(line => !isSignedLine(line, before)),
    )
}

const isSignedLine = (line: string, publicKey: string): boolean => {
  const { signature, ...entry } = lineOf(line) ?? noLine
  return isSigned('erasure', documentOf(entry), { publicKey, signature })
}

/** What a ledger says, as far as the district has signed it. `publicKey`: Ed25519, hex. */
export function entriesIn(path: string, publicKey: string): ReturnType<Ledger['entries']> {
  const lines = linesIn(path)
  const erased = new Map<string, LedgerEntry>()
  let signed = 0
  for (const line of lines) {
    const { signature, ...entry } = lineOf(line) ?? noLine
    if (!isSigned('erasure', documentOf(entry), { publicKey, signature })) continue
    signed++
    if (!erased.has(entry.person)) erased.set(entry.person, entry)
  }
  return { erased: [...erased.values()], unsigned: lines.length - signed }
}

/** Puts what another ledger knows into this one: what was erased in either stays erased. */
export function joinLedgers(from: string, into: string): void {
  if (!existsSync(from)) return
  const lines = linesIn(into)
  const more = linesIn(from).filter(line => !lines.includes(line))
  if (more.length > 0) keepLines(into, [...lines, ...more])
}

const linesIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(line => line !== '')
    : []

/** The file is whole before or after, never between. */
function keepLines(path: string, lines: readonly string[]): void {
  const unfinished = `${path}.unfinished`
  writeFileSync(unfinished, lines.map(line => `${line}\n`).join(''), { mode: 0o600 })
  flushFile(unfinished)
  renameSync(unfinished, path)
  flushFolder(dirname(path))
}

function lineOf(line: string): Line | undefined {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    // None of ours.
    return undefined
  }
}

const noLine: Line = { person: '', askedBy: '', agreedBy: '', erasedAt: 0, signature: '' }

const documentOf = ({ person, askedBy, agreedBy, erasedAt }: LedgerEntry): string =>
  canonical({ person, askedBy, agreedBy, erasedAt })
