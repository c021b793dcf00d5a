import type { units as en } from '../en/units.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const units = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Escuelas y equipos de trabajo',
  lead: 'De dónde trabaja cada quien depende qué asesores leen una solicitud y qué oficina emite por ella. Un rol puede darse solo para algunas.',
  none: 'Aún no hay escuelas. Sin ellas, cada rol vale en todo el distrito.',
  people: f => say.count(f.n, { one: '1 persona', other: `${say.number(f.n)} personas` }),
  teamOf: f => `${f.team}, ${f.school}`,
  addSchool: 'Agregar una escuela',
  addTeam: 'Agregar un equipo de trabajo',
  addTeamTo: f => `Agregar un equipo de trabajo a ${f.school}`,
  rename: 'Cambiar el nombre',
  renameOf: f => `Cambiar el nombre de ${f.name}`,
  close: 'Cerrar',
  closeOf: f => `Cerrar ${f.name}`,
  reopen: 'Abrir de nuevo',
  reopenOf: f => `Abrir de nuevo: ${f.name}`,
  closed: 'cerrado',
  closedHint:
    'Nadie nuevo trabaja ahí ni recibe un rol ahí. Quien está se queda, y todo lo que se hizo.',
  closedAbove: 'Se cerró desde un nivel más alto, y solo desde ahí se vuelve a abrir.',
  showPeople: 'Ver a las personas',
  showPeopleOf: f => `Ver a las personas de ${f.name}`,
  name: 'Nombre',
  nameMissing: 'Escribe primero el nombre.',
  add: 'Agregar',
  save: 'Guardar el nombre',
  cancel: 'Ahora no',
  filter: 'Escuela o equipo de trabajo',
  everywhere: 'Todo el distrito',
  allOfYours: 'Todo lo tuyo',
  nobodyThere: f => `Aún no trabaja nadie en ${f.place}.`,
  worksIn: 'Escuelas y equipos de trabajo a los que pertenece',
  worksInHint: 'Ahí se leen sus solicitudes y se emiten sus insignias; también en el distrito.',
  worksInMissing: 'Elige al menos una de las tuyas.',
  where: f => `Dónde, como ${f.role}`,
  inDistrict: 'En todo el distrito',
  inSome: 'Solo en algunas escuelas o equipos de trabajo',
  whereMissing: 'Elige al menos una.',
  yourOwn:
    'Tus propios roles y escuelas quedan aquí como están: te los cambia otra persona que administre.',
  notYours: 'Esta entrada la administra el distrito: llega más allá de tu escuela.',
  works: f => `trabaja en ${say.list(f.places)}`,
  roleIn: f => `${f.role} en ${say.list(f.places)}`,
  may: {
    open: 'Qué puede hacer',
    openOf: f => `Qué puede hacer ${f.name}`,
    title: f => `Qué puede leer y hacer ${f.name}`,
    close: 'Cerrar',
    lead: 'Se deduce solo de su entrada. Para mostrarlo no se abre nada suyo.',
    own: 'Escribe su propio plan, sus evidencias y sus solicitudes. Nadie más lee el plan, ni las evidencias que no están en ninguna solicitud.',
    directory:
      'Lee el directorio, los marcos, las microcredenciales y las metas que están publicadas para todos.',
    nothing: 'No lee nada de otras personas ni decide nada por ellas.',
    judge: f =>
      f.places === undefined
        ? 'Lee toda solicitud en revisión del distrito, con sus evidencias, y la evalúa. Nunca la suya.'
        : `Lee solicitudes en revisión, con sus evidencias, y las evalúa: las de quienes trabajan en ${say.list(f.places)}. Nunca la suya.`,
    approve: f =>
      f.places === undefined
        ? 'Lee toda solicitud lograda del distrito y aprueba su insignia, o la aparta con un motivo. Nunca la suya, ni una que haya evaluado.'
        : `Lee las solicitudes logradas de quienes trabajan en ${say.list(f.places)} y aprueba sus insignias, o las aparta con un motivo. Nunca la suya, ni una que haya evaluado.`,
    revoke: f =>
      f.places === undefined
        ? 'Revoca insignias del distrito, con un motivo.'
        : `Revoca insignias de quienes trabajan en ${say.list(f.places)}, con un motivo.`,
    endorse: f =>
      f.places === undefined
        ? 'Lee avales de otras entidades sobre insignias y microcredenciales, y los retira. Nunca sobre su propia insignia.'
        : `Lee avales de otras entidades sobre insignias de quienes trabajan en ${say.list(f.places)}, y los retira. Nunca sobre su propia insignia.`,
    endorseOthers: 'Avala en nombre del distrito lo que emiten otras entidades, y lo retira.',
    release: f =>
      f.places === undefined
        ? 'Devuelve una solicitud a la lista cuando quien la lee no puede seguir. Con eso no ve nada de ella.'
        : `Devuelve una solicitud a la lista cuando quien la lee no puede seguir, si es de quienes trabajan en ${say.list(f.places)}. Con eso no ve nada de ella.`,
    manage: f =>
      f.places === undefined
        ? 'Registra a todas las personas del distrito, les da roles, las invita y da de baja sus equipos.'
        : `Registra a quienes trabajan en ${say.list(f.places)} y en ningún otro lugar, les da roles ahí, las invita y da de baja sus equipos.`,
    keepUnits: f =>
      f.places === undefined
        ? 'Agrega escuelas y equipos de trabajo y cambia sus nombres.'
        : `Cambia el nombre de ${say.list(f.places)} y agrega ahí equipos de trabajo.`,
    decideCause:
      'Decide por toda la oficina qué hacer con las insignias de las que no se puede saber.',
    publishGoal:
      'Publica metas propias para todas las personas del distrito, y retira cualquiera que esté publicada.',
    describe: 'Dice cómo se llama el distrito y qué días cuentan.',
  },
  limitedQueue: f =>
    `Lees para ${say.list(f.places)}. Las solicitudes de otras personas van a otros asesores.`,
  limitedOffice: f =>
    `Emites para ${say.list(f.places)}. De lo que logran otras personas se encargan otras oficinas.`,
})
