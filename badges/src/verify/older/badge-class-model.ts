import { isObject, listOf, pointer, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Problem } from '../checks/problems.ts'
import { kinds, propertyProblems, typeProblems } from './model.ts'
import type { DateForm } from './older-case.ts'

/**
 * Breaches of the model of a BadgeClass: OB 2.0 #BadgeClass, #Criteria, #Alignment; OB 1.x "Badge
 * Class". In 2.0 an alignment names its target, in 1.x it has a name and a url.
 */
export function badgeClassProblems(badge: JsonObject, dateForm: DateForm): readonly Problem[] {
  const isLinked = dateForm === '2.0' || valueAt(badge, '@context') !== undefined
  return [
    ...(isLinked ? typeProblems(badge, '', ['BadgeClass']) : []),
    ...propertyProblems(
      badge,
      '',
      {
        name: kinds.text,
        description: kinds.text,
        image: kinds.imageOrData,
        criteria: kinds.node,
        issuer: kinds.node,
      },
      { tags: kinds.anyText },
    ),
    ...criteriaProblems(badge),
    ...alignmentProblems(badge, dateForm),
  ]
}

function criteriaProblems(badge: JsonObject): readonly Problem[] {
  return listOf(valueAt(badge, 'criteria')).flatMap(criteria => {
    if (!isObject(criteria)) return []
    const isSaid = ['id', 'narrative'].some(key => (textOf(valueAt(criteria, key)) ?? '') !== '')
    return isSaid ? [] : [{ about: '/criteria', expected: 'an id or a narrative' }]
  })
}

function alignmentProblems(badge: JsonObject, dateForm: DateForm): readonly Problem[] {
  const needed =
    dateForm === '2.0'
      ? { targetName: kinds.text, targetUrl: kinds.iri }
      : { name: kinds.text, url: kinds.iri }
  return listOf(valueAt(badge, 'alignment') ?? []).flatMap((entry, at) => {
    const about = pointer('/alignment', at)
    if (isObject(entry)) return propertyProblems(entry, about, needed)
    return kinds.iri.fits(entry) ? [] : [{ about, expected: 'an object' }]
  })
}
