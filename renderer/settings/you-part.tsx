import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { measure, quiet } from '../design/text.css.ts'
import * as look from './settings.css.ts'

/** Who this computer takes its person for, and who keeps that. */
export function YouPart() {
  const words = useWords()
  const said = words.settings.you
  const { person, roles, mode } = useSession()
  return (
    <>
      <dl className={look.facts}>
        <dt>{said.name}</dt>
        <dd>{person?.name}</dd>
        <dt>{said.place}</dt>
        <dd>{person === undefined || person.place === '' ? said.noPlace : person.place}</dd>
        <dt>{said.roles}</dt>
        <dd>{words.say.list(roles.map(role => said.role[role]))}</dd>
      </dl>
      <p className={`${quiet} ${measure}`}>
        {said.kept[mode === 'joined' || mode === 'demo' ? mode : 'alone']}
      </p>
    </>
  )
}
