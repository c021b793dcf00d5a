import { useState } from 'react'
import { Button } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ErrorNote } from '../error-note.tsx'
import { FourMarks } from '../four-marks.tsx'
import { Screen } from '../frame.tsx'
import { station } from '../frame.css.ts'
import { LiveRegion } from '../live-region.tsx'
import { CheckMark } from '../mark.tsx'
import { LoadingLine, LongJob } from '../progress.tsx'
import { Slip } from '../slip.tsx'
import { Stations } from '../stations.tsx'
import { lead, quiet, row, small, stack } from '../text.css.ts'

const saves = [
  { at: 'here', said: 'Saved here' },
  { at: 'sending', said: 'Sending, 2 of 5 files' },
  { at: 'record', said: 'In the district record, 10:42' },
  { at: 'needs', said: 'Needs you: answer who can be seen' },
] as const

/** Marks, save words, slips, and what the app says when it waits, fails or has nothing. */
export function TellingPage() {
  const [kept, setKept] = useState(2)
  return (
    <Screen
      title="Telling"
      titled="page"
      marginLabel="Why"
      margin={
        <div className={stack}>
          {saves.map(save => (
            <span key={save.at} className={station}>
              <Stations at={save.at} />
              <span className={small}>{save.said}</span>
            </span>
          ))}
          <p className={`${small} ${quiet}`}>{'A long reason that scrolls. '.repeat(60)}</p>
        </div>
      }
    >
      <LoadingLine label="Loading" />
      <LiveRegion say={`Keeping ${kept} of 5`} />
      <div className={stack}>
        <p className={lead}>312 badges checked here in 4 seconds.</p>
        <p className={row}>
          <CheckMark outcome="pass" label="Signed: holds" />
          <CheckMark outcome="fail" label="Dates: do not hold" age="2 d" />
          <CheckMark outcome="unknown" label="Status: unknown, 41 days" age="41 d" />
        </p>
        <Slip
          title="Wait time"
          shown="Waits after a question, and after the answer."
          facts={['Alder County', 'Nov 20, 2026', 'Renew by Jun 30, 2029']}
        >
          <FourMarks
            marks={[
              {
                id: 'signed',
                outcome: 'pass',
                label: 'Holds',
                name: 'Signed by the issuer',
                why: 'Nothing changed since.',
              },
              { id: 'dates', outcome: 'fail', label: 'Does not hold', name: 'Dates' },
              {
                id: 'status',
                outcome: 'unknown',
                label: 'Unknown',
                name: 'Status unknown',
                why: 'That list is 41 days old; your office accepts 30.',
                age: '41 d',
              },
              { id: 'trust', outcome: 'pass', label: 'Holds', name: 'Issuer known', age: '9 d' },
            ]}
          />
        </Slip>
        <ErrorNote
          said="“Exit tickets” could not be read."
          next="The file changed while it was copied. Choose it again."
          code="Code file_changed"
        >
          <span>
            <Button kind="small" onPress={() => {}}>
              Choose it again
            </Button>
          </span>
        </ErrorNote>
        <ErrorNote
          kind="ask"
          said="Closed unexpectedly."
          next="Everything up to 10:42:07 is here."
        />
        <EmptyState>
          <span>A goal looks like this: plan questions that reveal thinking.</span>
          <Button onPress={() => {}}>New goal</Button>
        </EmptyState>
        <LongJob
          said={`Keeping ${kept} of 5, 41 MB`}
          done={kept}
          all={5}
          cancel={{ label: 'Cancel', onPress: () => setKept(0) }}
        />
      </div>
    </Screen>
  )
}
