import {
  isList,
  isObject,
  listOf,
  pointer,
  textOf,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import type { Case } from '../case.ts'
import { dateNamesOf } from './credential-model.ts'
import { hasType, isUri, missingTexts, type Problem } from './problems.ts'

/** AchievementType enumeration (OB 3.0, section "AchievementType Enumeration"). */
const achievementTypes = new Set([
  'Achievement',
  'ApprenticeshipCertificate',
  'Assessment',
  'Assignment',
  'AssociateDegree',
  'Award',
  'Badge',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'CommunityService',
  'Competency',
  'Course',
  'CoCurricular',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'Fieldwork',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'LearningProgram',
  'License',
  'Membership',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'MasterCertificate',
  'MasterDegree',
  'MicroCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
])

/** @returns where a badge or endorsement breaks the Open Badges 3.0 data model. */
export function badgeProblems(the: Case): readonly Problem[] {
  const { document, detected } = the
  if (detected.version !== '3.0') return []
  const names = dateNamesOf(detected.dataModel)
  const issuer = valueAt(document, 'issuer')
  const subjects = valueAt(document, 'credentialSubject')
  return [
    ...(isUri(valueAt(document, 'id')) ? [] : [{ about: '/id', expected: 'a URI' }]),
    ...(isObject(issuer) && !hasType(issuer, 'Profile')
      ? [{ about: '/issuer/type', expected: 'Profile' }]
      : []),
    ...(valueAt(document, names.from) === undefined
      ? [{ about: `/${names.from}`, expected: 'a date and time with zone' }]
      : []),
    ...listOf(valueAt(document, 'evidence')).flatMap((entry, at) =>
      hasType(entry, 'Evidence')
        ? []
        : [{ about: pointer('/evidence', at, 'type'), expected: 'Evidence' }],
    ),
    ...listOf(subjects).flatMap((subject, at) => {
      const about = isList(subjects) ? pointer('/credentialSubject', at) : '/credentialSubject'
      return detected.kind === 'endorsement'
        ? endorsementProblems(subject, about)
        : subjectProblems(subject, about)
    }),
  ]
}

function endorsementProblems(subject: JsonValue, about: string): readonly Problem[] {
  if (!isObject(subject)) return []
  return [
    ...(hasType(subject, 'EndorsementSubject')
      ? []
      : [{ about: pointer(about, 'type'), expected: 'EndorsementSubject' }]),
    ...(isUri(valueAt(subject, 'id')) ? [] : [{ about: pointer(about, 'id'), expected: 'a URI' }]),
  ]
}

function subjectProblems(subject: JsonValue, about: string): readonly Problem[] {
  if (!isObject(subject)) return []
  const achievement = valueAt(subject, 'achievement')
  const at = pointer(about, 'achievement')
  return [
    ...(hasType(subject, 'AchievementSubject')
      ? []
      : [{ about: pointer(about, 'type'), expected: 'AchievementSubject' }]),
    ...(isObject(achievement)
      ? achievementProblems(achievement, at)
      : [{ about: at, expected: 'an Achievement' }]),
  ]
}

function achievementProblems(achievement: JsonObject, about: string): readonly Problem[] {
  const criteria = valueAt(achievement, 'criteria')
  const hasCriteria =
    isUri(valueAt(criteria, 'id')) || textOf(valueAt(criteria, 'narrative')) !== null
  const badTypes = textsOf(valueAt(achievement, 'achievementType')).filter(
    type => !achievementTypes.has(type) && !/^ext:[a-z|A-Z|0-9|.|\-|_]+$/.test(type),
  )
  return [
    ...(isUri(valueAt(achievement, 'id'))
      ? []
      : [{ about: pointer(about, 'id'), expected: 'a URI' }]),
    ...(hasType(achievement, 'Achievement')
      ? []
      : [{ about: pointer(about, 'type'), expected: 'Achievement' }]),
    ...missingTexts(achievement, about, ['name', 'description']),
    ...(hasCriteria
      ? []
      : [{ about: pointer(about, 'criteria'), expected: 'an id or a narrative' }]),
    ...badTypes.map(() => ({
      about: pointer(about, 'achievementType'),
      expected: 'a type of the standard, or ext: and a name',
    })),
  ]
}
