import type { verify as en } from '../en/verify.ts'
import type { SameShape } from '../same-shape.ts'
import { districtSource } from '../../core/badge/trust-bundle.ts'
import type { Say } from '../say.ts'
import { factText, factTime } from '../verify-code.ts'
import { verifyBatch } from './verify-batch.ts'
import { verifyCauses } from './verify-causes.ts'
import { verifyCodes } from './verify-codes.ts'
import { verifyFetch } from './verify-fetch.ts'
import { verifyTrust } from './verify-trust.ts'

export const verify = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Verificar',
  add: 'Elegir archivos',
  addMore: 'Agregar insignias',
  lead: 'Suelta insignias, una carpeta, un zip o una lista de direcciones (CSV). Una o diez mil: todo se comprueba en este equipo. No se envía nada; a la red solo se le piden las direcciones que tú pongas, y lo que tú digas.',
  example: {
    title: 'Por ejemplo: una imagen o un archivo de insignia que alguien te dio',
    says: 'Vuelven cuatro respuestas: firmada, en fecha, no revocada, de alguien conocido. No saber también es una respuesta.',
  },
  paste: 'O pega el texto de una insignia, o direcciones',
  pasteHint: 'JSON, una línea larga de letras con dos puntos, o direcciones web, una por línea.',
  pasteDo: 'Comprobar el texto',
  pasteEmpty: 'Todavía no hay nada en el campo.',
  pasted: 'Texto pegado',
  dropHere: 'Suelta insignias para comprobarlas. No se guardan como evidencia.',
  column: { person: 'Persona', badge: 'Insignia', issuer: 'Emisor', reason: 'Motivo' },
  nameless: 'sin nombre',
  mark: {
    signature: {
      name: 'Firma',
      pass: 'Firmada por el emisor',
      fail: 'La firma no se sostiene',
      unknown: 'No se sabe si la firma vale',
    },
    dates: {
      name: 'Fechas',
      pass: 'Vale hoy',
      fail: 'Las fechas no se sostienen',
      unknown: 'No se saben las fechas',
    },
    status: {
      name: 'Estado',
      pass: 'No está revocada',
      fail: 'El estado no se sostiene',
      unknown: 'No se sabe el estado',
    },
    trust: {
      name: 'Confianza',
      pass: 'Emisor conocido',
      fail: 'No se puede confiar en el emisor',
      unknown: 'Emisor desconocido',
    },
  },
  markInstead: {
    notCounted: 'No vale como firmada',
    noList: 'Sin lista de revocaciones',
  },
  outcome: { pass: 'sí', fail: 'no', unknown: 'no se sabe' },
  markLabel: f =>
    f.age === '' ? `${f.name}: ${f.outcome}` : `${f.name}: ${f.outcome}, de hace ${f.age}`,
  age: f => say.age(f.ageMs),
  passes: {
    signature: () => 'No se cambió nada desde que se firmó.',
    dates: f => {
      const until = factTime(f, 'validUntil', 'exp')
      const from = factTime(f, 'validFrom', 'nbf')
      if (until !== undefined) return `Vale hasta el ${say.dayAt(until)}.`
      return from === undefined ? 'Vale hoy.' : `Vale desde el ${say.dayAt(from)}.`
    },
    status: () => 'La lista del emisor no dice nada en su contra.',
    trust: f => {
      const source = factText(f, 'source')
      return source === '' || source === districtSource
        ? 'Está en la lista de emisores que lleva tu distrito.'
        : `Está en la lista de emisores: ${source}.`
    },
  },
  aged: f => `${f.said} Eso se sabe desde hace ${say.age(f.ageMs)}.`,
  inPart: f => `En “${f.part}”: ${f.said}`,
  codes: verifyCodes(say),
  causes: verifyCauses,
  fetch: verifyFetch,
  many: verifyBatch(say),
  lists: verifyTrust(say),
  unknownCode: f => `La comprobación dio un motivo que aquí todavía no tiene frase: ${f.code}.`,
  why: 'Por qué',
  whyEmpty: 'Elige una insignia para ver por qué se sostiene o no.',
  from: f => `${f.kind}, de ${f.name}`,
  saysSigned: 'Lo que dice',
  saysUnproven: 'Lo que dice de sí misma; nada lo prueba',
  fact: {
    recipient: f => `Para ${f.name}`,
    issuer: f => `De ${f.name}`,
    from: f => `Desde el ${say.dayAt(f.at)}`,
    until: f => `Hasta el ${say.dayAt(f.at)}`,
  },
  checks: 'Cada comprobación',
  checkNeeded: 'decide',
  checkAbout: f => `en ${f.about}`,
  check: {
    format: 'Se puede leer',
    type: 'Dice lo que es',
    context: 'Sus palabras vienen de listas conocidas',
    definedTerms: 'La firma cubre cada palabra',
    ownNames: 'Todo lo firmado tiene su nombre',
    dataModel: 'Está hecha como pide la norma',
    'subject.identified': 'Dice a quién se le dio',
    'image.chunk': 'Está en su imagen como debe',
    'proof.suite': 'La forma de firmar',
    'proof.verificationMethod': 'Se encontró la llave',
    'proof.purpose': 'La llave puede firmar insignias',
    'proof.keyCurrent': 'La llave estaba en uso',
    'proof.signature': 'La firma',
    'proof.expires': 'El término de la firma',
    'jwt.alg': 'La forma de firmar',
    'jwt.typ': 'Su envoltura dice que es una insignia',
    'jwt.shape': 'Su envoltura lleva una sola insignia',
    'jwt.claims.iss': 'Envoltura e insignia nombran al mismo emisor',
    'jwt.claims.sub': 'Envoltura e insignia nombran a la misma persona',
    'jwt.claims.jti': 'Envoltura e insignia nombran la misma insignia',
    'jwt.claims.nbf': 'Envoltura e insignia empiezan el mismo día',
    'jwt.claims.exp': 'Envoltura e insignia terminan el mismo día',
    'issuer.key': 'La llave es del emisor',
    'issuer.keyPrivate': 'La llave sigue en secreto',
    'issuer.known': 'El emisor es conocido',
    'hosted.retrieved': 'La copia en el sitio del emisor',
    'hosted.scope': 'Está donde el emisor guarda sus insignias',
    'hosted.matches': 'Dice lo que dice la copia del emisor',
    'document.id': 'El documento lleva su propia dirección',
    'document.matches': 'Lo que trae de su emisor y su clase está al día',
    extension: 'Un añadido a la norma',
    validFrom: 'Ya empezó',
    validUntil: 'No ha terminado',
    'validUntil.withheld': 'No se dejó fuera un término',
    signedAt: 'Se firmó en el pasado',
    'status.revocation': 'No revocada',
    'status.suspension': 'No suspendida',
    'status.message': 'Un mensaje del emisor',
    'status.refresh': 'Una más nueva',
    'status.other': 'Otro estado',
    'status.unread': 'Si fue revocada',
    'status.withheld': 'No se dejó fuera un estado',
    'statusList.proof': 'La lista de estado está firmada',
    'statusList.issuer': 'La lista de estado es del emisor',
    'statusList.id': 'La lista de estado es la correcta',
    'statusList.length': 'La lista de estado es bastante larga',
    'statusList.age': 'La lista de estado es bastante reciente',
    'endorsement.subject': 'El aval es de esta insignia',
    recipient: 'Se le dio a la persona buscada',
    credentialSchema: 'La forma que nombra',
    refresh: 'Una edición más nueva',
    parts: 'Se miró todo lo que lleva dentro',
    sameId: 'Ninguna otra insignia de aquí lleva su nombre',
  },
  again: 'Comprobar otra vez',
  fingerprint: f => `Huella del archivo: ${f.hash}`,
  checkedAt: f => `Comprobada el ${say.dayAt(f.at)}, ${say.time(f.at)}`,
})
