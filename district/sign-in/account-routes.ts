import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import type { AccountReply, AccountRequest } from '../../contract/sync/account.ts'
import { accountRequest } from '../../contract/sync/account.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Actor } from '../../core/kit/command.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { askedBy, askedWith } from '../door/asking.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import type { AccountEvent } from '../person/event.ts'
import { noteEvent } from '../person/event.ts'
import { writeRegister } from '../person/register.ts'
import { districtName } from '../person/name.ts'
import {
  beginSecondStep,
  insideHash,
  removeSecondStep,
  removeSignIn,
  secondStepOf,
  setSignIn,
  signInOf,
} from './account.ts'
import { base32 } from './base32.ts'
import { checkCode, checkPassword } from './check.ts'
import { needsCodes } from './needs-codes.ts'
import { otpUri, secretBytes } from './one-time-code.ts'
import { keptOf, refuseWeak } from './password.ts'
import { lastReset } from './reset.ts'
import { sealed } from './sealed-secret.ts'
import { newSpareCodes, replaceSpareCodes, spareCodesLeft } from './spare-codes.ts'

/** A person's own sign-in: what it is, and what they do about it, from a computer that is in. */
export function accountRoutes(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  const pace = paceOf(paces.account, house.clock)
  app.get(districtPaths.account, async c => {
    const actor = await askedBy(house, c.env.incoming)
    return json(await accountOf(house, actor), { accept: undefined })
  })
  app.post(districtPaths.account, async c => {
    const { actor, value } = await askedWith(house, c.env.incoming, accountRequest, pace.count)
    const shown = await done(house, actor, value, sourceOf(c.env.incoming, house))
    return json({ ...(await accountOf(house, actor)), ...shown }, { accept: undefined })
  })
}

async function accountOf(house: House, actor: Actor): Promise<AccountReply> {
  const { person } = actor
  return house.accounts.snapshot(function* () {
    const signIn = yield* signInOf(person)
    const step = yield* secondStepOf(person)
    const resetAt = yield* lastReset(person)
    return {
      ...(signIn === undefined ? {} : { name: signIn.name, setAt: signIn.setAt }),
      hasCodes: step?.confirmedAt !== undefined,
      spareCodesLeft: yield* spareCodesLeft(person),
      needsCodes: needsCodes(actor),
      ...(resetAt === undefined ? {} : { resetAt }),
    }
  })
}

type Shown = Pick<AccountReply, 'secret' | 'spareCodes'>

/** Does what is asked; returns what is shown this one time. Throws what is refused; then nothing has changed. */
async function done(
  house: House,
  actor: Actor,
  asked: AccountRequest,
  source: string,
): Promise<Shown> {
  const { person } = actor
  const signIn = await house.accounts.snapshot(() => signInOf(person))
  // Who is in is counted under their own id, so that nobody else's misses keep them out.
  const trying = { account: insideHash(person), source }
  const known = async (password: string | undefined) => {
    if (signIn === undefined) return
    if (!(await checkPassword(house, trying, password ?? '', signIn.kept)))
      throw new RequestRefused('sign_in_wrong')
  }
  const coded = async (code: string, confirms: boolean) => {
    if (!(await checkCode(house, trying, person, code, confirms)))
      throw new RequestRefused('one_time_code_wrong')
  }
  const write = <T>(what: AccountEvent['what'], steps: () => Steps<T>): Promise<T> =>
    house.accounts.write(
      function* () {
        const made = yield* steps()
        const by = { person, device: actor.device, about: person }
        if (made !== false) yield* noteEvent({ at: house.clock(), what, ...by })
        return made
      },
      made => made !== false,
    )
  switch (asked.do) {
    case 'set': {
      refuseWeak(asked.password)
      await known(asked.current)
      const kept = await keptOf(asked.password)
      const { name } = asked
      if (name.trim() === '') throw new RequestRefused('malformed', { where: 'name' })
      const setAt = house.clock()
      if (!(await write('sign-in set', () => setSignIn({ person, name, kept, setAt }))))
        throw new RequestRefused('name_taken')
      await writeRegister(house)
      return {}
    }
    case 'remove':
      await known(asked.current)
      await write('sign-in removed', () => removeSignIn(person))
      return {}
    case 'begin-codes':
      return { secret: await beginCodes(house, person, signIn?.name) }
    case 'confirm-codes':
    case 'new-spare': {
      await coded(asked.code, asked.do === 'confirm-codes')
      const spareCodes = [...newSpareCodes()]
      await write('second step set', () => replaceSpareCodes(person, spareCodes))
      return { spareCodes }
    }
    case 'end-codes':
      await coded(asked.code, false)
      await write('second step removed', () => removeSecondStep(person))
      return {}
  }
}

/** A secret that counts once a code of it was given. One that counts already is not replaced: that would need a code. */
async function beginCodes(
  house: House,
  person: string,
  name: string | undefined,
): Promise<AccountReply['secret']> {
  const secret = randomBytes(secretBytes)
  const stored = sealed(secret, person, house.secrets.pseudonym)
  const begun = await house.accounts.write(
    function* () {
      if ((yield* secondStepOf(person))?.confirmedAt !== undefined) return false
      yield* beginSecondStep(person, stored, house.clock())
      return true
    },
    isBegun => isBegun,
  )
  if (!begun) throw new RequestRefused('one_time_code_needed')
  const issuer = (await districtName(house.store)) || 'Meritfolio'
  return { text: base32(secret), uri: otpUri(secret, issuer, name ?? person) }
}
