import everyLearnerCanGetIn from './every-learner-can-get-in.json' with { type: 'json' }
import exitTicket from './exit-ticket.json' with { type: 'json' }
import feedbackStudentsActOn from './feedback-students-act-on.json' with { type: 'json' }
import questionsThatRevealThinking from './questions-that-reveal-thinking.json' with { type: 'json' }

/** A published micro-credential: the id of its record, and a body to be parsed like any input. */
export interface PublishedMicroCredential {
  readonly id: string
  readonly body: unknown
}

/**
 * Micro-credentials that ship with the program (CC BY 4.0), the shortest first. An id belongs to one version: who
 * changes a word gives a new version and a new id, because claims and badges point at what was promised.
 */
export const microCredentials: readonly PublishedMicroCredential[] = [
  { id: '34321693-a6ae-4cbd-8d96-1f88b7dafcc7', body: exitTicket },
  { id: '3e6ecab1-87ba-4e65-8ab2-c7d1e4825105', body: questionsThatRevealThinking },
  { id: 'fe042672-f652-48ce-afe4-b69f55f0124b', body: feedbackStudentsActOn },
  { id: 'df47a046-0ac3-4b6b-8581-ee874892ff53', body: everyLearnerCanGetIn },
]
