import type { CommitmentStory } from '../../story.ts';
import { es } from '../../text.ts';

export const warningLetterbox: CommitmentStory = {
  key: 'warning-letterbox',
  acts: ({ time }) => [
    {
      node: 'montaluz',
      promise: {
        title: es(
          'Un buzón para avisar de corrupción que no sabe quién escribe',
          'A letterbox for warnings of corruption that does not know who writes',
        ),
        start: time.month(1),
        end: time.month(12),
        leads: [{ name: es('Agencia Antifraude de Montaluz', 'Anti-Fraud Agency of Montaluz') }],
        supporting: [{ name: es('Colegio de la Abogacía', 'Bar Association') }],
        problem: es(
          'Hay once buzones y ninguno contesta. De 340 avisos en un año, 9 tuvieron respuesta. Dos personas que avisaron perdieron el trabajo.',
          'There are eleven letterboxes, and none answers. Of 340 warnings in a year 9 had an answer. Two people who warned lost their job.',
        ),
        what: es(
          'Un solo buzón, con programa libre, revisado por fuera. Quien avisa recibe una clave y puede preguntar qué pasó, sin decir quién es. Cada trimestre se publica cuántos avisos hubo y cómo acabaron.',
          'One letterbox, of free software, reviewed by outsiders. Whoever warns gets a key, and can ask what became of it without saying who they are. Every quarter it is published how many warnings there were, and how they ended.',
        ),
        how: es(
          'La gente avisa cuando no se arriesga y cuando sirve de algo.',
          'People warn where it is no risk, and where it is of use.',
        ),
        values: ['accountability', 'participation', 'technology'],
        theme: es('Contra la corrupción', 'Against corruption'),
        areas: ['anti-corruption', 'whistleblower-protections'],
        sdgs: [16],
        budget: es('460.000.', '460,000.'),
        consultation: 'https://participa.montaluz.example/buzon',
        milestones: [
          {
            key: 'law',
            title: es('La ley protege a quien avisa', 'The law protects whoever warns'),
            deadline: time.month(6),
          },
          {
            key: 'review',
            title: es('El programa, revisado por fuera', 'The software is reviewed by outsiders'),
            deadline: time.month(9),
          },
          {
            key: 'answers',
            title: es('Los avisos tienen respuesta', 'Warnings are answered'),
            deadline: time.month(12),
            indicators: [
              {
                key: 'answered',
                text: es('Avisos con respuesta en 30 días', 'Warnings answered within 30 days'),
                baseline: 3,
                target: 90,
                unit: es('%', '%'),
                deadline: time.month(12),
              },
            ],
          },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-1),
        status: 'not-started',
        progress: es(
          'Empieza el mes que viene. El anteproyecto de ley está en consulta y hay 212 comentarios.',
          'It begins next month. The draft law is in consultation, with 212 comments.',
        ),
      },
    },
  ],
};
