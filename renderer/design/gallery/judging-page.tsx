import { useState } from 'react'
import { AnchorMark, AnchorPin } from '../anchor.tsx'
import { Button } from '../button.tsx'
import { Screen } from '../frame.tsx'
import { Ladder } from '../ladder.tsx'
import { TextLink } from '../link.tsx'
import { Tabs } from '../tabs.tsx'
import { faint, heading, quiet, ruled, small, voice, voiceSmall } from '../text.css.ts'

const levels = [
  { rank: 0, name: 'Not met', descriptor: 'The reply says right or wrong, or moves on.' },
  {
    rank: 1,
    name: 'Progressing',
    descriptor: 'Asks for more, in words any answer could have had.',
  },
  {
    rank: 2,
    name: 'Demonstrated',
    descriptor:
      'Uses what this student said, and the student then explains, corrects or extends it.',
  },
]

/** Evidence left of the rule, judgement right of it. */
export function JudgingPage() {
  const [chosen, setChosen] = useState<number>()
  const [tab, setTab] = useState('tickets')
  return (
    <Screen
      title="Claim 7K2F, Formative questioning"
      layout="review"
      back={
        <TextLink to="/claim" className={small}>
          To review
        </TextLink>
      }
      beside={<span className={`${small} ${quiet}`}>First reading of two.</span>}
      actions={
        <Button kind="primary" keys="Ctrl Enter" onPress={() => {}}>
          Finish reading
        </Button>
      }
      marginLabel="Rubric"
      marginCount="1 of 5 rated"
      margin={
        <>
          <p className={`${small} ${faint}`}>Criterion 2 of 5</p>
          <h2 className={heading}>The follow-up builds on the student’s own answer</h2>
          <Ladder
            label="2 of 5, the follow-up builds on the student’s own answer, passing is Demonstrated"
            name="c2"
            levels={levels}
            passRank={2}
            passingSaid="Passing starts here"
            chosen={chosen}
            onChoose={setChosen}
          />
          <ul className={ruled}>
            <li>
              <AnchorMark onPress={() => {}}>1 · p. 3</AnchorMark>
              <p className={voiceSmall}>Takes “bigger pieces” seriously.</p>
            </li>
          </ul>
        </>
      }
    >
      <div>
        <Tabs
          label="Evidence in this claim"
          tabs={[
            { id: 'overview', label: 'Overview' },
            { id: 'tickets', label: 'Exit tickets' },
          ]}
          current={tab}
          onChoose={setTab}
          panel="shown"
        />
        <div id="shown" role="tabpanel" aria-label={tab}>
          <p className={voice}>
            <mark>Say more about the same end. Why does it matter?</mark>
            <AnchorPin n={2} />
          </p>
        </div>
      </div>
    </Screen>
  )
}
