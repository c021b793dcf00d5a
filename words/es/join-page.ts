import type { SameShape } from '../same-shape.ts'
import type { joinPage as en } from '../en/join-page.ts'

/** La página a la que lleva un enlace de invitación en un navegador; la sirve el distrito, sin scripts. */
export const joinPage: SameShape<typeof en> = {
  title: f => `Únete a ${f.district} en Meritfolio`,
  lead: 'Te invitaron. Esta página no gasta nada: el código de tu enlace se queda en tu navegador y sirve una vez, en Meritfolio.',
  steps: {
    open: 'Abre Meritfolio en tu computadora. Si todavía no está, pregunta a quien te invitó dónde lo tiene tu distrito.',
    choose: 'Elige “Unirme a mi distrito”. En una computadora que ya usas: Ajustes, Distrito.',
    paste:
      'Copia todo tu enlace de invitación, de tu mensaje o de la barra de direcciones, y pégalo ahí. La dirección y el código se llenan solos.',
    join: 'Mira si la dirección es la de abajo, y únete.',
  },
  appLink: 'Abrir Meritfolio con esta dirección',
  appHint: 'Llena la dirección, donde Meritfolio está instalado. Después pega el enlace.',
  address: 'La dirección del distrito',
  old: 'Un enlace sirve una vez, y durante siete días. Si el tuyo ya no sirve, pide otro.',
}
