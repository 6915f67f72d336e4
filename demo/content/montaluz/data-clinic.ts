import type { EventStory } from '../story.ts';
import { es } from '../text.ts';

/** Weeks of the series: the clocks of Europe change at least once within so many. */
const WEEKS = 32;

export const dataClinic: EventStory = {
  key: 'data-clinic',
  node: 'montaluz',
  chapter: 3,
  body(time) {
    const at = (week: number, clock = '10:00') => `${time.day(6 + week * 7)}T${clock}`;
    return {
      title: es('Consultorio de datos', 'Data clinic'),
      summary: es(
        'Cada semana dos horas en línea: traiga un conjunto de datos y váyase con una descripción que otros puedan encontrar.',
        'Two hours online every week: bring a dataset, leave with a description by which others can find it.',
      ),
      type: 'workshop',
      mode: 'online',
      status: 'confirmed',
      zone: 'Europe/Madrid',
      start: at(0),
      end: at(0, '12:00'),
      recurrence: {
        rule: `FREQ=WEEKLY;COUNT=${WEEKS}`,
        except: [at(4)],
        changed: [
          {
            at: at(2),
            start: at(2, '16:00'),
            end: at(2, '18:00'),
            note: es('Por la tarde, por la feria.', 'In the afternoon, because of the fair.'),
          },
          { at: at(5), cancelled: true, note: es('Día festivo.', 'A public holiday.') },
        ],
      },
      hosts: [
        { name: es('Secretaría de Gobierno Abierto', 'Open Government Secretariat of Montaluz') },
        { name: es('Instituto de Estadística', 'Institute of Statistics') },
      ],
      online: 'https://aula.montaluz.example/datos',
      topics: ['government', 'education'],
      languages: ['es', 'en'],
      registration: { guests: true, places: { online: 25 } },
    };
  },
};
