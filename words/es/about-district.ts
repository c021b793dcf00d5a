import type { aboutDistrict as en } from '../en/about-district.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const aboutDistrict = (say: Say): SameShape<ReturnType<typeof en>> => ({
  title: 'Nombre y días del distrito',
  open: 'Nombre y días del distrito',
  lead: 'Cómo se llama el distrito y en qué días no se espera respuesta de nadie.',
  notYours: 'El nombre y los días son para la administración de todo el distrito.',
  needsDistrict: 'Este equipo no se ha unido a ningún distrito; no hay ninguno que describir.',
  nameTitle: 'Nombre y zona horaria',
  name: 'Nombre del distrito',
  nameHint: 'Lo llevan las insignias nuevas; las demás conservan el suyo.',
  nameMissing: 'Escribe primero el nombre.',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Según ella empieza y termina un día.',
  save: 'Guardar nombre y zona horaria',
  saved: 'Guardado.',
  days: {
    title: 'Días que no cuentan',
    lead: 'Los sábados y domingos nunca cuentan. En los días de esta lista tampoco se espera respuesta de nadie.',
    promised:
      'Una fecha ya prometida queda como está. Lo que se envíe desde ahora se promete sin contar estos días.',
    addTitle: 'Agregar días',
    from: 'Primer día',
    fromHint: 'O el único.',
    until: 'Último día',
    untilHint: 'Déjalo vacío si es un solo día.',
    name: 'Qué es',
    nameHint: 'Si quieres: Acción de Gracias, vacaciones de invierno.',
    add: 'Agregar',
    paste: 'Pegar una lista',
    list: 'Días, uno en cada línea',
    listHint:
      'Por ejemplo 2026-11-26 Acción de Gracias, o 12/21/2026 a 1/1/2027 Vacaciones. El mes va primero.',
    listMissing: 'Pega o escribe al menos un día.',
    addList: 'Agregar estos días',
    cancel: 'Ahora no',
    wrong: f =>
      say.count(f.n, {
        one: 'Hay una línea que no se puede tomar. Todavía no se agregó nada.',
        other: `Hay ${say.number(f.n)} líneas que no se pueden tomar. Todavía no se agregó nada.`,
      }),
    wrongLine: f => `Línea ${say.number(f.line)}, “${f.text}”:`,
    fault: {
      missing: 'Escribe primero la fecha, por ejemplo 11/26/2026.',
      unreal: 'Ese día no existe.',
      order: 'El último día está antes del primero.',
      year: 'Mira el año: queda a más de diez años.',
      long: 'Es más que un año escolar. Mira las fechas.',
      weekend: 'Es fin de semana, y eso nunca cuenta.',
    },
    added: f =>
      say.count(f.n, { one: 'Se agregó un día.', other: `Se agregaron ${say.number(f.n)} días.` }),
    none: 'Todavía no hay ningún día en la lista: cuentan todos los días de lunes a viernes, también los feriados.',
    run: f =>
      f.first === f.last ? say.day(f.first) : `del ${say.day(f.first)} al ${say.day(f.last)}`,
    count: f => say.count(f.n, { one: '1 día', other: `${say.number(f.n)} días` }),
    remove: 'Quitar',
    removeOf: f => (f.name === '' ? `Quitar ${f.days}` : `Quitar ${f.name}, ${f.days}`),
    dayByDay: 'Día por día',
  },
})
