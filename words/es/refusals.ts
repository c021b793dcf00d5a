import type { RefusalWords } from '../en/refusals.ts'
import type { Say } from '../say.ts'

const states: Readonly<Record<string, string>> = {
  draft: 'en preparación',
  submitted: 'enviada',
  incomplete: 'devuelta',
  in_review: 'en lectura',
  not_yet: 'respondida con “todavía no”',
  earned: 'lograda',
  withdrawn: 'retirada',
  reading: 'en lectura',
  finalised: 'terminada',
  returned: 'devuelta',
  approved: 'aprobada',
  signed: 'firmada',
  suspended: 'suspendida',
  revoked: 'revocada',
  superseded: 'reemplazada por una más nueva',
}
const actStates: Readonly<Record<string, string>> = {
  proposed: 'propuesto',
  confirmed: 'confirmado',
  done: 'hecho',
  declined: 'rechazado',
  withdrawn: 'retirado',
}
const stateIn = (state: string) => states[state] ?? state

export const refusals = (say: Say): RefusalWords => ({
  not_here: {
    said: f => `Lo que esto cambia (${f.what}) no está aquí, o no te corresponde verlo.`,
    next: 'Vuelve y ábrelo de nuevo.',
  },
  bad_input: {
    said: f => `Falta algo o es demasiado largo: ${f.where}.`,
    next: 'Complétalo e inténtalo de nuevo.',
  },
  unknown_command: {
    said: f => `El distrito no conoce “${f.name}”.`,
    next: 'Uno de los dos necesita una versión más nueva de Meritfolio.',
  },
  taken: {
    said: () => 'Alguien lo hizo antes.',
    next: 'Ábrelo para ver qué hay ahora.',
  },
  changed_since: {
    said: () => 'Esto cambió otra vez después, aquí o en otro equipo, así que queda como está.',
    next: 'Mira lo que hay ahora y cámbialo si quieres.',
  },
  text_too_long: {
    said: f =>
      `El texto tiene ${say.number(f.chars)} caracteres; se guardan ${say.number(f.charsMax)} como máximo.`,
    next: 'Tus palabras siguen en esta ventana. Acorta el texto y se guarda de nuevo.',
  },
  too_large: {
    said: f =>
      `Es demasiado para el distrito de una sola vez: ${say.size(f.sizeBytes)}, como máximo ${say.size(f.bytesMax)}.`,
    next: 'Divídelo o hazlo más pequeño. Todo lo demás sigue.',
  },
  claim_state: {
    said: f => `La solicitud está ${stateIn(f.state)}; ahora no se puede hacer esto.`,
    next: 'Abre la solicitud para ver en qué punto está.',
  },
  claim_not_ready: {
    said: f =>
      say.count(f.toFix, {
        one: 'Queda una cosa por corregir antes de enviar.',
        other: `Quedan ${say.number(f.toFix)} cosas por corregir antes de enviar.`,
      }),
    next: 'El margen nombra cada una y su lugar.',
  },
  manifest_differs: {
    said: () => 'Algo de la solicitud cambió en otro equipo después de que presionaste Enviar.',
    next: 'Revísala y envíala de nuevo.',
  },
  manifest_signature: {
    said: () =>
      'La firma de este equipo no correspondía a lo que llegó, o se firmó cuando su acceso ya había terminado.',
    next: 'Envíala de nuevo. Si pasa dos veces, avisa a tu distrito.',
  },
  claim_exists: {
    said: () => 'Ya empezaste esta, aquí o en otro equipo.',
    next: 'Sigue en esa solicitud; no se pierde nada.',
  },
  attempts_used: {
    said: f => `Ya se usaron los ${say.number(f.most)} intentos.`,
    next: 'Habla con un asesor sobre lo que es posible.',
  },
  not_offered: {
    said: f => `“${f.microCredential}” no se ofrece por ahora.`,
    next: 'Elige otra, o pregunta en la oficina de credenciales.',
  },
  own_rights: {
    said: f => `${f.name}, nadie se da un rol ni se cambia de escuela por su cuenta.`,
    next: 'Pídeselo a otra persona que administre el distrito.',
  },
  own_administration: {
    said: f =>
      `${f.name}, nadie deja de administrar el distrito por su cuenta: tiene que quedar alguien que pueda agregar personas.`,
    next: 'Dale ese rol a otra persona, y pídele que cambie el tuyo.',
  },
  badge_own: {
    said: f => `“${f.badge}” es tuya, o tú la evaluaste.`,
    next: 'Lo hace otra persona de la oficina de credenciales.',
  },
  ratings_differ: {
    said: () => 'La lectura cambió en otro equipo después de que presionaste Terminar.',
    next: 'Revísala y termínala de nuevo.',
  },
  ratings_signature: {
    said: () => 'La firma de este equipo no correspondía a lo que llegó.',
    next: 'Termínala de nuevo. Si pasa dos veces, avisa a tu distrito.',
  },
  not_as_signed: {
    said: f =>
      f.what === 'manifest'
        ? 'La solicitud ya no es lo que su persona firmó al enviarla.'
        : 'La decisión ya no es lo que firmó quien la leyó al terminar.',
    next: 'Déjala así: sin decisión y sin insignia. Avisa a quien administra el registro del distrito y pregunta a quienes firmaron.',
  },
  sent_by_trial: {
    said: f =>
      `El intento ${f.attempt} se envió con una versión de prueba, cuya firma abarca muy poco.`,
    next: 'Pide a su persona que retire la solicitud y la envíe de nuevo.',
  },
  signer_unknown: {
    said: f =>
      f.what === 'manifest'
        ? 'El equipo que firmó esta solicitud todavía no está en la lista de equipos.'
        : 'El equipo que firmó esta decisión todavía no está en la lista de equipos.',
    next: 'Espera a que este equipo hable con tu distrito e inténtalo de nuevo. Si sigue así, avisa a quien administra el registro del distrito.',
  },
  signer_changed: {
    said: f =>
      f.what === 'manifest'
        ? 'Esta solicitud está firmada con otra clave que la que este equipo conocía del equipo de su persona. Puede que la haya firmado alguien más.'
        : 'Esta decisión está firmada con otra clave que la que este equipo conocía del equipo de quien la leyó. Puede que la haya firmado alguien más.',
    next: 'Déjala así. Pregunta a esa persona, en persona o por teléfono, si es suya, y avisa a quien administra.',
  },
  signer_wrong: {
    said: f => {
      const it = f.what === 'manifest' ? 'Esta solicitud' : 'Esta decisión'
      return {
        person: `${it} está firmada por el equipo de otra persona.`,
        early: `${it} está firmada en un momento en que ese equipo aún no se había unido.`,
        revoked: `${it} está firmada después de que terminó el acceso de ese equipo.`,
      }[f.why]
    },
    next: 'Déjala así. Pregunta a la persona, en persona o por teléfono, si es suya, y avisa a quien administra.',
  },
  signed_out_of_time: {
    said: f => `El reloj de este equipo decía ${say.dayAt(f.at)} cuando firmó.`,
    next: 'Deja que hable una vez con tu distrito, para que sepa la hora, y hazlo de nuevo.',
  },
  badge_exists: {
    said: f => `Ya se aprobó una insignia para “${f.badge}”.`,
    next: 'Está en la lista de insignias emitidas.',
  },
  badge_state: {
    said: f => `La insignia está ${stateIn(f.state)}; no se puede hacer esto.`,
    next: 'Abre la insignia para ver en qué punto está.',
  },
  badge_not_suspendable: {
    said: f =>
      `“${f.badge}” no nombra ninguna lista de insignias suspendidas; quien la compruebe no se enteraría.`,
    next: 'Emítela de nuevo con lo corregido, o revócala, que es definitivo. Si las insignias se pueden suspender se decide donde funciona el registro del distrito.',
  },
  badge_replaced: {
    said: f => `“${f.badge}” ya se emitió de nuevo.`,
    next: 'Sigue con la más nueva, más arriba en la lista.',
  },
  badge_ended: {
    said: f => `“${f.badge}” terminó el ${say.dayAt(f.at)}; no queda nada que corregir.`,
    next: 'Su titular puede enviar otra solicitud.',
  },
  revocations_hour: {
    said: f =>
      `Revocaste ${say.number(f.most)} insignias en una hora; para más hace falta otra persona de la oficina.`,
    next: 'Elige las insignias en Revocar varias y pide que otra persona lo confirme.',
  },
  act_own: {
    said: () => 'Esto lo propusiste tú; tiene que confirmarlo otra persona de la oficina.',
    next: 'Pídeselo a alguien más de la oficina de credenciales. Puedes retirarlo.',
  },
  act_state: {
    said: f => `Esto ya quedó así: ${actStates[f.state] ?? f.state}.`,
    next: 'Mira lo que hay ahora.',
  },
  act_ended: {
    said: f => `Nadie lo confirmó antes del ${say.dayAt(f.at)}, así que terminó.`,
    next: 'Proponlo otra vez si todavía hace falta.',
  },
  act_empty: {
    said: () => 'No elegiste nada que se pueda revocar.',
    next: 'Elige al menos una insignia.',
  },
  reason_missing: {
    said: f => `Hace falta un motivo para “${f.what}”.`,
    next: 'Escribe qué pasó; lo leerán su titular y quien abra su página.',
  },
  cause_reason: {
    said: _f => 'Una decisión para todas estas necesita un motivo.',
    next: 'Escribe por qué; constará en el informe, con tu nombre.',
  },
  cause_not_acceptable: {
    said: _f => 'Estas no se pueden aceptar: no se sostienen, o nada prueba quién las hizo.',
    next: 'Pregunta a quien las emitió, o déjalas como están.',
  },
  cause_end: {
    said: f =>
      `Una decisión termina en un día futuro, como mucho dentro de ${say.number(f.daysMax)} días.`,
    next: 'Elige otra fecha de término.',
  },
  review_state: {
    said: f => `Esta lectura está ${stateIn(f.state)} y no se puede cambiar.`,
    next: 'Vuelve a tu lista.',
  },
  review_own_work: {
    said: f => `“${f.claim}” es tu propio trabajo.`,
    next: 'Lo leerá otro asesor.',
  },
  review_taken: {
    said: f => `“${f.claim}” pasó antes a otro asesor.`,
    next: 'Toma la siguiente; tus notas se guardan.',
  },
  review_unfinished: {
    said: f => `Todavía sin nivel: ${say.list(f.criteria)}.`,
    next: 'Da un nivel a cada uno y termina.',
  },
  review_unexplained: {
    said: f =>
      `Por debajo de lo pedido, sin motivo ni lugar en la evidencia: ${say.list(f.criteria)}.`,
    next: 'Di qué mostrar después y señala el lugar.',
  },
  claim_not_in_review: {
    said: f => `La solicitud está ${stateIn(f.state)}; no espera lectura.`,
    next: 'Vuelve a tu lista; tus notas se guardan.',
  },
  goal_serves_itself: {
    said: f => `“${f.goal}” no puede servirse a sí misma.`,
    next: 'Elige una meta del nivel de arriba.',
  },
})
