import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { Decided } from './decided.tsx'
import { Desk } from './desk.tsx'
import { EndedReading } from './ended-reading.tsx'
import { openReading } from './open-reading.ts'
import { isLeftBehind } from './queue.ts'

/** One reading: the desk while it is open, the finding once it is finished, the notes where it ended before. */
export function ReadingScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const rows = useRows('review', { review: params['review'] ?? '' })
  if (rows === undefined) return <LoadingLine label={words.frame.loading} />
  const { review, claim, micro } = rows
  const isLeft = review?.body.state === 'reading' && isLeftBehind(claim)
  if (review !== undefined && (isLeft || review.body.state === 'returned'))
    return <EndedReading review={review} micro={micro?.body} />
  const reading = openReading(rows)
  if (reading === undefined) {
    return (
      <Screen title={words.review.title}>
        <p>{words.review.gone}</p>
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
