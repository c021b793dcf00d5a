import { submitClaim } from '../../core/claim/submit.ts'
import type { AnyCommand, Command, Decision } from '../../core/kit/command.ts'
import { command, refuse } from '../../core/kit/command.ts'
import type { Signed } from '../../core/kit/signed.ts'
import { signedAtGraceMs } from '../../core/person/signer.ts'
import { finishReview } from '../../core/review/finish.ts'
import type { Commands } from '../../db/engine/commands.ts'
import type { Mutation } from '../../db/wire.ts'
import type { Device } from '../person/devices.ts'
import { keyHexOf } from '../person/register.ts'

/** The devices whose signatures the commands of a push carry. */
export function signersIn(mutations: readonly Mutation[]): readonly string[] {
  const named = mutations.flatMap(({ name, input }) => {
    const schema = [submitClaim, finishReview].find(one => one.name === name)?.input
    const parsed = schema?.safeParse(input)
    return parsed?.success === true ? [parsed.data.signed.device] : []
  })
  return [...new Set(named)]
}

/**
 * The commands, with one more condition on those that carry a signed document: the key is the registered one of a
 * device of the person who sends it, and the time in it can be. A device can't check that for itself, so the rule
 * stands here, where the keys are; what passes is never refused later for its signer (`signerFault`).
 */
export function withSigners(commands: Commands, devices: ReadonlyMap<string, Device>): Commands {
  const table = new Map<string, AnyCommand>(commands)
  const guarded = [
    signedOnly(
      submitClaim,
      devices,
      i => i.submittedAt,
      by => refuse('manifest_signature', { device: by.device }),
    ),
    signedOnly(
      finishReview,
      devices,
      i => i.finishedAt,
      by => refuse('ratings_signature', { device: by.device }),
    ),
  ]
  for (const one of guarded) table.set(one.name, one)
  return table
}

/** What was signed while a computer was in counts, also when it comes later: brought by it again, or by another. */
const isAfterItsEnd = ({ revokedAt }: Device, at: number): boolean =>
  revokedAt !== undefined && at > revokedAt + signedAtGraceMs

function signedOnly<I extends { readonly signed: Signed }, S>(
  plain: Command<I, S>,
  devices: ReadonlyMap<string, Device>,
  signedAtIn: (input: I) => number,
  refusal: (by: Signed) => Decision,
): AnyCommand {
  return command<I, S>({
    ...plain,
    decide(state, input, context) {
      const device = devices.get(input.signed.device)
      const at = signedAtIn(input)
      const isTheirs = device?.person === context.actor.person && !isAfterItsEnd(device, at)
      if (!isTheirs || keyHexOf(device) !== input.signed.publicKey) return refusal(input.signed)
      const isInTime =
        at >= device.joinedAt - signedAtGraceMs && at <= context.now + signedAtGraceMs
      if (!isInTime) return refuse('signed_out_of_time', { at })
      return plain.decide(state, input, context)
    },
  })
}
