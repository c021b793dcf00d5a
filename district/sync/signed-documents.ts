import { submitClaim } from '../../core/claim/submit.ts'
import type { AnyCommand, Command, Decision } from '../../core/kit/command.ts'
import { command, refuse } from '../../core/kit/command.ts'
import type { Signed } from '../../core/kit/signed.ts'
import { finishReview } from '../../core/review/finish.ts'
import type { Commands } from '../../db/engine/commands.ts'
import type { Mutation } from '../../db/wire.ts'
import type { Device } from '../person/devices.ts'

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
 * device of the person who sends it. A device can't check that for itself, so the rule stands here, where the keys are.
 */
export function withSigners(commands: Commands, devices: ReadonlyMap<string, Device>): Commands {
  const table = new Map<string, AnyCommand>(commands)
  const guarded = [
    signedOnly(submitClaim, devices, by => refuse('manifest_signature', { device: by.device })),
    signedOnly(finishReview, devices, by => refuse('ratings_signature', { device: by.device })),
  ]
  for (const one of guarded) table.set(one.name, one)
  return table
}

function signedOnly<I extends { readonly signed: Signed }, S>(
  plain: Command<I, S>,
  devices: ReadonlyMap<string, Device>,
  refusal: (by: Signed) => Decision,
): AnyCommand {
  return command<I, S>({
    ...plain,
    decide(state, input, context) {
      const device = devices.get(input.signed.device)
      const isTheirs = device?.person === context.actor.person && device.revokedAt === undefined
      const registered = Buffer.from(device?.publicKey ?? '', 'base64url').toString('hex')
      if (!isTheirs || registered !== input.signed.publicKey) return refusal(input.signed)
      return plain.decide(state, input, context)
    },
  })
}
