import type { RefusalFactsStates, RefusalWords } from '../en/refusals.ts'
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
const roleRequestStates: Readonly<Record<string, string>> = {
  asked: 'pedido',
  alone: 'dado',
  given: 'aceptado',
  declined: 'rechazado',
  withdrawn: 'retirado',
}

const endorsementStates: Readonly<Record<string, string>> = {
  offered: 'leído',
  accepted: 'aceptado',
  refused: 'rechazado',
  withdrawn: 'retirado',
  given: 'dado',
  signed: 'firmado',
}
const actStates: Readonly<Record<string, string>> = {
  proposed: 'propuesto',
  confirmed: 'confirmado',
  done: 'hecho',
  declined: 'rechazado',
  withdrawn: 'retirado',
}
const erasureIs: RefusalFactsStates = {
  counting: 'se está contando',
  counted: 'está contado',
  asked: 'espera a una segunda persona',
  agreed: 'está acordado',
  erased: 'está hecho',
  called_off: 'se canceló',
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
  evidence_deleted: {
    said: f =>
      `Esta evidencia se eliminó para siempre el ${say.dayAt(f.atMs)} y no queda nada de ella.`,
    next: 'Agrégala otra vez si todavía la tienes en otro lugar.',
  },
  evidence_held: {
    said: f => `“${f.title}” se envió con ella, así que no se puede eliminar.`,
    next: 'Queda en la papelera. Lo que se envió sigue a la vista mientras se conserve tu registro.',
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
  last_administrator: {
    said: f => `${f.name} ya es la única persona que administra el distrito.`,
    next: 'Primero haz que otra persona lo administre.',
  },
  role_after_taking: {
    said: f =>
      `En los últimos siete días le quitaste a alguien un rol así, y no queda nadie más que lo acepte. Desde el ${say.dayAt(f.at)}, ${say.time(f.at)}, puedes darle uno a ${f.name} por tu cuenta.`,
    next: 'Espera hasta entonces. Si no fuiste tú, puede que haya otra persona en tu cuenta: termina los equipos que no conozcas, en Ajustes, y avisa a quien opera el servidor.',
  },
  role_request_waits: {
    said: f => `Otra persona ya pidió un rol para ${f.name}, y está en espera.`,
    next: 'Primero acepta o rechaza ese, en Personas; después pide el tuyo.',
  },
  role_request_own: {
    said: f => `El rol de ${f.name} lo pediste tú; otra persona a cargo tiene que aceptarlo.`,
    next: 'Pídeselo a otra persona de la administración o de la oficina del distrito. Puedes retirarlo.',
  },
  role_request_state: {
    said: f => `Esto ya quedó así: ${roleRequestStates[f.state] ?? f.state}.`,
    next: 'Mira lo que hay ahora.',
  },
  role_request_ended: {
    said: f => `Quien pidió el rol de ${f.name} ya no puede darlo.`,
    next: 'Si todavía hace falta, lo pide otra persona de la administración. Rechaza este.',
  },
  own_leaving: {
    said: f => `${f.name}, que ya no estés en el distrito no te toca decirlo a ti.`,
    next: 'Lo hace por ti otra persona que administre.',
  },
  person_left: {
    said: f => `${f.name} dejó el distrito el ${say.dayAt(f.at)}.`,
    next: 'Di primero que volvió, en Personas y accesos, Ya no están.',
  },
  person_left_above: {
    said: f =>
      `Que ${f.name} ya no está se dijo desde un nivel más alto, y solo desde ahí se dice que volvió.`,
    next: 'Pídeselo a quien administra la escuela o el distrito.',
  },
  unit_closed: {
    said: f => `${f.unit} está cerrado: nadie nuevo trabaja ahí ni recibe un rol ahí.`,
    next: 'Elige otro lugar, o ábrelo de nuevo en Personas, Escuelas y equipos.',
  },
  unit_closed_above: {
    said: f => `${f.unit} se cerró desde un nivel más alto, y solo desde ahí se vuelve a abrir.`,
    next: 'Pídeselo a quien administra la escuela o el distrito.',
  },
  holidays_full: {
    said: f => `El registro guarda ${say.number(f.max)} días que no cuentan, y no caben más.`,
    next: 'Quita días de años pasados y después agrega estos.',
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
    next: 'Pide a su persona que retire la solicitud, la empiece otra vez con lo que escribió y envíe esa.',
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
  set_aside_reason: {
    said: f => `Para apartar “${f.title}” hace falta un motivo.`,
    next: 'Escribe qué pasa y qué puede hacer su persona; lo lee palabra por palabra.',
  },
  claim_set_aside: {
    said: f => `“${f.title}” está apartada: no se aprueba ninguna insignia para ella.`,
    next: 'Vuelve a tomarla en Por emitir si al final le toca una insignia.',
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
  endorsement_state: {
    said: f => `Este aval ya quedó así: ${endorsementStates[f.state] ?? f.state}.`,
    next: 'Mira lo que hay ahora.',
  },
  endorses_failing: {
    said: f => `«${f.what}» no se avala a partir de una insignia que no vale (${f.code}).`,
    next: 'Mira en Verificar qué le pasa; pide otra insignia de la misma entidad.',
  },
  endorses_unsure: {
    said: f => `Algo de la insignia de «${f.what}» no se puede saber (${f.code}).`,
    next: 'Míralo en Verificar, y di que lo sabes si aun así la avalas.',
  },
  endorses_nothing: {
    said: f => `Todavía no se dice nada de «${f.what}».`,
    next: 'Escribe qué defiende tu distrito, en una o dos frases.',
  },
  endorses_ended: {
    said: f => `El aval de «${f.what}» ya habría terminado el ${say.dayAt(f.at)}.`,
    next: 'Elige un día posterior, o ninguno.',
  },
  act_own: {
    said: () => 'Esto lo pediste tú; tiene que confirmarlo otra persona de la oficina.',
    next: 'Pídeselo a alguien más de la oficina de credenciales. Puedes retirarlo.',
  },
  act_asker: {
    said: () =>
      'Quien lo pidió ya no es de la oficina del distrito, así que nadie puede confirmarlo.',
    next: 'Si todavía hace falta, que lo pida otra persona de la oficina. Rechaza esta petición.',
  },
  act_state: {
    said: f => `Esto ya quedó así: ${actStates[f.state] ?? f.state}.`,
    next: 'Mira lo que hay ahora.',
  },
  act_ended: {
    said: f => `Nadie lo aceptó antes del ${say.dayAt(f.at)}, así que terminó.`,
    next: 'Pídelo otra vez si todavía hace falta.',
  },
  yes_too_young: {
    said: f =>
      `Quien lo pidió dio entrada a este equipo, así que desde él solo puedes aceptarlo a partir del ${say.dayAt(f.at)}.`,
    next: 'Acéptalo en otro equipo tuyo, o que lo acepte otra persona.',
  },
  key_change_own: {
    said: () =>
      'Lo pediste tú; otra persona de la oficina o de la administración tiene que aceptarlo.',
    next: 'Pídeselo a otra persona que pueda. Puedes retirarlo.',
  },
  key_change_asker: {
    said: () => 'Quien lo pidió ya no puede cambiar las claves del distrito.',
    next: 'Si todavía hace falta, que lo pida otra persona. Rechaza esta petición.',
  },
  key_reason_missing: {
    said: () => 'Un cambio de claves del distrito necesita un motivo.',
    next: 'Escribe por qué, para quien tiene que aceptarlo y para quien lea el diario más tarde.',
  },
  act_empty: {
    said: () => 'No elegiste nada que se pueda revocar.',
    next: 'Elige al menos una insignia.',
  },
  erasure_state: {
    said: f => `Este borrado ${erasureIs[f.state]}.`,
    next: 'Mira lo que hay ahora.',
  },
  erasure_own: {
    said: () => 'Se trata de tu propio registro, así que lo deciden otras personas.',
    next: 'Pídelo a otra persona de administración o de la oficina de credenciales.',
  },
  erasure_same: {
    said: () => 'Lo pediste tú; el sí tiene que ser de otra persona.',
    next: 'Pídelo a otra persona de administración o de la oficina de credenciales.',
  },
  erasure_ended: {
    said: f => `Nadie dijo que sí antes del ${say.dayAt(f.at)}, así que terminó.`,
    next: 'Cuenta y pídelo otra vez si todavía hace falta.',
  },
  erasure_asker: {
    said: () => 'Quien lo pidió ya no puede borrar registros.',
    next: 'Cancélalo. Si todavía hace falta, cuenta y pídelo otra vez.',
  },
  erasure_begun: {
    said: () => 'El distrito ya está borrando este registro; la mitad no se puede conservar.',
    next: 'Espera unos minutos: entonces estará hecho.',
  },
  erasure_held: {
    said: f => `Este registro está retenido por ley desde el ${say.dayAt(f.at)}: no se borra nada.`,
    next: 'Pregunta a quien lo retuvo. Cuando se levante la retención, puedes seguir.',
  },
  erasure_role: {
    said: () => 'Esta persona todavía tiene una función: otras dependen de lo que hace.',
    next: 'Quítale antes sus funciones, todas menos la de docente.',
  },
  person_erased: {
    said: f => `El registro de esta persona se borró el ${say.dayAt(f.at)}.`,
    next: 'Si vuelve, añádela como persona nueva.',
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
