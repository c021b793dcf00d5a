import type { DemoPerson } from './people.ts'

/** A goal of the demo. Days are counted from the day the demo is made, so that it is never out of date. */
export interface DemoGoal {
  readonly key: string
  readonly owner: DemoPerson['key']
  readonly layer: 'district' | 'school' | 'team' | 'personal'
  readonly title: string
  readonly why: string
  /** Codes of the Meritfolio Framework of Teaching Practice. */
  readonly competencies: readonly string[]
  readonly serves: readonly string[]
  readonly nowLevel?: string
  readonly aimLevel?: string
  readonly dueInDays?: number
  readonly addedDaysAgo: number
}

export interface DemoActivity {
  readonly goal: string
  readonly title: string
  readonly dueInDays?: number
  readonly doneDaysAgo?: number
}

export interface DemoCheckIn {
  readonly goal: string
  readonly daysAgo: number
  readonly tried: string
  readonly saw: string
  readonly next: string
}

/** Goals of district, school and team are published; the personal ones are Maya's alone. */
export const demoGoals: readonly DemoGoal[] = [
  {
    key: 'heard',
    owner: 'desmond',
    layer: 'district',
    title: 'Every reader and every reasoner is heard by grade 5',
    why: 'In last spring’s visits most talk in mathematics came from five learners a room. We can’t help thinking that we do not hear.',
    competencies: ['TD.4', 'KL.3'],
    serves: [],
    dueInDays: 550,
    addedDaysAgo: 120,
  },
  {
    key: 'adults-learn',
    owner: 'desmond',
    layer: 'district',
    title: 'Adults learn during the working week',
    why: 'Teachers told us that learning happens after five o’clock or not at all. It belongs in the week, with time and a colleague.',
    competencies: ['GP.2'],
    serves: [],
    dueInDays: 550,
    addedDaysAgo: 120,
  },
  {
    key: 'talk-daily',
    owner: 'desmond',
    layer: 'school',
    title: 'Linden: talk about ideas in every lesson, every day',
    why: 'Five minutes that everyone takes part in are worth more than one long discussion a month.',
    competencies: ['TD.2', 'TD.4'],
    serves: ['heard'],
    dueInDays: 200,
    addedDaysAgo: 100,
  },
  {
    key: 'check-daily',
    owner: 'desmond',
    layer: 'school',
    title: 'Linden: check understanding daily and use it the next day',
    why: 'We collect a great deal and change little because of it.',
    competencies: ['AF.1'],
    serves: ['heard'],
    dueInDays: 200,
    addedDaysAgo: 100,
  },
  {
    key: 'friday-tickets',
    owner: 'jonah',
    layer: 'team',
    title: 'Grade 4: read one set of exit tickets together each Friday',
    why: 'Thirty minutes, four teachers, one class’s tickets. We sort them before anyone explains.',
    competencies: ['AF.1', 'GP.2'],
    serves: ['check-daily', 'adults-learn'],
    dueInDays: 180,
    addedDaysAgo: 80,
  },
  {
    key: 'questions',
    owner: 'maya',
    layer: 'personal',
    title: 'Plan questions that reveal thinking',
    why: 'I ask a lot and find out little. When I listened to my own recording I had answered three of nine questions myself.',
    competencies: ['TD.2', 'TD.3'],
    serves: ['talk-daily'],
    nowLevel: 'Developing',
    aimLevel: 'Accomplished',
    dueInDays: 170,
    addedDaysAgo: 75,
  },
  {
    key: 'change-thursday',
    owner: 'maya',
    layer: 'personal',
    title: 'Change Thursday because of Wednesday',
    why: 'My tickets go into a folder. I want at least one thing each week to be different because of them.',
    competencies: ['AF.1'],
    serves: ['check-daily', 'friday-tickets'],
    nowLevel: 'Developing',
    aimLevel: 'Accomplished',
    dueInDays: 120,
    addedDaysAgo: 75,
  },
  {
    key: 'visits',
    owner: 'maya',
    layer: 'personal',
    title: 'Watch three colleagues, ask one question each',
    why: 'I have never seen anyone else teach fractions.',
    competencies: ['GP.2'],
    serves: ['adults-learn'],
    nowLevel: 'Beginning',
    aimLevel: 'Developing',
    dueInDays: 150,
    addedDaysAgo: 60,
  },
]

/** What Maya does for her goals. */
export const demoActivities: readonly DemoActivity[] = [
  {
    goal: 'questions',
    title: 'Write three questions before each lesson on fractions',
    doneDaysAgo: 12,
  },
  {
    goal: 'questions',
    title: 'Record one small group and listen to it with Jonah',
    doneDaysAgo: 6,
  },
  { goal: 'questions', title: 'Send “Questions that reveal thinking”', dueInDays: 14 },
  { goal: 'questions', title: 'Jonah visits and looks for follow-ups', dueInDays: 10 },
  { goal: 'change-thursday', title: 'Sort Wednesday’s tickets before going home', doneDaysAgo: 2 },
  { goal: 'change-thursday', title: 'Send “An exit ticket that changes tomorrow”', dueInDays: 5 },
  { goal: 'visits', title: 'Visit room 12 during number talks', doneDaysAgo: 20 },
  { goal: 'visits', title: 'Visit Mill Creek, grade 5', dueInDays: 30 },
]

/** Newest last. A week without one is a week without one. */
export const demoCheckIns: readonly DemoCheckIn[] = [
  {
    goal: 'questions',
    daysAgo: 27,
    tried: 'Recorded myself for the first time, ten minutes of small group.',
    saw: 'Hard to listen to. I wait about one second, then I rephrase.',
    next: 'Write the pause into the plan, next to the question.',
  },
  {
    goal: 'questions',
    daysAgo: 20,
    tried: 'Wrote “count to four” beside two questions.',
    saw: 'I answered my own question twice all the same. Once I held out, and S-11 spoke, who rarely does.',
    next: 'Partner talk first, so that the silence has a purpose.',
  },
  {
    goal: 'change-thursday',
    daysAgo: 13,
    tried: 'Sorted tickets into three piles at 3:15, eleven minutes.',
    saw: 'Nine of twenty-two drew thirds of different size. I had thought three.',
    next: 'Start tomorrow with two of those drawings, without names.',
  },
  {
    goal: 'questions',
    daysAgo: 6,
    tried: 'Three questions, one of them new: “Could a third ever be bigger than a half?”',
    saw: 'The new one split the room, and they argued with drawings. S-04 found the mistake in her own.',
    next: 'Keep that question, and ask it before the definition next time.',
  },
]
