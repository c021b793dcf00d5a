import type { Claim } from '../../core/claim/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { TextLink } from '../design/link.tsx'
import { Slip } from '../design/slip.tsx'
import { heading, quiet, small } from '../design/text.css.ts'
import { criteriaMet } from '../hold-badges/criteria-met.ts'
import * as look from './issue.css.ts'

interface Previewing {
  readonly claim: Row<Claim>
  readonly micro: MicroCredential | undefined
  nameOf(person: string | undefined): string
  onSetAside(): void
}

/** A badge as it will be, and what was found, before anyone puts a name under it. */
export function Paper({ claim: { id, body: claim }, micro, nameOf, onSetAside }: Previewing) {
  const words = useWords()
  const { district } = useSession()
  return (
    <div className={look.paper}>
      <h2 className={heading}>{words.issue.paper}</h2>
      <Slip
        title={claim.title}
        shown={micro?.competency ?? ''}
        facts={[
          words.badges.holder({ name: nameOf(claim.owner) }),
          ...(district === undefined ? [] : [words.badges.issuer({ name: district.name })]),
        ]}
      />
      <p className={`${small} ${quiet}`}>{words.issue.willSay}</p>
      {micro === undefined ? null : (
        <section>
          <h3>{words.issue.criteria}</h3>
          <ul className={small}>
            {criteriaMet(claim, micro).map(({ criterion, level }) => (
              <li key={criterion.id} className={look.found}>
                {criterion.text}
                <br />
                <strong>{words.badges.met({ level })}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <TextLink to={`/claims/${id}`}>{words.claims.read.open}</TextLink>
      </p>
      <p className={`${small} ${quiet}`}>{words.issue.aside.offer}</p>
      <p>
        <Button kind="small" onPress={onSetAside}>
          {words.issue.aside.do}
        </Button>
      </p>
    </div>
  )
}
