import type {
  Criterion,
  MicroCredential,
  Prompt,
  Slot,
} from '../../core/micro-credential/record.ts'

/** A criterion of three levels, passing at the highest. */
export const aCriterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  text: `What ${id} shows`,
  levels: [
    { code: 'N', rank: 0, name: 'Not met', descriptor: 'It is not there.' },
    { code: 'P', rank: 1, name: 'Progressing', descriptor: 'It is partly there.' },
    { code: 'D', rank: 2, name: 'Demonstrated', descriptor: 'It is there.' },
  ],
  passRank: 2,
  ...more,
})

export const aPrompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  text: `Tell about ${id}.`,
  minWords: 3,
  maxWords: 6,
  hard: true,
  ...more,
})

export const aSlot = (id: string, more: Partial<Slot> = {}): Slot => ({
  id,
  label: `Evidence of ${id}`,
  guidance: 'Bring one piece.',
  accept: [],
  minFiles: 1,
  maxFiles: 2,
  requiresRelease: true,
  teamAllowed: false,
  annotationRequired: false,
  ...more,
})

/** A micro-credential with an overview, evidence and a reflection, each with one criterion. */
export function aMicroCredential(more: Partial<MicroCredential> = {}): MicroCredential {
  return {
    code: 'questions',
    version: 1,
    status: 'approved',
    language: 'en',
    title: 'Questions that reveal thinking',
    competency: 'The educator asks questions that show how students think.',
    summary: 'Questions that show more than right or wrong.',
    keyMethod: 'Plan, ask, wait, follow up.',
    methodComponents: [{ id: 'plan', name: 'Plan', text: 'Write the questions beforehand.' }],
    research: [],
    resources: [],
    roles: ['teacher'],
    gradeBands: ['K-12'],
    estimatedHours: { p25: 2, p50: 3, p75: 4 },
    licence: 'CC BY 4.0',
    author: 'Meritfolio',
    alignments: [],
    parts: [
      {
        id: 'overview',
        kind: 'overview',
        title: 'Overview',
        prompts: [aPrompt('context')],
        slots: [],
        criteria: [aCriterion('c1')],
      },
      {
        id: 'evidence',
        kind: 'evidence',
        title: 'Evidence',
        prompts: [],
        slots: [aSlot('work')],
        criteria: [aCriterion('c2')],
      },
      {
        id: 'reflection',
        kind: 'reflection',
        title: 'Reflection',
        prompts: [aPrompt('learned')],
        slots: [],
        criteria: [aCriterion('c3')],
      },
    ],
    passRule: 'every-criterion',
    attempts: { most: null, supportAfter: 3 },
    turnaround: { precheckWorkingDays: 1, scoreWorkingDays: 5 },
    raters: { n: 1, blind: false },
    validity: { months: null },
    credit: [],
    ...more,
  }
}
