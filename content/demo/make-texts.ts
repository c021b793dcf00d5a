// The words of the demo's evidence. Part of make-files.ts.

interface Page {
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

export const lessonPlan: readonly Page[] = [
  {
    title: 'Comparing fractions: the same whole',
    sections: [
      {
        heading: 'Where we are',
        lines: [
          'Grade 4, lesson 3 of 8, 55 minutes. Lessons 1 and 2: folding paper strips into equal parts, naming the parts, shading fractions of a strip that is given.',
        ],
      },
      {
        heading: 'Goal',
        lines: [
          'Learners compare two fractions by drawing both from the same whole, and say why the whole has to be the same.',
          'Shown to learners: two drawings of one half and one third. In one the bars are equally long, in the other they are not. Which drawing can be trusted, and why?',
        ],
      },
      {
        heading: 'What I expect to meet',
        lines: [
          '“A third is more, because three is more than two.” Whole-number thinking, in about a third of the room in September.',
          '“It depends on how you draw it.” True, and not yet a reason. These learners draw wholes of different size and trust the picture.',
          'Nodding. Five or six learners shade correctly when I give the strip. I do not know what they would draw alone.',
        ],
      },
      {
        heading: 'Getting in',
        lines: [
          'Answers may be drawn, folded, said to a partner in English or Spanish, or written. Word cards with pictures: whole / entero, part / parte, equal / igual.',
          'Strips in two lengths lie on every table, so that nobody has to ask for them.',
        ],
      },
    ],
  },
  {
    title: 'Questions, and what I hope to hear',
    sections: [
      {
        heading: '1. How could you show me two thirds another way?',
        lines: [
          'Has the idea: changes the shape or the direction, keeps three equal parts.',
          'Has part of it: three pieces, two shaded, sizes differ. Follow-up: “Which of your pieces would you rather have, if it were bread?”',
          'Has a picture only: draws the same circle again. Follow-up: “What must stay the same so that it is still two thirds?”',
        ],
      },
      {
        heading: '2. Could a third ever be bigger than a half?',
        lines: [
          'No, never, because three pieces are smaller. True for one whole; does not see the condition.',
          'Yes, my third is bigger, look. Sees the picture. Follow-up: “What would have to be the same, so that we could compare them?”',
          'Only if it is a third of something bigger. Has it. Follow-up: “Can you draw it so that nobody is fooled?”',
          'Two minutes with a partner first. Then count to four before taking an answer. Begin with a pair that has not spoken today.',
        ],
      },
      {
        heading: '3. Where does two thirds go on this line?',
        lines: [
          'Line from 0 to 1, no marks. Learners place a finger, then say how they know.',
          'Expected: in the middle of 2 and 3 (reads numbers); near 1 (more than half, good sense); folds the line in three. Follow-up for all: “How do you know it is not there?”',
        ],
      },
    ],
  },
  {
    title: 'Sequence',
    sections: [
      {
        heading: '0 to 10 minutes',
        lines: [
          'Two drawings on the board from Wednesday’s tickets, copied by me, without names. What is the same, what is different? Write first, then partner, then all.',
        ],
      },
      {
        heading: '10 to 30 minutes',
        lines: [
          'Question 2. Pairs draw. I look for a pair with equal wholes and one with different wholes and put both up. Nobody is told who is right.',
        ],
      },
      {
        heading: '30 to 45 minutes',
        lines: [
          'Small group at the line with question 3, recorded with those who have a release. Others: three comparisons, at least one drawn so that it fools people, and one that does not.',
        ],
      },
      {
        heading: '45 to 55 minutes',
        lines: [
          'Exit ticket: “Draw one half and one third so that I can see which is more.”',
          'Piles tonight: same whole / different wholes / no picture. Thursday depends on the second pile.',
        ],
      },
      {
        heading: 'If it goes wrong',
        lines: [
          'If nobody disagrees: “My sister says her third of a pizza was bigger than my half. Is she lying?”',
        ],
      },
    ],
  },
]

export const transcript = {
  title: 'Small group on the number line',
  intro: [
    'Typed from six and a half minutes of sound, nothing left out. T is me, S-04, S-11 and S-19 are learners; releases are held for all three. Seconds of silence in brackets where they were three or more.',
  ],
  turns: [
    [
      '0:00',
      'T',
      'Here is a line. This end is zero, this end is one. Put your finger where you think two thirds goes. Don’t say anything yet.',
    ],
    ['0:21', 'T', 'All three of you are in different places. (4 seconds)'],
    ['0:26', 'S-11', 'Mine is in the middle. Between two and three is the middle.'],
    [
      '0:33',
      'T',
      'You looked at the two and the three. What would this spot, the middle, be called?',
    ],
    [
      '0:41',
      'S-11',
      'The half. (5 seconds) So it is not two thirds. Two thirds is more than half?',
    ],
    ['0:55', 'T', 'You put a question mark behind it. How could we find out?'],
    ['1:02', 'S-04', 'Make thirds. But you have to make them the same.'],
    ['1:07', 'T', 'Say more about the same.'],
    ['1:10', 'S-04', 'The pieces. I made mine bigger at the end because there was room left.'],
    ['1:18', 'S-19', 'Then it’s not thirds. It’s just three.'],
    ['1:22', 'T', 'Not thirds, just three. (3 seconds) S-04, what do you think about that?'],
    ['1:31', 'S-04', 'She is right. I would fold it first.'],
    ['1:36', 'T', 'Try it. How do you know that it isn’t here, where your finger was?'],
    [
      '2:14',
      'S-04',
      'Because now they are all the same, and two of them end here. Before, I stopped too early.',
    ],
    ['2:22', 'T', 'And could a third ever be bigger than a half?'],
    ['2:27', 'S-19', 'No. (4 seconds) Wait. Of what?'],
    ['2:34', 'T', 'Of what. Ask the others that.'],
    ['2:37', 'S-19', 'A third of what?'],
    ['2:40', 'S-11', 'Of a bus. And a half of a, un chicle, of gum.'],
    ['2:46', 'S-04', 'Then yes, but it’s not fair. It has to be the same thing.'],
    ['2:53', 'T', 'Which of our drawings from yesterday is the bus and the gum?'],
    ['2:59', 'S-11', 'That one. The short one and the long one. (6 seconds) It is mine.'],
    [
      '3:11',
      'T',
      'It is the drawing that made us ask. What would you change in it, and what would you keep?',
    ],
    ['3:20', 'S-11', 'Keep the parts, they are good. Make the half as long as the other one.'],
    ['3:29', 'S-19', 'Or cut the long one. It doesn’t matter which.'],
    ['3:35', 'T', 'S-19 says it doesn’t matter which. Does it? (4 seconds)'],
    [
      '3:43',
      'S-04',
      'No. If you make one shorter the third gets smaller too. But the half is still more.',
    ],
    ['3:54', 'T', 'Draw that, each in your own way. You have two minutes, and you may talk.'],
    ['5:58', 'T', 'S-11, you have turned your bars upright.'],
    ['6:02', 'S-11', 'Sí, so they start on the floor. Then you only look at the top.'],
    ['6:10', 'S-19', 'Can I change mine? I started in the middle.'],
    ['6:15', 'T', 'Why would you?'],
    ['6:17', 'S-19', 'Because nobody can see which is more if they don’t start at the same place.'],
    ['6:26', 'T', 'Take her floor to the whole group, the two of you. Four minutes.'],
  ] as const,
  after: [
    'At 0:33 I used her two and three instead of saying “not quite”. She corrected herself.',
    'At 2:27 I would have explained, last year. Four seconds were enough for “Of what?”, which is the whole lesson in two words.',
    'At 1:22 I gave S-04 an opinion about her work before she had looked at it herself. I would ask her first next time.',
  ],
}

export const listeningLog = `# Listening log

Ten minutes, whole class, before I planned any pauses. One line for each of my questions.

| Time | My question                       | Silence | Who answered               | Did I use the answer? |
| ---- | --------------------------------- | ------- | -------------------------- | --------------------- |
| 0:40 | What did we do yesterday?         | 1 s     | volunteer                  | no                    |
| 1:15 | What is the bottom number called? | 1 s     | volunteer                  | no                    |
| 2:02 | Why do we need equal parts?       | 1 s     | I did                      | -                     |
| 3:30 | Is this a third?                  | 0 s     | everyone, "yes"            | no                    |
| 4:10 | How do you know?                  | 2 s     | same volunteer             | a little              |
| 5:25 | Who did it differently?           | 1 s     | nobody, then I did         | -                     |
| 6:40 | Could it be bigger than a half?   | 1 s     | I did                      | -                     |
| 8:05 | What would you change?            | 4 s     | S-11, first time this week | yes                   |
| 9:20 | Any questions?                    | 1 s     | nobody                     | -                     |

Nine questions, average silence 1.3 seconds, three of them answered by me. The only long silence brought the only new
voice. Next: write the pause into the plan.
`

export const memo = `Wednesday, ten past three. Nine of twenty two drew the thirds and the halves from different wholes. I had expected three.
So tomorrow starts with two of those drawings, copied by me, without names. I will ask what has to be the same before we can compare.
The four without a picture get paper strips and sit with me. Everyone else makes a drawing that fools people.
And I want to wait. Four seconds. It felt long today, and it was the best part.
`
