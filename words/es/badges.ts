import type { badges as en } from '../en/badges.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const badges = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Insignias',
  lead: 'Cada una lleva la firma de tu distrito y es tuya, aquí y en cualquier lugar.',
  open: 'Abrir',
  openLabel: f => `Abrir la insignia “${f.title}”`,
  empty:
    'Todavía no hay insignias. Llega una cuando un asesor encuentra logrados todos los criterios de una solicitud.',
  emptyExample: {
    title: 'Tiempo de espera',
    shown: 'Lo que mostraste, en una frase.',
    facts: 'Quién la emite, la fecha y si todavía vale.',
  },
  emptyDo: 'Elegir una microcredencial',
  back: 'Todas las insignias',
  state: {
    approved: f => `Aprobada el ${say.dayAt(f.at)}; ahora la firma tu distrito.`,
    suspended: f => `Suspendida el ${say.dayAt(f.at)}`,
    revoked: f => `Revocada el ${say.dayAt(f.at)}`,
    superseded: f => `Reemplazada el ${say.dayAt(f.at)} por una más nueva`,
  },
  issuer: f => `Emitida por ${f.name}`,
  signed: f => `Firmada el ${say.dayAt(f.at)}`,
  validUntil: f => `Vale hasta el ${say.dayAt(f.at)}`,
  ended: f => `Terminó el ${say.dayAt(f.at)}`,
  noEnd: 'Sin fecha de término',
  holder: f => `De ${f.name}`,
  checking: 'Comprobando la insignia en este equipo',
  revokedTitle: 'Esta insignia fue revocada',
  revokedWhy: f =>
    f.by === ''
      ? `“${f.reason}” La oficina de credenciales, ${say.dayAt(f.at)}.`
      : `“${f.reason}” ${f.by}, ${say.dayAt(f.at)}.`,
  revokedNext: 'Quien la compruebe sabrá que fue revocada. Pregunta a la oficina.',
  suspendedTitle: 'Esta insignia está suspendida',
  suspendedNext:
    'Por ahora no vale. Eso se puede levantar; entonces vuelve a valer tal como está y no tienes que hacer nada.',
  supersededTitle: 'Una insignia más nueva ocupa su lugar',
  supersededNext: 'Comparte la más nueva; quien compruebe esta sabrá que fue reemplazada.',
  newer: 'Abrir la insignia más nueva',
  older: 'La insignia que reemplaza',
  correction: f => `Emitida de nuevo el ${say.dayAt(f.at)}: “${f.reason}”`,
  resumed: f => `La suspensión se levantó el ${say.dayAt(f.at)}: “${f.reason}”`,
  resignedTitle: f => `Tu distrito volvió a firmarla el ${say.dayAt(f.at)}`,
  resignedNext:
    'Ya no se confía en la llave que la había firmado, y no es culpa tuya. Las copias que diste antes no pasan una verificación: da esta en su lugar.',
  page: 'Su página para todos',
  pageWhy: 'Envía esta dirección a quien la pida. Muestra la insignia como está hoy.',
  waitingTitle: 'Todavía sin firma',
  waitingNext: 'Podrás compartirla cuando tu distrito la firme; no tienes que hacer nada.',
  criteria: 'Lo que se encontró',
  criteriaLead: f => (f.reader === '' ? say.dayAt(f.at) : `${f.reader}, ${say.dayAt(f.at)}`),
  met: f => `Logrado: ${f.level}`,
  share: 'Compartir',
  shareLead:
    'Un archivo que cualquiera puede comprobar, con nosotros o sin nosotros. No lleva evidencias.',
  saveJson: 'Guardar como archivo (JSON)',
  savePng: 'Guardar como imagen (PNG)',
  saved: f => `Guardada como ${f.name}.`,
  pngWhy:
    'La imagen lleva dentro la insignia completa; envíala como archivo, porque los chats pueden quitársela.',
  claim: 'La solicitud que la respalda',
  fingerprint: f => `Huella de lo enviado: ${f.hash}`,
})
