import type { Draft } from '../../core/claim/record.ts'
import { Check } from '../design/field.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { useWords } from '../app/words.tsx'
import { Written } from '../app/written.tsx'
import * as look from './claim.css.ts'

interface Giving {
  readonly claim: string
  readonly given: Draft['attestations']
  onGive(set: Draft['attestations']): void
}

/** The four things that only the person can say. */
export function YourWord({ claim, given, onGive }: Giving) {
  const words = useWords().claims.attest
  return (
    <section className={look.question} id="your-word">
      <h2 className={heading}>{words.title}</h2>
      <p className={quiet}>{words.lead}</p>
      <Check checked={given.ready === true} onChecked={ready => onGive({ ready })}>
        {words.ready}
      </Check>
      <Check checked={given.release === true} onChecked={release => onGive({ release })}>
        {words.release}
      </Check>
      <Check checked={given.ownWork === true} onChecked={ownWork => onGive({ ownWork })}>
        {words.ownWork}
      </Check>
      <h3>{words.aiUse}</h3>
      <p className={`${small} ${quiet} ${look.hint}`}>{words.aiHint}</p>
      <Written
        name={`claim.${claim}.ai-use`}
        kind="lined"
        stored={given.aiUse ?? ''}
        label={words.aiUse}
        save={async aiUse => {
          const answer = await door.command('claim.attest', { claim, set: { aiUse } })
          return answer.status === 'refused' ? answer.refusal : 'kept'
        }}
      />
    </section>
  )
}
