import { useState } from 'react'
import { draftProblems } from '../../core/claim/draft-problems.ts'
import { inSlot } from '../../core/claim/filled.ts'
import { openParts } from '../../core/claim/open-parts.ts'
import type { Problem } from '../../core/claim/problem.ts'
import type { QueryRows } from '../../contract/device/queries.ts'

type Rows = QueryRows<'claim'>

/** A claim that can be shown: everything the screen needs is here. */
export interface OpenClaim {
  readonly claim: NonNullable<Rows['claim']>
  readonly draft: NonNullable<Rows['draft']>
  readonly micro: NonNullable<Rows['micro']>
  readonly evidence: Rows['evidence']
  readonly problems: readonly Problem[]
  /** Ids of the parts that are asked for. */
  readonly open: ReadonlySet<string>
  /** An answer while it is being typed, or `undefined`. */
  typedOf(prompt: string): string | undefined
  type(prompt: string, text: string | undefined): void
  piecesIn(slot: string): Rows['evidence']
}

/** Puts together what a claim's screen shows; the problems follow the typing, not the disk. */
export function useOpenClaim(rows: Rows | undefined): OpenClaim | undefined {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  if (rows === undefined) return undefined
  const { claim, draft, micro, evidence } = rows
  if (claim === undefined || draft === undefined || micro === undefined) return undefined
  const asTyped = { ...draft.body, answers: { ...draft.body.answers, ...typed } }
  return {
    claim,
    draft,
    micro,
    evidence,
    problems: draftProblems(micro.body, claim.body, asTyped, evidence),
    open: new Set(openParts(micro.body, claim.body).map(part => part.id)),
    typedOf: prompt => typed[prompt],
    type: (prompt, text) =>
      setTyped(before => {
        const { [prompt]: _gone, ...rest } = before
        return text === undefined ? rest : { ...rest, [prompt]: text }
      }),
    piecesIn: slot =>
      inSlot(draft.body.filled, slot).flatMap(id => evidence.find(row => row.id === id) ?? []),
  }
}
