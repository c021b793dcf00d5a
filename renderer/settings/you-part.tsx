import { holdingSaid } from '../app/holding-said.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { measure, quiet } from '../design/text.css.ts'
import * as look from './settings.css.ts'

/** Who this computer takes its person for, and who keeps that. */
export function YouPart() {
  const words = useWords()
  const said = words.settings.you
  const { person, holding, mode } = useSession()
  const units = useRows('units', {})?.units ?? []
  return (
    <>
      <dl className={look.facts}>
        <dt>{said.name}</dt>
        <dd>{person?.name}</dd>
        <dt>{said.place}</dt>
        <dd>{person === undefined || person.place === '' ? said.noPlace : person.place}</dd>
        <dt>{said.roles}</dt>
        <dd>{holdingSaid(words, holding, units)}</dd>
      </dl>
      <p className={`${quiet} ${measure}`}>
        {said.kept[mode === 'joined' || mode === 'demo' ? mode : 'alone']}
      </p>
    </>
  )
}
