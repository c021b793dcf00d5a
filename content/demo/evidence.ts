/** A piece of Maya's evidence. Files lie in `files/`; they are made, no child or adult is shown in them. */
export interface DemoEvidence {
  readonly key: string
  readonly kind: 'file' | 'reflection'
  /** Name of a file in `files/`. */
  readonly file?: string
  readonly title: string
  /** What it shows, in her words. */
  readonly note: string
  readonly text?: string
  readonly happenedDaysAgo: number
  readonly shown: 'nobody' | 'me' | 'students' | 'adults' | 'unsure'
  readonly released: boolean
  readonly goals: readonly string[]
  /** Codes of the Meritfolio Framework of Teaching Practice. */
  readonly competencies: readonly string[]
}

export const demoEvidence: readonly DemoEvidence[] = [
  {
    key: 'lesson-plan',
    kind: 'file',
    file: 'comparing-fractions-lesson-plan.pdf',
    title: 'Comparing fractions, lesson plan',
    note: 'The plan I taught from. The three questions are on page 2, with the answers I expected.',
    happenedDaysAgo: 7,
    shown: 'nobody',
    released: false,
    goals: ['questions'],
    competencies: ['TD.2'],
  },
  {
    key: 'group-notes',
    kind: 'file',
    file: 'small-group-transcript.docx',
    title: 'Small group on the number line, transcript',
    note: 'Six and a half minutes, typed from my recording. The second follow-up is the moment I would show.',
    happenedDaysAgo: 6,
    shown: 'students',
    released: true,
    goals: ['questions'],
    competencies: ['TD.2', 'TD.3'],
  },
  {
    key: 'board',
    kind: 'file',
    file: 'board-thirds-and-halves.jpg',
    title: 'Board after the talk about thirds and halves',
    note: 'Two drawings of one third. The class found out why they can’t be compared.',
    happenedDaysAgo: 6,
    shown: 'students',
    released: true,
    goals: ['questions', 'change-thursday'],
    competencies: ['TD.2', 'CB.3'],
  },
  {
    key: 'tickets',
    kind: 'file',
    file: 'exit-tickets-sorted.png',
    title: 'Exit tickets, sorted',
    note: 'Three piles: same whole 9, different wholes 9, no picture 4. Names are cut off.',
    happenedDaysAgo: 2,
    shown: 'students',
    released: true,
    goals: ['change-thursday'],
    competencies: ['AF.1'],
  },
  {
    key: 'number-line-film',
    kind: 'file',
    file: 'number-line.mp4',
    title: 'Number line, step by step',
    note: 'The drawing I made while they told me where two thirds goes. Only the board, no voices.',
    happenedDaysAgo: 6,
    shown: 'nobody',
    released: false,
    goals: ['questions'],
    competencies: ['TD.1'],
  },
  {
    key: 'memo',
    kind: 'file',
    file: 'memo-after-lesson.m4a',
    title: 'Voice memo after the lesson',
    note: 'Half a minute from the parking lot: what to do on Thursday.',
    happenedDaysAgo: 2,
    shown: 'me',
    released: false,
    goals: ['change-thursday'],
    competencies: ['AF.1', 'GP.1'],
  },
  {
    key: 'listening-log',
    kind: 'file',
    file: 'listening-log.md',
    title: 'Listening log',
    note: 'Every question of ten minutes, with the seconds I waited.',
    happenedDaysAgo: 20,
    shown: 'nobody',
    released: false,
    goals: ['questions'],
    competencies: ['TD.3'],
  },
  {
    key: 'room-12',
    kind: 'reflection',
    title: 'After visiting room 12',
    note: 'What I want to borrow.',
    text: 'She never says “right”. She writes what they say on the board, wrong or not, and asks who could make it clearer. It takes longer than I expected, and nobody seemed to mind. The question I asked her: how do you stop? She said that she stops when the board is good enough to photograph.',
    happenedDaysAgo: 20,
    shown: 'adults',
    released: true,
    goals: ['visits'],
    competencies: ['GP.2', 'TD.4'],
  },
]
