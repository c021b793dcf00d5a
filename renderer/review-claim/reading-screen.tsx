import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { Decided } from './decided.tsx'
import { Desk } from './desk.tsx'
import { openReading } from './open-reading.ts'

/** One reading: the desk while it is open, the finding once it is finished. */
export function ReadingScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const rows = useRows('review', { review: params['review'] ?? '' })
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  const reading = openReading(rows)
  if (reading === undefined || reading.review.body.state === 'returned') {
    return (
      <Screen title={words.review.title}>
        <p>{reading === undefined ? words.review.gone : words.review.returned}</p>
        <p>
          <TextLink to="/review">{words.review.back}</TextLink>
        </p>
      </Screen>
    )
  }
  return reading.review.body.state === 'finalised' ? (
    <Decided reading={reading} />
  ) : (
    <Desk key={reading.review.id} reading={reading} />
  )
}
