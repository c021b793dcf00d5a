import { useState } from 'react'
import { AnchorMark } from '../anchor.tsx'
import { Answer } from '../answer.tsx'
import { Button } from '../button.tsx'
import { Screen } from '../frame.tsx'
import { TextLink } from '../link.tsx'
import { Problem, ProblemGroup } from '../problem.tsx'
import { faint, heading, quiet, ruled, small, statement, wave } from '../text.css.ts'
import { WordGauge } from '../word-gauge.tsx'

const begun =
  'I had planned three questions about thirds and wrote what I hoped to hear beside each. The second, “How could you show me two thirds another way?”, was there to find out who had learned a picture rather than an idea. Maya drew the same circle twice.'
const countOf = (text: string) => text.split(/\s+/).filter(word => word !== '').length
const marksIn = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(/Maya/g)].map(found => [found.index, found.index + 4])

/** Writing: the answer, its gauge, problems in the margin. */
export function ClaimPage() {
  const [text, setText] = useState(begun)
  const [note, setNote] = useState('Asked “how do you know?” before saying right or wrong.')
  const words = countOf(text)
  return (
    <Screen
      title="Formative questioning"
      beside={<span className={`${small} ${faint}`}>version 3, first attempt</span>}
      actions={
        <Button kind="primary" keys="Ctrl Enter" onPress={() => {}}>
          Send claim
        </Button>
      }
      marginLabel="Before you send"
      marginCount="2 to fix"
      margin={
        <>
          <p className={heading}>2 to fix before you send</p>
          <p className={`${small} ${quiet}`}>Checked on this computer, as you type.</p>
          <ProblemGroup>To fix</ProblemGroup>
          <ul>
            <Problem
              severity="fix"
              what="A name on page 2"
              where="Exit tickets, week 12."
              mark="P2"
            >
              <Button kind="small" onPress={() => {}}>
                Mask it
              </Button>
              <Button kind="small" onPress={() => {}}>
                Not a name
              </Button>
            </Problem>
            <Problem
              severity="fix"
              what="31 words to go"
              where="Reflection, question 1: 219 of 250 to 300."
              mark="W1"
            >
              <Button kind="small" onPress={() => {}}>
                Go there
              </Button>
            </Problem>
          </ul>
          <ProblemGroup>Worth a look</ProblemGroup>
          <ul>
            <Problem
              severity="look"
              what="No captions for 0:00 to 2:14"
              where="A coach may not be able to hear it."
              mark="A1"
            />
          </ul>
        </>
      }
    >
      <p className={`${small} ${faint}`}>Part 1, question 2 of 2</p>
      <h2 className={statement}>
        Which questions did you plan, and what did you expect each to reveal?
      </h2>
      <section>
        <Answer
          id="answer"
          text={text}
          onText={setText}
          label="Your answer"
          describedBy="words"
          marks={marksIn(text)}
        />
        <WordGauge
          id="words"
          words={words}
          min={40}
          max={60}
          said={`${words} words, asked for 40 to 60`}
        />
      </section>
      <WordGauge words={20} min={40} max={60} said="20 words, asked for 40 to 60" />
      <WordGauge words={66} min={40} max={60} said="6 words over; they won’t be read" />
      <h2>Student work that shows the answers</h2>
      <ul className={ruled}>
        <li>
          <span className={wave}>Exit tickets, week 12</span> <small>PDF, 14 pages</small>{' '}
          <AnchorMark onPress={() => {}}>p. 3</AnchorMark> <AnchorMark>p. 7–8</AnchorMark>{' '}
          <TextLink to="/asking">Open</TextLink>
        </li>
      </ul>
      <Answer kind="lined" text={note} onText={setNote} label="What did you try?" />
      <Answer kind="title" text="A title" onText={() => {}} label="Title" />
    </Screen>
  )
}
