import type { Story } from '../story.ts';
import { es } from '../text.ts';

export const tenDays: Story = {
  key: 'ten-days',
  node: 'montaluz',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: es(
            'Contratos publicados en diez días, o no se pagan',
            'Contracts published within ten days, or not paid',
          ),
          summary: es(
            'Un contrato público que no está en el registro abierto no se puede pagar. Antes se publicaba el 38 % y con ocho meses de retraso; ahora el 97 %, con una mediana de cuatro días.',
            'A public contract that is not in the open register cannot be paid. 38% used to be published, eight months late; now it is 97%, after a median of four days.',
          ),
          problem: es(
            'La ley obligaba a publicar los contratos desde hacía nueve años, sin consecuencia alguna. Los periodistas los pedían uno a uno. Los propios ayuntamientos no sabían lo que pagaba el de al lado por lo mismo.',
            'For nine years the law had required contracts to be published, with no consequence at all. Journalists asked for them one by one. Towns themselves did not know what the next one paid for the same thing.',
          ),
          done: es(
            'El programa de contabilidad pide el número del registro antes de hacer una transferencia. No hay sanción, ni inspector, ni plazo que vigilar: sin número no hay pago. El registro se publica entero cada noche en formato abierto, con el precio por unidad cuando lo hay.',
            'The accounting software asks for the register number before it makes a transfer. There is no fine, no inspector, no deadline to watch: no number, no payment. The whole register is published every night in an open format, with the price per unit where there is one.',
          ),
          results: es(
            'El 97 % de los contratos, mediana de cuatro días. Once ayuntamientos compran ya juntos el asfalto tras ver que pagaban entre 41 y 96 por tonelada.',
            '97% of contracts, after a median of four days. Eleven towns now buy asphalt together, having seen that they paid between 41 and 96 a tonne.',
          ),
          evidence: [
            {
              label: es('El registro completo (CSV, OCDS)', 'The whole register (CSV, OCDS)'),
              url: 'https://datos.montaluz.example/contratos',
            },
          ],
          facts: [
            {
              label: es('Contratos publicados', 'Contracts published'),
              value: es('38 % → 97 %', '38% → 97%'),
            },
            { label: es('Mediana', 'Median'), value: es('4 días', '4 days') },
            { label: es('Coste', 'Cost'), value: es('90.000', '90,000') },
            { label: es('Trabajo', 'Staff time'), value: es('5 meses', '5 months') },
          ],
          cost: es(
            '90.000 para cambiar tres programas de contabilidad. Ningún puesto nuevo.',
            '90,000 to change three accounting programs. No new posts.',
          ),
          failed: es(
            'Los contratos pequeños se partieron en trozos por debajo del límite: subieron un 30 % en tres meses. Bajamos el límite a cero. Y los primeros ficheros llevaban nombres de autónomos que no debían estar.',
            'Small contracts were cut into pieces below the threshold: up 30% in three months. We lowered the threshold to zero. And the first files carried names of sole traders that should not have been there.',
          ),
          conditions: es(
            'Que la contabilidad sea electrónica y que el interventor esté de acuerdo: es quien firma. Haga una excepción escrita para emergencias, o la inventarán.',
            'Accounting must be electronic and the auditor must agree: it is the auditor who signs. Write an exception for emergencies, or one will be invented.',
          ),
          stage: 'diffusion',
          level: 'national',
          topics: ['government', 'economy'],
          principles: ['open-government', 'open-markets', 'open-standards'],
          started: time.month(-41),
          languages: ['es', 'en', 'fr'],
          contacts: [{ name: es('Intervención General de Montaluz', 'Comptroller General of Montaluz') }],
          slug: 'contracts-within-ten-days',
        },
      },
    ];
  },
};
