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
  renew: {
    title: {
      ending: f => `Esta insignia termina el ${say.dayAt(f.at)}`,
      ended: f => `Esta insignia terminó el ${say.dayAt(f.at)}`,
      revoked: f => `Esta insignia fue revocada el ${say.dayAt(f.at)}`,
    },
    how: 'Renuévala con otra solicitud. Cuando un asesor la dé por lograda, recibes una insignia nueva; esta queda como está.',
    begun: 'Ya empezaste otra solicitud para renovarla.',
    gone: 'Su microcredencial ya no se ofrece, así que no se puede renovar.',
    start: 'Renovarla',
    goOn: 'Seguir con la nueva solicitud',
  },
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
  chain: {
    title: 'Por qué se puede creer en esta insignia',
    lead: 'De la insignia a los archivos, cada eslabón comprobado en este equipo con lo que hay aquí.',
    state: { holds: 'Se sostiene', fails: 'No se sostiene', elsewhere: 'Aquí no se puede saber' },
    signed: {
      name: 'La insignia lleva la firma de quien la emite',
      holds: 'La firma corresponde y nada cambió después.',
      fails: 'La firma no corresponde. No te fíes de esta copia.',
      elsewhere: 'Todavía no está firmada, o la llave del emisor no está en este equipo.',
    },
    named: {
      name: 'Nombra exactamente lo que se evaluó',
      holds: 'La huella que lleva la insignia es la de la solicitud tal como se envió.',
      fails: 'La huella que lleva la insignia es otra que la de la solicitud.',
      elsewhere: 'Todavía no hay insignia con qué comparar, o la solicitud no está en este equipo.',
    },
    decided: {
      name: 'La decisión es de quien leyó',
      holds: 'El equipo de quien leyó firmó cada nivel, y de ellos sale la decisión que está aquí.',
      fails: 'Lo que está aquí no es lo que firmó el equipo de quien leyó. Avisa a la oficina.',
      elsewhere:
        'La lectura está con quien la hizo y con la oficina; la comprueba el equipo de la oficina.',
    },
    handedOver: {
      name: 'La solicitud es lo que su persona envió',
      holds: 'Respuestas, archivos y palabra dada son lo que firmó el equipo de la persona.',
      fails: 'Lo que está aquí no es lo que firmó el equipo de la persona. Avisa a la oficina.',
      elsewhere: 'La solicitud, o la llave del equipo que la firmó, no está aquí.',
    },
    files: {
      name: 'Los archivos son los que se enviaron',
      counted: f =>
        f.all === 0
          ? 'No se envió ningún archivo, o la solicitud no está en este equipo.'
          : f.here === f.all
            ? say.count(f.all, {
                one: 'El archivo está en este equipo y todavía no se ha leído entero.',
                other: `Los ${say.number(f.all)} archivos están en este equipo y todavía no se han leído enteros.`,
              })
            : `${say.number(f.here)} de ${say.number(f.all)} archivos están en este equipo; los demás están con su dueño y el distrito.`,
      compare: 'Leer ahora los archivos enteros',
      read: f =>
        f.damaged > 0
          ? `${say.count(f.damaged, { one: '1 archivo de este equipo no es lo que se envió.', other: `${say.number(f.damaged)} archivos de este equipo no son lo que se envió.` })} El distrito tiene su propia copia.`
          : f.here === f.all
            ? say.count(f.all, {
                one: 'El archivo se acaba de leer entero y es lo que dice su huella.',
                other: `Los ${say.number(f.all)} archivos se acaban de leer enteros y son lo que dicen sus huellas.`,
              })
            : `${say.number(f.here)} de ${say.number(f.all)} archivos se acaban de leer enteros y son lo que dicen sus huellas; los demás están en otra parte.`,
    },
  },
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
