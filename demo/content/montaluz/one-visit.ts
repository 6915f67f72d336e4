import type { Story } from '../story.ts';
import { es } from '../text.ts';

export const oneVisit: Story = {
  key: 'one-visit',
  node: 'montaluz',
  versions(time) {
    const base = {
      title: es('Un solo trámite al nacer', 'One visit when a child is born'),
      problem: es(
        'Quien tenía un hijo rellenaba nueve formularios en cinco oficinas, casi siempre con el niño en brazos. Cada oficina pedía los mismos datos y ninguna sabía lo que la otra ya tenía. La primera ayuda llegaba a los 41 días; a las familias que no sabían que existía no les llegaba nunca.',
        'Whoever had a child filled in nine forms at five offices, mostly with the baby in their arms. Every office asked for the same things, and none knew what the other already had. The first payment arrived after 41 days; to families who did not know of it, it never came.',
      ),
      conditions: es(
        'Una ley que permita que cada oficina reciba solo lo suyo, y alguien que mande sobre las cinco durante el primer año. Sin eso, las reuniones no acaban.',
        'A law that lets each office receive only its own part, and somebody who has authority over all five for the first year. Without that the meetings never end.',
      ),
      stage: 'diffusion' as const,
      level: 'national' as const,
      started: time.month(-32),
      languages: ['es', 'en', 'fr'],
      contacts: [
        {
          name: es('Secretaría de Gobierno Abierto de Montaluz', 'Open Government Secretariat of Montaluz'),
          url: 'https://abierto.montaluz.example',
        },
      ],
      links: [
        {
          label: es(
            'Las seis preguntas, tal como las ve la familia',
            'The six questions as the family sees them',
          ),
          url: 'https://abierto.montaluz.example/nacer/preguntas',
        },
      ],
      slug: 'one-visit-when-a-child-is-born',
    };
    const done = es(
      'Cinco oficinas acordaron un solo cuestionario de seis preguntas. La matrona lo abre en una tableta; el padre o la madre confirma con su identidad electrónica o firma en papel. Cada oficina recibe solo las respuestas que la ley le permite tener. Quien no quiere hacerlo en el hospital tiene cuarenta días y cualquier ventanilla.',
      'Five offices agreed on one set of six questions. The midwife opens it on a tablet; the parent confirms with the national eID or signs on paper. Each office gets only the answers that the law lets it have. Whoever prefers not to do it in hospital has forty days and any counter.',
    );
    return [
      {
        chapter: 1,
        body: {
          ...base,
          done,
          stage: 'implementation',
          topics: ['society', 'health'],
          principles: ['user-needs', 'safeguards'],
          summary: es(
            'En Montaluz los padres rellenaban nueve formularios en cinco oficinas. Ahora responden a seis preguntas en el hospital. Lo probamos en cuatro hospitales.',
            'Parents in Montaluz filled in nine forms at five offices. Now they answer six questions in the hospital. We are trying it in four hospitals.',
          ),
          results: es(
            'En cuatro hospitales, 1.900 nacimientos en seis meses. La primera ayuda llega a los 17 días.',
            'In four hospitals, 1,900 births in six months. The first payment arrives after 17 days.',
          ),
          facts: [
            { label: es('Primer pago', 'First payment after'), value: es('41 → 17 días', '41 → 17 days') },
            { label: es('Hospitales', 'Hospitals'), value: es('4 de 38', '4 of 38') },
          ],
          cost: es('380.000 hasta ahora, la mitad en reuniones.', '380,000 so far, half of it in meetings.'),
          failed: es(
            'Los padres no casados necesitan dos firmas, y la segunda falta durante semanas.',
            'Unmarried parents need two signatures, and the second one is missing for weeks.',
          ),
        },
      },
      {
        chapter: 2,
        body: {
          ...base,
          done,
          topics: ['society', 'health'],
          principles: ['user-needs', 'safeguards'],
          summary: es(
            'En Montaluz los padres rellenaban nueve formularios en cinco oficinas. Ahora responden a seis preguntas en el hospital y el primer pago llega en seis días en lugar de cuarenta y uno.',
            'Parents in Montaluz filled in nine forms at five offices. Now they answer six questions in the hospital, and the first payment arrives in six days instead of forty-one.',
          ),
          results: es(
            '31 de 38 hospitales. El 84 % de los nacimientos pasa por el cuestionario y el primer pago llega a los 6 días. 2.300 familias recibieron una ayuda que antes no habrían pedido.',
            '31 of 38 hospitals. 84% of births go through the questions, and the first payment arrives after 6 days. 2,300 families received help that they would not have asked for before.',
          ),
          facts: [
            { label: es('Primer pago', 'First payment after'), value: es('41 → 6 días', '41 → 6 days') },
            { label: es('Nacimientos incluidos', 'Births covered'), value: es('84 %', '84%') },
            { label: es('Coste', 'Cost'), value: es('1,1 millones', '1.1 million') },
            { label: es('Trabajo', 'Staff time'), value: es('14 meses', '14 months') },
          ],
          cost: es(
            '1,1 millones: 60 % en conectar registros, 25 % en tabletas, 15 % en formar a 900 matronas.',
            '1.1 million: 60% to connect registers, 25% for tablets, 15% to train 900 midwives.',
          ),
          failed: es(
            'Los padres no casados necesitaban dos firmas y la segunda faltaba durante semanas: ahora el otro progenitor puede firmar desde casa. Cuatro hospitales rurales perdían la conexión a diario. Las familias de acogida no aparecen en el cuestionario.',
            'Unmarried parents needed two signatures, and the second one was often missing for weeks: the other parent can now sign from home. Four rural hospitals lost their connection daily. Foster families do not appear in the questions at all.',
          ),
          note: es('Resultados del primer año completo.', 'Results of the first full year.'),
        },
      },
      {
        chapter: 4,
        body: {
          ...base,
          done: es(
            `${done.es} Desde este año el cuestionario pregunta también quién va a cuidar del niño, como en Haesol: una familia de acogida recibe lo mismo y el mismo día.`,
            `${done.en} Since this year the questions also ask who is going to care for the child, as in Haesol: a foster family receives the same, on the same day.`,
          ),
          topics: ['society', 'health', 'government'],
          principles: ['user-needs', 'safeguards', 'inclusion'],
          summary: es(
            'En Montaluz los padres rellenaban nueve formularios en cinco oficinas. Ahora responden a seis preguntas en el hospital y el primer pago llega en seis días. El paso para familias de acogida lo aprendimos de Haesol.',
            'Parents in Montaluz filled in nine forms at five offices. Now they answer six questions in the hospital, and the first payment arrives in six days. The step for foster families we learned from Haesol.',
          ),
          results: es(
            'Los 38 hospitales. El 92 % de los nacimientos pasa por el cuestionario. 410 familias de acogida al año ya no quedan fuera. El 8 % que falta son, sobre todo, partos en casa y madres sin documentación: para ellas esto todavía no resuelve nada.',
            'All 38 hospitals. 92% of births go through the questions. 410 foster families a year are no longer left out. The missing 8% are mostly home births and mothers without papers: for them this solves nothing yet.',
          ),
          evidence: [
            {
              label: es(
                'Días hasta el primer pago, por hospital y mes (CSV)',
                'Days to first payment, by hospital and month (CSV)',
              ),
              url: 'https://datos.montaluz.example/nacer/dias.csv',
            },
            {
              label: es('Informe del Defensor del Pueblo', 'Report of the Ombudsman'),
              url: `https://defensor.montaluz.example/informes/${time.year(-1)}/nacer`,
            },
          ],
          facts: [
            { label: es('Primer pago', 'First payment after'), value: es('6 días', '6 days') },
            { label: es('Nacimientos incluidos', 'Births covered'), value: es('92 %', '92%') },
            { label: es('Coste', 'Cost'), value: es('1,4 millones', '1.4 million') },
            { label: es('Trabajo', 'Staff time'), value: es('14 meses', '14 months') },
          ],
          cost: es(
            '1,4 millones en total y 120.000 al año para mantenerlo. Se ahorran unas 70.000 visitas a oficinas al año; no hemos reducido plantilla, se atiende antes a los demás.',
            '1.4 million in all, and 120,000 a year to keep it going. About 70,000 visits to offices are saved a year; we have not cut staff, others are served sooner.',
          ),
          failed: es(
            'Los padres no casados necesitaban dos firmas y la segunda faltaba durante semanas. Cuatro hospitales rurales perdían la conexión a diario. Ambas cosas se arreglaron en el segundo año. Las familias de acogida quedaron fuera dos años enteros porque nadie les preguntó.',
            'Unmarried parents needed two signatures, and the second one was often missing for weeks. Four rural hospitals lost their connection daily. Both were repaired in the second year. Foster families were left out for two whole years because nobody had asked them.',
          ),
          note: es(
            'Familias de acogida, tomado de Haesol. Cifras de los 38 hospitales.',
            'Foster families, taken from Haesol. Figures of all 38 hospitals.',
          ),
        },
      },
    ];
  },
};
