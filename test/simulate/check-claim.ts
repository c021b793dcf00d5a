import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Badge } from '../../core/badge/record.ts'
import { badgeMachine } from '../../core/badge/record.ts'
import { isAsSigned } from '../../core/claim/is-as-signed.ts'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import { claimMachine } from '../../core/claim/record.ts'
import { checkStep } from './check-step.ts'
import { firstOf } from './rows.ts'
import type { Grounds } from './world.ts'
import { Broken, count } from './world.ts'

/** Looks at what became of a claim in a transaction in which so many commands wrote it. */
export function checkClaim(world: Grounds, id: string, claim: Claim, steps: number): void {
  const before = world.ledger.claims.get(id)
  world.ledger.claims.set(id, claim)
  checkStep('claim', claimMachine, before?.state, claim.state, { id, steps })
  if (before?.state !== claim.state) count(world, `claim ${claim.state}`)
  for (const [n, attempt] of (before?.attempts ?? []).entries())
    checkFrozen(id, attempt, claim.attempts[n])
  for (const attempt of claim.attempts.slice(before?.attempts.length ?? 0)) {
    if (!isAsSigned(id, claim, attempt))
      throw new Broken('MANIFEST', 'An attempt is not what its person signed.', { id })
    checkFiles(world, id, claim.owner, attempt)
  }
}

/** MANIFEST: what was handed over stays as it was signed; a decision, once it is there, stays too. */
function checkFrozen(id: string, before: Attempt, after: Attempt | undefined): void {
  const frozen = (attempt: Attempt | undefined): unknown => {
    if (attempt === undefined) return undefined
    const { findings, outcome, ...signed } = attempt
    return [signed, ...(before.findings ? [findings] : []), ...(before.outcome ? [outcome] : [])]
  }
  if (!isDeepStrictEqual(frozen(before), frozen(after)))
    throw new Broken('MANIFEST', 'What was handed over with a claim was changed afterwards.', {
      id,
    })
}

/** BLOB_AT_SUBMIT: the district has every file of a claim when it takes the claim. */
function checkFiles(world: Grounds, id: string, owner: string, { items }: Attempt): void {
  for (const { file } of items) {
    if (file === undefined) continue
    const { sha256 } = file
    const row = firstOf<unknown>(
      world.dbs.record,
      'select sha from blob where sha = ? and owner = ?',
      sha256,
      owner,
    )
    const path = join(world.folder, 'district', 'blobs', sha256.slice(0, 2), sha256)
    if (row === undefined || !existsSync(path))
      throw new Broken('BLOB_AT_SUBMIT', 'A claim was taken whose file is not there.', {
        id,
        sha256,
      })
  }
}

/** ONE_BADGE, BADGE_BYTES: looks at what became of a badge. */
export function checkBadge(world: Grounds, id: string, badge: Badge, steps: number): void {
  const { ledger } = world
  const before = ledger.badges.get(id)
  ledger.badges.set(id, badge)
  checkStep('badge', badgeMachine, before?.state, badge.state, { id, steps })
  if (before?.state !== badge.state) count(world, `badge ${badge.state}`)
  for (const [other, { claim }] of ledger.badges)
    if (other !== id && claim === badge.claim)
      throw new Broken('ONE_BADGE', 'A claim has two badges.', { claim, badges: [id, other] })
  const { credential } = badge
  // It goes with the record of its holder; nothing takes its place.
  const isGone = credential === undefined && ledger.erasing.has(badge.owner)
  if (before?.credential !== undefined && before.credential !== credential && !isGone)
    throw new Broken('BADGE_BYTES', 'A badge was changed after it was signed.', { id })
  if (badge.state === 'revoked' && credential !== undefined) ledger.revoked.add(credential)
}
