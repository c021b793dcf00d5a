/** A claim that Maya is writing: answers by prompt, pieces of evidence by slot (keys of `demoEvidence`). */
export interface DemoClaim {
  /** Code of the micro-credential. */
  readonly microCredential: string
  readonly answers: Readonly<Record<string, string>>
  readonly filled: Readonly<Record<string, readonly string[]>>
}

/** Half written: the first answer is done, the second stops where she was called away, two slots are filled. */
export const demoHalfWritten: DemoClaim = {
  microCredential: 'questions-that-reveal-thinking',
  answers: {
    'class-and-idea':
      'My class has twenty-two fourth graders. Six speak Spanish at home, two of them came to us this year, and four work with our specialist on reading. Most of them like to talk; about five do most of the talking. The lesson is the third of a unit on comparing fractions. In the first two lessons they folded paper strips and named the parts, and nearly everyone could shade two thirds of a strip that I had drawn.\n\nThe idea I wanted them to reach is that two fractions can only be compared when they are parts of the same whole. It sounds obvious, and it is not. When I asked them in September to draw one half and one third, nine drew circles of different size, and three of those said that a third is bigger, because it was, on their page. Others decide by the numbers: three is more than two, so a third must be more than a half. Both ways work often enough to survive, which is why telling them does little. Last year I explained it well, I thought, with two cakes, and a week later the same children compared a slice of a big pizza with a slice of a small one.\n\nSo I wanted them to run into it themselves. A question can do that when the answers in the room contradict each other and everyone can see it on paper. I chose questions that can’t be answered by a rule they already have, and that a child with little English can answer with a drawing. I also wanted to hear from the children who nod, because their strips looked right and I did not know what they thought.',
    'planned-questions':
      'I planned three questions and wrote what I hoped to hear beside each. The first, “How could you show me two thirds another way?”, was there to find out who has learned a picture and who has an idea. A learner who has the idea changes the shape and keeps the parts equal. A learner who has part of it draws three pieces and shades two, without minding their size. The second, “Could a third ever be bigger than a half?”, is the one I care about. I expected three answers: no, never, because',
  },
  filled: {
    'question-plan': ['lesson-plan'],
    dialogue: ['group-notes'],
    'what-they-showed': [],
  },
}

/** Complete: what she would send for the small one. For the tour, and for tests that need real words. */
export const demoReadyToSend: DemoClaim = {
  microCredential: 'exit-ticket',
  answers: {
    'ticket-question':
      'I asked: “Draw one half and one third so that I can see which is more.” It checks whether they draw both from the same whole. A learner who understands draws two equal bars, one under the other. One who half understands draws two circles of different size, shades the right number of parts in each, and may say that a third is more.',
    'what-changed':
      'Nine tickets had wholes of different size, so Thursday began with two of those drawings on the board and the question what has to be the same. The four without a picture worked with paper strips and me. Most redrew their ticket with equal bars. Two still compared by the numbers; I will ask them with food that they can cut.',
  },
  filled: { 'sorted-tickets': ['tickets'] },
}
