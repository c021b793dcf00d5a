import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { useWords } from './words.tsx'

/** An address that leads nowhere, or to something that isn't this person's. */
export function Gone() {
  const words = useWords()
  return (
    <Screen title={words.frame.gone}>
      <TextLink to="/today">{words.frame.back}</TextLink>
    </Screen>
  )
}
