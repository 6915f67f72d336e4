import type { Story } from '../story.ts';
import { es } from '../text.ts';

export const rightToRepair: Story = {
  key: 'right-to-repair',
  node: 'montaluz',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: es('Derecho a reparar la maquinaria del campo', 'A right to repair farm machines'),
          summary: es(
            'Quien vende un tractor en Montaluz entrega también el manual y la clave de diagnóstico. La espera media por una avería en cosecha bajó de once días a tres.',
            'Whoever sells a tractor in Montaluz also hands over the manual and the diagnostic key. Waiting for a repair at harvest time fell from eleven days to three on average.',
          ),
          problem: es(
            'Un sensor averiado paraba una cosechadora de 300.000 hasta que llegaba el técnico de la marca, desde 400 kilómetros. El taller del pueblo tenía la pieza y no la clave.',
            'A broken sensor stopped a combine worth 300,000 until the maker’s technician came from 400 kilometres away. The village workshop had the part but not the key.',
          ),
          done: es(
            'Una petición de 5.000 agricultores llegó al parlamento. La ley dice tres cosas: manual, piezas durante quince años y clave de diagnóstico al mismo precio que para los talleres de la marca. La subvención para comprar máquinas solo se paga por modelos que lo cumplen. El registro de modelos es público y cualquiera puede denunciar uno.',
            'A petition by 5,000 farmers reached parliament. The law says three things: manual, parts for fifteen years, and the diagnostic key at the price that the maker’s own workshops pay. Subsidies are paid only for models that comply. The list of models is public, and anyone can report one.',
          ),
          results: es(
            'Espera media en cosecha: de 11 a 3 días. 64 talleres de pueblo reparan ya electrónica. El 88 % de los modelos en venta cumple; dos marcas se fueron y una ha vuelto.',
            'Average wait at harvest time: 11 to 3 days. 64 village workshops now repair electronics. 88% of the models on sale comply; two makers left and one has come back.',
          ),
          evidence: [
            {
              label: es('Registro de modelos, con las denuncias', 'Register of models, with the reports'),
              url: 'https://campo.montaluz.example/modelos',
            },
          ],
          facts: [
            { label: es('Espera en cosecha', 'Wait at harvest'), value: es('11 → 3 días', '11 → 3 days') },
            { label: es('Talleres', 'Workshops'), value: es('64', '64') },
            { label: es('Modelos que cumplen', 'Models that comply'), value: es('88 %', '88%') },
            { label: es('Coste público', 'Public cost'), value: es('210.000 al año', '210,000 a year') },
          ],
          cost: es(
            '210.000 al año: cuatro personas que prueban modelos y un curso para talleres.',
            '210,000 a year: four people who test models, and a course for workshops.',
          ),
          failed: es(
            'Durante un año las marcas entregaron manuales de 4.000 páginas escaneados de lado. Hubo que escribir en el reglamento qué es un manual legible. La ley no alcanza a las máquinas compradas antes.',
            'For a year makers handed over manuals of 4,000 pages, scanned sideways. We had to write into the rules what a readable manual is. The law does not reach machines bought before it.',
          ),
          conditions: es(
            'Una ayuda de la que las marcas dependan. La prohibición sola se recurre; la ayuda, no.',
            'A subsidy that makers depend on. A ban alone is taken to court; a subsidy is not.',
          ),
          stage: 'evaluation',
          level: 'national',
          topics: ['agriculture', 'economy', 'environment'],
          principles: ['open-markets', 'open-standards', 'sustainability'],
          started: time.month(-25),
          languages: ['es', 'en'],
          contacts: [
            {
              name: es('Consejería del Campo', 'Department of the Countryside'),
              url: 'https://campo.montaluz.example',
            },
          ],
          slug: 'right-to-repair-farm-machines',
        },
      },
    ];
  },
};
