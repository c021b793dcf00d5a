import type { people as en } from '../en/people.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const people = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Personas y accesos',
  lead: 'Quién está en el distrito, qué puede hacer y desde qué equipos.',
  notYours: 'Personas y accesos es para la administración.',
  needsDistrict: 'Este equipo no se ha unido a ningún distrito; no hay a quién administrar.',
  count: f => say.count(f.n, { one: '1 persona', other: `${say.number(f.n)} personas` }),
  list: 'Personas',
  find: 'Buscar a una persona',
  nobody: f => `Nadie aquí se llama “${f.q}”.`,
  add: 'Agregar a una persona',
  you: 'tú',
  form: {
    addTitle: 'Agregar a una persona',
    changeTitle: f => `Cambiar a ${f.name}`,
    name: 'Nombre',
    nameMissing: 'Escribe primero el nombre.',
    place: 'Dónde trabaja',
    placeHint: 'En una línea, por ejemplo: 4.º grado, Primaria Linden.',
    roles: 'Qué puede hacer',
    rolesMissing: 'Elige al menos una.',
    role: {
      educator: 'Docente: plan, evidencias, solicitudes',
      coach: 'Asesoría: lee solicitudes',
      officer: 'Oficina de credenciales: emite y revoca insignias',
      administrator: 'Administración: personas, accesos, metas del distrito',
    },
    language: 'Su idioma',
    unsaid: 'Como su equipo',
    add: 'Agregar',
    change: 'Guardar el cambio',
    cancel: 'Ahora no',
    queued: f => `${f.name}: enviado al distrito. La lista lo muestra cuando el distrito responda.`,
    applied: f => `${f.name}: el distrito ya lo tiene.`,
    waits: f =>
      `${f.name}: el distrito ya lo tiene. El rol espera a que otra persona lo acepte; está encima de la lista.`,
    takesTwo:
      'A quien emite credenciales o administra lo nombran dos: otra persona de la administración o de la oficina del distrito lo acepta antes de que valga. Si todavía no hay nadie más, vale enseguida, y a quien llegue después se le pide que lo mire.',
    takesAway:
      'Esto quita un rol así, enseguida y sin el sí de nadie. Durante siete días no das ninguno por tu cuenta, si ya no queda nadie más.',
  },
  noRole: 'sin rol todavía',
  requests: {
    title: 'Roles que piden dos personas',
    lead: 'Quien emite o administra puede dar insignias o dejar entrar a otras personas. Por eso lo acepta otra persona a cargo del distrito. Si la única que podría ya no está, quítale su rol; siete días después puedes darlo por tu cuenta.',
    none: 'Ningún rol espera un sí.',
    notYours: 'Aceptar un rol es cosa de la oficina y de la administración del distrito.',
    what: f => `${f.name}: ${f.role}`,
    waits: f =>
      f.whom.length === 0
        ? 'Ahora no hay nadie que pueda aceptarlo.'
        : `Espera el sí de ${f.whom.length > 3 ? `una de ${say.number(f.whom.length)} personas, por ejemplo ${say.either(f.whom.slice(0, 3))}` : say.either(f.whom)}.`,
    alone: f =>
      `Lo dio ${f.by} el ${say.dayAt(f.at)}, cuando no había nadie más a quien preguntar. Ya vale.`,
    aloneNext: 'Si no está bien, quita el rol con Cambiar.',
    agreeAfter: 'Está bien',
  },
  releasing: f =>
    `“${f.title}”: enviado al distrito. Sale de esta lista cuando el distrito responda.`,
  change: 'Cambiar',
  changeOf: f => `Cambiar a ${f.name}`,
  invite: 'Invitar',
  inviteOf: f => `Invitar a ${f.name}`,
  computers: f => say.count(f.n, { one: '1 equipo', other: `${say.number(f.n)} equipos` }),
  reset: {
    press: 'Restablecer acceso',
    of: f => `Restablecer acceso: ${f.name}`,
    sure: f =>
      `La contraseña y los códigos de un solo uso de ${f.name} dejan de servir, y recibes un código para esa persona. Sus equipos siguen dentro y lo saben. A un equipo nuevo que use el código no se le muestra nada privado hasta que ${f.name} diga que sí en otro suyo, o hasta que pasen ${f.isInCharge ? 'siete días' : '24 horas'}.`,
    really: 'Restablecerlo y crear un código',
    leave: 'Dejarlo',
    title: f => `Código para ${f.name}`,
  },
  left: {
    press: 'Ya no está',
    of: f => `${f.name} ya no está en el distrito`,
    sure: f =>
      `Se dan de baja los equipos de ${f.name}, terminan su contraseña y la invitación que quede abierta, y ya no tiene ningún rol. Lo que escribió, leyó y logró se queda. Se puede volver atrás; solo con eso no entra nadie.`,
    really: 'Ya no está en el distrito',
    keep: 'Sigue aquí',
    queued: f =>
      `${f.name}: enviado al distrito. Pasa a quienes ya no están cuando el distrito responda.`,
    title: 'Ya no están',
    lead: 'No tienen ningún rol y ningún equipo entra en su nombre. Lo que hicieron queda en el registro.',
    since: f => `desde el ${say.dayAt(f.at)}`,
    above: 'Que volvió se dice desde un nivel más alto.',
    back: 'Volvió',
    backOf: f => `${f.name} volvió`,
    backQueued: f =>
      `${f.name}: enviado al distrito. Cuando esté otra vez en la lista, como docente, envíale una invitación: con lo de antes no entra.`,
  },
  invitation: {
    title: f => `Invitación para ${f.name}`,
    waits: f =>
      `${f.name} ya tiene un equipo. A otro no se le muestra nada privado hasta que diga que sí en el que tiene, o hasta que pasen ${f.isInCharge ? 'siete días' : '24 horas'}.`,
    link: 'O en un solo enlace',
    copyLink: 'Copiar el enlace',
    once: 'Solo se muestra ahora. Sirve una vez, para un equipo.',
    code: 'Código',
    address: 'Dirección del distrito',
    until: f => `Sirve hasta las ${say.time(f.at)} del ${say.dayAt(f.at)}.`,
    copy: 'Copiar el código',
    copied: 'Copiado.',
    copyFailed: 'El navegador no permitió copiar. Selecciona el código y cópialo tú.',
    done: 'Ya lo entregué',
  },
  devices: {
    title: 'Equipos',
    lead: 'Cada uno tiene su propia llave. Revoca el que se perdió: ya no podrá enviar ni traer; lo que tiene se queda en él.',
    none: 'Aún no se ha unido ningún equipo.',
    noneOf: 'Ningún equipo todavía.',
    joined: f => `se unió el ${say.dayAt(f.at)}`,
    revoked: f => `revocado el ${say.dayAt(f.at)}`,
    revoke: 'Revocar',
    revokeOf: f => `Revocar ${f.device} de ${f.name}`,
    sure: f =>
      `“${f.device}” de ${f.name} dejará de ser aceptado y no recibe nada más. Lo que hay en él se queda; con otra invitación, su persona puede unirse ahí de nuevo.`,
    really: 'Revocar este equipo',
    keep: 'Dejarlo',
    loading: 'Preguntando al distrito por sus equipos',
    again: 'Preguntar de nuevo',
    unknownPerson: 'alguien que ya no está en la lista',
  },
})
