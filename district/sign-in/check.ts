import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { secondStepOf, useStep } from './account.ts'
import { forgiven, noteTry } from './misses.ts'
import type { TriedWhat } from './misses.ts'
import { isOneTimeCode, stepOfCode } from './one-time-code.ts'
import { isPassword } from './password.ts'
import { unsealed } from './sealed-secret.ts'
import { useSpareCode } from './spare-codes.ts'

/** Whose word is tried, and from where. */
export interface Trying {
  /** As misses are counted: of the name that was given (`accountHash`), or of who is in already (`insideHash`). */
  readonly account: string
  /** As it is counted (`sourceOf`). */
  readonly source: string
}

/** Counts a try as a miss, and does it; it is forgiven only where `isRight`. Throws `too_many_tries`. */
async function tried(
  house: House,
  { account, source }: Trying,
  what: TriedWhat,
  look: (begun: () => Promise<void>) => Promise<boolean>,
): Promise<boolean> {
  let miss: number | undefined
  const isRight = await look(async () => {
    const now = house.clock()
    miss = await house.accounts.write(
      () => noteTry({ account, source, what, now }),
      () => true,
    )
    if (miss === undefined) throw new RequestRefused('too_many_tries')
  })
  const n = miss
  if (isRight && n !== undefined)
    await house.accounts.write(
      () => forgiven(n),
      () => true,
    )
  return isRight
}

/** Whether a password is the one that is kept; with none kept, the same work for nothing. Throws `too_many_tries`, `busy`. */
export const checkPassword = (
  house: House,
  trying: Trying,
  password: string,
  kept: string | undefined,
): Promise<boolean> => tried(house, trying, 'sign-in', begun => isPassword(password, kept, begun))

/**
 * Uses a one-time code or a spare code of a person up; whether it was right. `confirms`: it is the first of a secret
 * that was just begun. Throws `too_many_tries`.
 */
export async function checkCode(
  house: House,
  trying: Trying,
  person: string,
  code: string,
  confirms = false,
): Promise<boolean> {
  const given = code.replaceAll(/\s/g, '')
  if (isOneTimeCode(given))
    return tried(house, trying, 'sign-in', async begun => {
      await begun()
      return isOfStep(house, person, given, confirms)
    })
  if (confirms) return false
  return tried(house, trying, 'spare', async begun => {
    await begun()
    const now = house.clock()
    return house.accounts.write(
      () => useSpareCode(person, code, now),
      () => true,
    )
  })
}

async function isOfStep(
  { accounts, secrets, clock }: House,
  person: string,
  code: string,
  confirms: boolean,
): Promise<boolean> {
  const known = await accounts.snapshot(() => secondStepOf(person))
  const secret = known && unsealed(known.secret, person, secrets.pseudonym)
  if (known === undefined || secret === undefined) return false
  if (!confirms && known.confirmedAt === undefined) return false
  const now = clock()
  const step = stepOfCode(secret, code, now, known.lastStep)
  if (step === undefined) return false
  return accounts.write(
    () => useStep(person, step, now),
    () => true,
  )
}
