/** A school or team of the demo district. */
export interface DemoUnit {
  readonly id: 'linden' | 'linden-grade-4' | 'mill-creek' | 'learning-services'
  readonly kind: 'school' | 'team'
  readonly name: string
  readonly school?: DemoUnit['id']
}

/** Two schools, a team in one of them, and one of the whole district. */
export const demoUnits: readonly DemoUnit[] = [
  { id: 'linden', kind: 'school', name: 'Linden Elementary' },
  { id: 'linden-grade-4', kind: 'team', name: 'Grade 4 team', school: 'linden' },
  { id: 'mill-creek', kind: 'school', name: 'Mill Creek Elementary' },
  { id: 'learning-services', kind: 'team', name: 'Learning services' },
]

/** A person of the demo district. All are invented. */
export interface DemoPerson {
  /** Names the person within the demo's data. */
  readonly key: 'maya' | 'jonah' | 'lucia' | 'ruth' | 'desmond'
  readonly name: string
  /** Where they work, in a line. */
  readonly place: string
  /** In the whole district. */
  readonly roles: readonly ('educator' | 'coach' | 'officer' | 'administrator')[]
  /** Schools and teams where they work, and roles that are theirs within some only. */
  readonly units?: readonly DemoUnit['id'][]
  readonly grants?: readonly { readonly role: 'coach'; readonly within: DemoUnit['id'] }[]
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
    units: ['linden-grade-4'],
    language: 'en',
  },
  {
    key: 'jonah',
    name: 'Jonah Feld',
    place: 'Mathematics coach, Linden and Mill Creek Elementary',
    roles: ['educator', 'coach'],
    units: ['linden', 'mill-creek'],
    language: 'en',
  },
  {
    key: 'lucia',
    name: 'Lucía Herrera Vega',
    place: 'Coach, languages and access, Alder Valley',
    roles: ['educator'],
    units: ['linden'],
    grants: [
      { role: 'coach', within: 'linden' },
      { role: 'coach', within: 'learning-services' },
    ],
    language: 'es',
  },
  {
    key: 'ruth',
    name: 'Ruth Lindqvist',
    place: 'Credential office, Alder Valley',
    roles: ['educator', 'officer'],
    units: ['learning-services'],
    language: 'en',
  },
  {
    key: 'desmond',
    name: 'Desmond Pryor',
    place: 'Director of professional learning, Alder Valley',
    roles: ['educator', 'administrator'],
    units: ['learning-services'],
    language: 'en',
  },
]
