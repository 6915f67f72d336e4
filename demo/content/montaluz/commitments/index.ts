import type { PlanStory } from '../../story.ts';
import { es } from '../../text.ts';
import { clearedForest } from './cleared-forest.ts';
import { onePageBudget } from './one-page-budget.ts';
import { realOwners } from './real-owners.ts';
import { schoolRoutes } from './school-routes.ts';
import { surgeryQueue } from './surgery-queue.ts';
import { warningLetterbox } from './warning-letterbox.ts';

export const commitments: PlanStory = {
  key: 'montaluz-plan',
  node: 'montaluz',
  zone: 'Europe/Madrid',
  plan: ({ time }) => ({
    title: es(
      `Plan de gobierno abierto de Montaluz ${time.year(-1)}-${time.year(1)}`,
      `Open government plan of Montaluz ${time.year(-1)}–${time.year(1)}`,
    ),
    summary: es(
      'Seis compromisos. Cada uno dice qué cambia para quién y cómo se sabrá. Los que fracasen se quedan en la lista.',
      'Six commitments. Each says what changes for whom, and how one will know. Those that fail stay on the list.',
    ),
    programme: 'ogp',
    number: 5,
    start: time.year(-1),
    end: time.year(1),
    cocreation: es(
      'Un sorteo eligió a 60 personas de 24 pueblos. Durante tres fines de semana oyeron a los ministerios y a quienes los critican, y redactaron once propuestas. El Gobierno aceptó seis y contestó por escrito a las otras cinco.',
      '60 people from 24 villages were drawn by lot. On three weekends they heard the ministries and those who criticise them, and wrote eleven proposals. The government took six, and answered the other five in writing.',
    ),
    cocreationEvidence: [
      {
        label: es('Las once propuestas y las cinco respuestas', 'The eleven proposals and the five answers'),
        url: 'https://datos.montaluz.example/plan/propuestas',
      },
    ],
  }),
  commitments: [onePageBudget, surgeryQueue, clearedForest, schoolRoutes, warningLetterbox, realOwners],
};
