import type { Adoption } from './adoption.ts';
import type { PracticeInput } from './practice.ts';

/** One practice and one adoption of it, as tests and the API's documentation show them. Countries and figures are made up. */
export const examplePractice: PracticeInput = {
  title: { source: 'es', es: 'Un solo trámite al nacer', en: 'One visit when a child is born' },
  summary: {
    source: 'es',
    es: 'En Montaluz los padres rellenaban nueve formularios en cinco oficinas. Ahora responden a seis preguntas en el hospital y el primer pago llega en seis días.',
    en: 'Parents in Montaluz filled in nine forms at five offices. Now they answer six questions in the hospital, and the first payment arrives in six days.',
  },
  problem: {
    source: 'es',
    es: 'Cada oficina pedía los mismos datos y ninguna sabía lo que la otra ya tenía.',
    en: 'Every office asked for the same things, and none knew what the other already had.',
  },
  done: {
    source: 'es',
    es: 'Cinco oficinas acordaron un único cuestionario. La matrona lo abre en una tableta.',
    en: 'Five offices agreed on one set of questions. The midwife opens it on a tablet.',
  },
  facts: [
    {
      label: { source: 'es', es: 'Primer pago tras', en: 'First payment after' },
      value: { source: 'es', es: '6 días', en: '6 days' },
    },
  ],
  failed: {
    source: 'es',
    es: 'Los padres no casados necesitaban dos firmas.',
    en: 'Unmarried parents needed two signatures.',
  },
  stage: 'evaluation',
  level: 'national',
  topics: ['society', 'health'],
  principles: ['user-needs'],
  started: '2024-03',
  languages: ['es', 'en'],
  contacts: [{ name: { source: 'es', es: 'Secretaría de Gobierno Abierto' } }],
  links: [{ label: { source: 'en', en: 'The questions, as a form' }, url: 'https://montaluz.example/form' }],
};

export const exampleAdoption: Adoption = {
  practice: {
    sub: 'https://montaluz.example/practices/019aa3f0-0000-7000-8000-000000000001',
    jti: '019aa3f0-0000-7000-8000-00000000000a',
    title: examplePractice.title,
    origin: { node: 'https://montaluz.example', name: 'Montaluz' },
  },
  status: 'trial',
  since: '2026-11',
  gist: { source: 'et', et: 'proov kolmes maakonnas', en: 'trial in 3 counties' },
  adapted: {
    source: 'et',
    et: 'Töötab ka ühenduseta.',
    en: 'Works offline, for islands without a good connection.',
  },
};
