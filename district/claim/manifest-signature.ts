import { submitClaim } from '../../core/claim/submit.ts'
import type { AnyCommand } from '../../core/kit/command.ts'
import { command, refuse } from '../../core/kit/command.ts'
import type { Commands } from '../../db/engine/commands.ts'
import type { Mutation } from '../../db/wire.ts'
import type { Device } from '../person/devices.ts'
import { isSignatureOf } from '../person/signed.ts'

/** The devices whose keys the submissions of a push name. */
export function manifestDevicesIn(mutations: readonly Mutation[]): readonly string[] {
  const named = mutations
    .filter(mutation => mutation.name === submitClaim.name)
    .flatMap(mutation => {
      const input = submitClaim.input.safeParse(mutation.input)
      return input.success ? [input.data.device] : []
    })
  return [...new Set(named)]
}

/**
 * The commands with one more condition on `claim.submit`: its manifest is signed with the registered key of a device
 * of the person who sends it. A device can't check that for itself, so the rule stands here, where the keys are.
 */
export function withManifestSignature(
  commands: Commands,
  devices: ReadonlyMap<string, Device>,
): Commands {
  const submit = command({
    ...submitClaim,
    decide(state, input, context) {
      const device = devices.get(input.device)
      const isTheirs = device?.person === context.actor.person && device.revokedAt === undefined
      const signature = Buffer.from(input.signature, 'base64url')
      if (!isTheirs || !isSignatureOf(device.publicKey, input.manifest, signature))
        return refuse('manifest_signature', { device: input.device })
      return submitClaim.decide(state, input, context)
    },
  })
  const table = new Map<string, AnyCommand>(commands)
  return table.set(submit.name, submit)
}
