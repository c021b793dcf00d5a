import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { useSession } from './session.tsx'
import { useWords } from './words.tsx'

interface Place {
  readonly title: string
  readonly needsDistrict: string
  readonly notYours: string
}

/** A place of the district's that is not this person's: why, and where they go on. */
export function NotForYou({ said }: { readonly said: Place }) {
  const words = useWords()
  const isAlone = useSession().district === undefined
  return (
    <Screen title={said.title}>
      <ErrorNote kind="ask" said={isAlone ? said.needsDistrict : said.notYours} next="">
        <TextLink to={isAlone ? '/settings/district' : '/today'}>
          {isAlone ? words.settings.district.joinTitle : words.frame.back}
        </TextLink>
      </ErrorNote>
    </Screen>
  )
}
