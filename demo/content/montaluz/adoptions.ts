import type { AdoptionStory } from '../story.ts';
import { es } from '../text.ts';

export const adoptions: readonly AdoptionStory[] = [
  {
    key: 'one-visit-back-home',
    node: 'montaluz',
    practice: 'one-visit',
    from: 'one-visit-in-haesol',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'adopted',
          since: time.month(-2),
          gist: es('la acogida vuelve a casa', 'one step came home'),
          adapted: es(
            'Tomamos de Haesol la pregunta para familias de acogida, palabra por palabra. Los mensajes de texto no: aquí la mitad del país no se fía de un enlace.',
            'We took the question for foster families from Haesol, word for word. Not the text messages: half of our country does not trust a link.',
          ),
          scope: es('Los 38 hospitales', 'All 38 hospitals'),
          outcome: es(
            '410 familias al año ya no quedan fuera.',
            '410 families a year are no longer left out.',
          ),
        },
      },
    ],
  },
  {
    key: 'plain-letters-in-montaluz',
    node: 'montaluz',
    practice: 'plain-letters',
    versions(time) {
      const base = {
        since: time.month(-15),
        gist: es('si no se entiende, vuelve al legislador', 'what fails goes to the rule-makers'),
        adapted: es(
          'Siete vecinos leen la carta, como en Haesol. Hemos añadido un paso: si falla tres veces, no vuelve a quien la escribió sino al departamento que hizo la norma, que debe contestar en público.',
          'Seven citizens read the letter, as in Haesol. We added a step: when it fails three times it goes not to its writer but to the department that made the rule, which has to answer in public.',
        ),
        scope: es('Hacienda y Seguridad Social', 'Taxes and social security'),
      };
      return [
        { chapter: 2, body: { ...base, status: 'trial' } },
        {
          chapter: 3,
          body: {
            ...base,
            status: 'adopted',
            outcome: es(
              'Las llamadas por las 84 cartas revisadas bajaron un 29 %. Siete normas han vuelto a su autor; tres se han cambiado y una se ha derogado.',
              'Phone calls about the 84 letters fell by 29%. Seven rules went back to their makers; three were changed and one was repealed.',
            ),
            note: es(
              'De prueba a regla, con los resultados del primer año.',
              'From trial to rule, with the results of the first year.',
            ),
          },
        },
      ];
    },
  },
  {
    key: 'school-meals-in-montaluz',
    node: 'montaluz',
    practice: 'school-meals',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'adopted',
          since: time.month(-13),
          gist: es('los pequeños votan oliendo', 'the youngest vote by smell'),
          adapted: es(
            'Pesamos antes y después, como en Kaldavere. Los niños de tres a seis años no leen un cartel: huelen dos platos tapados y ponen una alubia en el que prefieren. Con eso se decide el menú del jueves.',
            'We weigh before and after, as in Kaldavere. Children of three to six cannot read a notice: they smell two covered dishes and put a bean beside the one they prefer. It decides Thursday’s menu.',
          ),
          scope: es('56 escuelas de la sierra', '56 schools in the hills'),
          outcome: es(
            'Se tira el 16 %, antes el 34 %. Los jueves, el 8 %. Las lentejas ganaron nueve veces, cosa que nadie esperaba.',
            '16% is thrown away, it was 34%. On Thursdays, 8%. Lentils won nine times, which nobody had expected.',
          ),
        },
      },
    ],
  },
  {
    key: 'wildfire-calls-in-montaluz',
    node: 'montaluz',
    practice: 'wildfire-calls',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'adopted',
          since: time.month(-16),
          gist: es('de día, la furgoneta del pan', 'by day, the bread van'),
          adapted: es(
            'Un martes a mediodía no queda en el pueblo nadie con coche, salvo la furgoneta del pan, la del pescado y la del butano. Ahora ellas son la pareja de día. El simulacro se hace también en agosto, cuando el pueblo tiene el triple de gente y nadie se conoce.',
            'On a Tuesday at noon nobody with a car is left in the village, except the vans that bring bread, fish and gas. They are now the daytime partners. We hold a drill in August too, when the village has three times as many people and nobody knows each other.',
          ),
          scope: es('71 pueblos', '71 villages'),
          outcome: es(
            'Última casa: 15 minutos de día, 12 de noche. En el incendio de Valdeluz salieron 233 de 233.',
            'Last house: 15 minutes by day, 12 by night. In the fire of Valdeluz 233 of 233 got out.',
          ),
        },
      },
    ],
  },
  {
    key: 'market-bus-in-montaluz',
    node: 'montaluz',
    practice: 'market-bus',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'trial',
          since: time.month(-6),
          gist: es('el día de la consulta rodante', 'on the day of the clinic bus'),
          adapted: es(
            'No tenemos mercado cada cinco días, pero sí la consulta rodante. El autobús de línea pasa el mismo día por los pueblos vecinos, y la farmacia y el banco mueven su día también. A los escolares les preguntamos primero.',
            'We have no market every fifth day, but we do have the clinic on wheels. The bus calls at the neighbouring villages on the same day, and pharmacy and bank have moved their day too. Pupils were asked first.',
          ),
          scope: es('19 pueblos del Alto Luz', '19 villages of the Upper Luz'),
        },
      },
    ],
  },
  {
    key: 'library-help-in-montaluz',
    node: 'montaluz',
    practice: 'library-help',
    from: 'library-help-in-haesol',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'trial',
          since: time.month(-3),
          gist: es('alumnos, y en el bar', 'pupils, and in the bar'),
          adapted: es(
            'De Kaldavere, la regla de no tocar el teléfono. De Haesol, los alumnos. El lugar es nuestro: el bar, los miércoles después de la partida de dominó.',
            'From Kaldavere, the rule of not touching the phone. From Haesol, the pupils. The place is our own: the bar, on Wednesdays after dominoes.',
          ),
          scope: es('12 pueblos', '12 villages'),
        },
      },
    ],
  },
];
