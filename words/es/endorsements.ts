import type { Say } from '../say.ts'
import type { SameShape } from '../same-shape.ts'
import type { endorsements as en } from '../en/endorsements.ts'

export const endorsements = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Lo que otros dicen',
  lead: 'Cada aval lo firma quien lo dice. El nombre es el que escribieron; fíjate en la dirección que está al lado.',
  none: 'Nadie de fuera de tu distrito ha dicho nada todavía.',
  file: 'este archivo',
  marks: { pass: 'Vale', fail: 'No vale', unknown: 'No se sabe' },
  unread: f => `Un archivo leído el ${say.dayAt(f.at)}`,
  checking: 'Tu distrito mira el archivo enseguida. Antes nadie más lo ve.',
  holds: f => `Firmado y vigente, según se vio el ${say.dayAt(f.at)}.`,
  unknown: f =>
    `El ${say.dayAt(f.at)} no se pudo saber si vale. ${f.why} Se vuelve a preguntar solo.`,
  fails: f => `Ya no vale, según se vio el ${say.dayAt(f.at)}. ${f.why}`,
  refused: f => `No se aceptó el ${say.dayAt(f.at)}. ${f.why} Fuera de la oficina nadie lo ve.`,
  withdrawn: f => `Retirado el ${say.dayAt(f.at)}. Motivo: ${f.reason}`,
  another: 'Habla de otra cosa, no de esto.',
  codes: {
    NOT_AN_ENDORSEMENT: 'El archivo no es un aval como los de Open Badges 3.0.',
    ENDORSES_SEVERAL: 'Habla de varias cosas a la vez, y tiene que hablar solo de esta.',
    ISSUER_WITHOUT_HOST:
      'Quien lo firmó no da ninguna dirección web; nada lo distingue de cualquier otro con ese nombre.',
    ENDORSED_ALREADY: 'El mismo aval de la misma entidad ya está aquí.',
  },
  howTo: {
    'micro-credential':
      'Una universidad o una oficina estatal que reconozca esta microcredencial puede decirlo en un archivo firmado (aval de Open Badges 3.0, con su dirección web). Aparece en la página de cada insignia, y las que se firmen desde entonces lo llevan dentro. Este es el identificador que tiene que nombrar:',
    badge:
      'Quien quiera decir algo de esta insignia puede hacerlo en un archivo firmado (aval de Open Badges 3.0, con su dirección web). Aparece en la página de la insignia; la insignia queda como se firmó. Este es el identificador que tiene que nombrar:',
  },
  readIn: 'Leer un aval',
  fromIssue: 'Microcredenciales, y lo que otros dicen de ellas',
  tooLarge: 'El archivo está vacío, o es demasiado grande para ser un aval.',
  tooLargeNext: 'Pide a quien lo envió el aval solo, sin imágenes.',
  takeOff: 'Retirar',
  takeOffLabel: f => `Retirar lo que dice ${f.name}`,
  takeOffTitle: f => `¿Retirar lo que dice ${f.name}?`,
  takeOffLead:
    'Desaparece para siempre de páginas y computadoras. Las insignias que lo llevan dentro quedan como se firmaron. A quien lo dijo no se le avisa.',
  reason: 'Motivo, para tu oficina',
  keep: 'Dejarlo',
})
