import { useState } from 'react'
import { draftProblems } from '../../core/claim/draft-problems.ts'
import { filesMissed } from '../../core/claim/files-missed.ts'
import { inSlot } from '../../core/claim/filled.ts'
import { openFindings } from '../../core/claim/open-findings.ts'
import { openParts } from '../../core/claim/open-parts.ts'
import type { Problem } from '../../core/claim/problem.ts'
import type { QueryRows } from '../../contract/device/queries.ts'
import { useRows } from '../app/rows.ts'

type Rows = QueryRows<'claim'>

/** A claim that can be shown: everything the screen needs is here. */
export interface OpenClaim {
  readonly claim: NonNullable<Rows['claim']>
  readonly draft: NonNullable<Rows['draft']>
  readonly micro: NonNullable<Rows['micro']>
  readonly evidence: Rows['evidence']
  readonly problems: readonly Problem[]
  /** What the district found and is still as it was; nothing that `problems` name. */
  readonly findings: readonly Problem[]
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
  const whole = useWhole(rows?.claim)
  if (rows === undefined) return undefined
  const { claim, draft, micro, evidence } = rows
  if (claim === undefined || draft === undefined || micro === undefined) return undefined
  const asTyped = { ...draft.body, answers: { ...draft.body.answers, ...typed } }
  const problems = draftProblems(micro.body, claim.body, asTyped, evidence)
  const back = { micro: micro.body, claim: claim.body, draft: asTyped, evidence, problems }
  return {
    claim,
    draft,
    micro,
    evidence,
    problems,
    findings: openFindings({ ...back, whole }),
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

/** Files that the district could not read and that are whole on this computer; asked only where there are any. */
function useWhole(claim: Rows['claim']): ReadonlySet<string> {
  const last = claim?.body.state === 'incomplete' ? claim.body.attempts.at(-1) : undefined
  const isAsked = last !== undefined && filesMissed(last).length > 0
  const rows = useRows('claim.missed', { claim: claim?.id ?? '' }, isAsked)
  return new Set(isAsked ? rows?.whole : [])
}
