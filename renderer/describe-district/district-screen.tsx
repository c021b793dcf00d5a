import { mayDescribe } from '../../core/person/rights.ts'
import { NotForYou } from '../app/not-for-you.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { lead, measure, row, section } from '../design/text.css.ts'
import { DaysOff } from './days-off.tsx'
import { NameAndZone } from './name-and-zone.tsx'

/** What the district is called and which days don't count, for its administrators. */
export function DistrictScreen() {
  const words = useWords()
  const said = words.aboutDistrict
  const { holding, district } = useSession()
  if (!mayDescribe(holding) || district === undefined) return <NotForYou said={said} />
  return (
    <Screen title={said.title}>
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      <NameAndZone />
      <DaysOff />
      <p className={`${section} ${row}`}>
        <TextLink to="/people">{words.people.title}</TextLink>
        <TextLink to="/health">{words.health.title}</TextLink>
      </p>
    </Screen>
  )
}
