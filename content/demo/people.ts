/** A person of the demo district. All are invented. */
export interface DemoPerson {
  /** Names the person within the demo's data. */
  readonly key: 'maya' | 'jonah' | 'lucia' | 'ruth' | 'desmond'
  readonly name: string
  /** Where they work, in a line. */
  readonly place: string
  readonly roles: readonly ('educator' | 'coach' | 'officer' | 'administrator')[]
  readonly language: 'en' | 'es'
}

/** The demo district: an invented valley in Tennessee. */
export const demoDistrict = { name: 'Alder Valley Schools', state: 'TN' } as const

/** The teacher first: the demo opens as her. Coaches and officers learn too, so everybody is an educator. */
export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'maya',
    name: 'Maya Okafor',
    place: 'Grade 4, Linden Elementary',
    roles: ['educator'],
    language: 'en',
  },
  {
    key: 'jonah',
    name: 'Jonah Feld',
    place: 'Mathematics coach, Linden and Mill Creek Elementary',
    roles: ['educator', 'coach'],
    language: 'en',
  },
  {
    key: 'lucia',
    name: 'Lucía Herrera Vega',
    place: 'Coach, languages and access, Alder Valley',
    roles: ['educator', 'coach'],
    language: 'es',
  },
  {
    key: 'ruth',
    name: 'Ruth Lindqvist',
    place: 'Credential office, Alder Valley',
    roles: ['educator', 'officer'],
    language: 'en',
  },
  {
    key: 'desmond',
    name: 'Desmond Pryor',
    place: 'Director of professional learning, Alder Valley',
    roles: ['educator', 'administrator'],
    language: 'en',
  },
]
