import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may } from '../kit/loads.ts'
import { mayDescribe } from '../person/rights.ts'
import { microCredentialSchema, MicroCredentialRecord } from './record.ts'

/** Puts a version into the catalogue. A version that is there stays as it is: it is immutable. */
export const publishMicroCredential = command({
  name: 'micro-credential.publish',
  where: 'district',
  input: z.object({ id: idInput, microCredential: microCredentialSchema }),
  needs: q => q.first(i => ({ there: may(MicroCredentialRecord, i.id) })),
  right: actor => mayDescribe(actor),
  decide: (s, i) => ({
    changes: s.there === undefined ? [create(MicroCredentialRecord, i.id, i.microCredential)] : [],
  }),
})
