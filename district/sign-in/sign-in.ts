import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { signInRequest } from '../../contract/sync/account.ts'
import type { SignInRequest } from '../../contract/sync/account.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import type { House } from '../house.ts'
import { countsFromOf } from '../person/counts-from-of.ts'
import { joinAnswer } from '../person/join-answer.ts'
import { letInRequest } from '../person/let-in-request.ts'
import type { LetIn } from '../person/let-in.ts'
import { letIn, letInAnew, letInBefore } from '../person/let-in.ts'
import { holdingOf } from '../person/holding-of.ts'
import { accountHash, secondStepOf, setterOf, signInNamed, signInOf } from './account.ts'
import { checkCode, checkPassword } from './check.ts'
import { needsCodes } from './needs-codes.ts'

/** Stands where an invitation's hash would: this computer was let in by a password. */
const way = 'sign-in'

/** Takes a computer in by its person's own name and password, and a one-time code where one is asked for. */
export function signInRoute(app: Hono<{ Bindings: HttpBindings }>, house: House): void {
  const pace = paceOf(paces.join, house.clock)
  app.post(districtPaths.signIn, async c => {
    const { incoming } = c.env
    const { request, source } = await letInRequest(house, incoming, signInRequest, pace)
    const joined = await signedIn(house, request, source)
    if ('refused' in joined) throw new RequestRefused(joined.refused)
    return joinAnswer(house, incoming, request.device, joined)
  })
}

/** An unknown name and a wrong password take the same time and get the same answer. */
async function signedIn(house: House, request: SignInRequest, source: string): Promise<LetIn> {
  const trying = { account: accountHash(request.name), source }
  const account = await house.accounts.snapshot(() => signInNamed(request.name))
  const isRight = await checkPassword(house, trying, request.password, account?.kept)
  if (account === undefined || !isRight) return { refused: 'sign_in_wrong' }
  const { person } = account
  // Of who has left, or was away meanwhile, it is as good as gone already.
  if (account.setAt < (await countsFromOf(house, person))) return { refused: 'sign_in_wrong' }
  const known = await house.accounts.snapshot(() => letInBefore(request, way))
  if (known !== undefined && 'refused' in known) return known
  if (known !== undefined && known.known.person !== person) return { refused: 'other_person' }
  // Its answer was lost: the code that it showed is used up by now.
  if (known?.isSameWay === true) return { person, waitsUntil: known.known.waitsUntil }
  const step = await house.accounts.snapshot(() => secondStepOf(person))
  if (step?.confirmedAt !== undefined) {
    const { oneTimeCode } = request
    if (oneTimeCode === undefined) return { refused: 'one_time_code_needed' }
    if (!(await checkCode(house, trying, person, oneTimeCode)))
      return { refused: 'one_time_code_wrong' }
  } else if (needsCodes(await holdingOf(house, person))) return { refused: 'second_step_needed' }
  return house.accounts.write(
    function* () {
      // It was taken away, or another took its place, while it was looked at: a reset ends what it was to end.
      if ((yield* signInOf(person))?.kept !== account.kept)
        return { refused: 'sign_in_wrong' } as const
      const now = house.clock()
      const own = { person, isOwn: true, voucher: yield* setterOf(person), now }
      return known === undefined
        ? yield* letIn({ ...own, computer: request, way, waitMs: 0 })
        : yield* letInAnew(known, own)
    },
    () => true,
  )
}
