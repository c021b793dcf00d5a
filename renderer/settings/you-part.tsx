import { mayManage } from '../../core/person/rights.ts'
import { holdingSaid } from '../app/holding-said.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import { measure, quiet } from '../design/text.css.ts'
import { OwnName } from './own-name.tsx'
import * as look from './settings.css.ts'

/** Who this computer takes its person for, and who keeps that. */
export function YouPart() {
  const words = useWords()
  const said = words.settings.you
  const { person, holding, mode } = useSession()
  const { units = [], people = [] } = useRows('people', {}) ?? {}
  const entry = people.find(row => row.id === person?.id)
  const mayRename = entry !== undefined && mayManage(holding, entry.body, units)
  return (
    <>
      {mode === 'alone' ? <OwnName /> : null}
      <dl className={look.facts}>
        {mode === 'alone' ? null : (
          <>
            <dt>{said.name}</dt>
            <dd>{person?.name}</dd>
          </>
        )}
        <dt>{said.place}</dt>
        <dd>{person === undefined || person.place === '' ? said.noPlace : person.place}</dd>
        <dt>{said.roles}</dt>
        <dd>{holdingSaid(words, holding, units)}</dd>
      </dl>
      <p className={`${quiet} ${measure}`}>
        {mode === 'joined' && mayRename ? (
          <>
            {said.kept.manager} <TextLink to="/people">{words.frame.place.people}</TextLink>
          </>
        ) : (
          said.kept[mode === 'joined' || mode === 'demo' ? mode : 'alone']
        )}
      </p>
    </>
  )
}
