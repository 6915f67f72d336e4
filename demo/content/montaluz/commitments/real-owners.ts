import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et, ko } from '../../text.ts';

const MATCHES = `step;companies
with a public contract in Montaluz;21840
owner stated;19211
owner stated and in a register;15022
of these in the register of Kaldavere;318
stated otherwise in Kaldavere;27
`;

export const realOwners: CommitmentStory = {
  key: 'real-owners',
  acts: ({ time, at }) => [
    {
      node: 'montaluz',
      promise: {
        title: es(
          'De quién son de verdad las empresas que cobran del Estado, también al otro lado de la frontera',
          'Who really owns the companies that the state pays, across the border too',
        ),
        start: time.month(-11),
        end: time.month(11),
        leads: [
          { name: es('Intervención General de Montaluz', 'Comptroller General of Montaluz') },
          {
            name: et('Kaldavere Äriregister', 'Business Register of Kaldavere'),
            node: at.kaldavere,
            url: 'https://ariregister.kaldavere.example',
          },
          { name: ko('해솔 조달청', 'Procurement Service of Haesol'), node: at.haesol },
        ],
        problem: es(
          'El registro de propietarios se rellena sin que nadie lo compruebe. Una empresa puede decir una cosa aquí y otra en Kaldavere.',
          'The register of owners is filled in, and nobody checks. A company can say one thing here and another in Kaldavere.',
        ),
        what: es(
          'Cruzamos los registros cada noche. Lo que no coincide se publica como «sin aclarar», sin nombres de personas, y el contrato no se renueva hasta que se aclare.',
          'The registers are compared every night. What does not match is published as “not explained”, without names of people, and the contract is not renewed until it is.',
        ),
        how: es(
          'Mentir en dos países a la vez, y de la misma manera, es difícil.',
          'To lie in two countries at once, and alike, is hard.',
        ),
        values: ['transparency', 'accountability'],
        theme: es('Contra la corrupción', 'Against corruption'),
        areas: ['anti-corruption', 'beneficial-ownership', 'public-procurement'],
        sdgs: [16, 17],
        budget: es('700.000 entre los tres países.', '700,000 between the three countries.'),
        consultation: 'https://participa.montaluz.example/propietarios',
        milestones: [
          { key: 'format', title: es('Un formato común', 'A common format'), deadline: time.month(0) },
          {
            key: 'montaluz',
            title: es('Registro de Montaluz, comprobado', 'The register of Montaluz is checked'),
            deadline: time.month(3),
            indicators: [
              {
                key: 'checked',
                text: es('Empresas con propietario comprobado', 'Companies whose owner is checked'),
                baseline: 0,
                target: 95,
                unit: es('%', '%'),
                deadline: time.month(3),
              },
            ],
          },
          {
            key: 'kaldavere',
            title: es('Cruce con Kaldavere', 'Compared with Kaldavere'),
            lead: es('Registro Mercantil de Kaldavere', 'Business Register of Kaldavere'),
            deadline: time.month(4),
          },
          { key: 'haesol', title: es('Cruce con Haesol', 'Compared with Haesol'), deadline: time.month(11) },
        ],
      },
    },
    {
      node: 'kaldavere',
      lead: {
        milestones: ['format', 'kaldavere'],
        part: et(
          'Anname oma registri igal ööl ja võrdleme ise tagasi.',
          'We hand over our register every night, and compare it the other way round ourselves.',
        ),
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-3),
        status: 'limited',
        progress: et(
          'Ühine vorming on avaldatud. Esimene võrdlus andis 27 ettevõtet, mis ütlevad kahes riigis eri asja.',
          'The common format is published. The first comparison gave 27 companies that say one thing here and another there.',
        ),
        milestones: [
          { key: 'format', status: 'complete' },
          { key: 'kaldavere', status: 'limited' },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-1),
        status: 'substantial',
        progress: es(
          'El cruce con Kaldavere corre cada noche. De las 27 empresas, 19 lo aclararon, 5 perdieron el contrato y 3 siguen publicadas como «sin aclarar». Haesol está invitada y no ha contestado.',
          'The comparison with Kaldavere runs every night. Of the 27 companies 19 explained it, 5 lost the contract, and 3 are still published as “not explained”. Haesol is invited and has not answered.',
        ),
        milestones: [
          { key: 'montaluz', status: 'substantial' },
          { key: 'checked', status: 'substantial', value: 69 },
          { key: 'kaldavere', status: 'complete' },
          { key: 'haesol', status: 'not-started' },
        ],
        evidence: [
          table(at.montaluz, es('El cruce paso a paso (CSV)', 'The comparison step by step (CSV)'), MATCHES),
        ],
      },
    },
  ],
};
