import type { ReferenceStory } from '../story.ts';
import { es } from '../text.ts';

/** Made up like everything here; its columns are those of the reviews of the OGP, so that it reads like one of them. */
const HEADER = [
  'Country',
  'Action Plan Number',
  'Theme',
  'Comm No',
  'Commitment Title',
  'Full Text',
  'Start Date',
  'End Date',
  'Lead Institution',
  'Anti-corruption',
  'Open Data',
  'Public Participation',
  'Health',
  'OGP',
  'Value -Info',
  'Value -Part',
  'Value -Acc',
  'Value -Tech',
  'Specificity',
  '_Relevant',
  'Potential impact',
  'Completion (progress report)',
  'Starred (current formula) progress report',
];

/** Country, plan, theme, number, title, text, start, end, lead, areas, values, codes and star. */
const ROWS = [
  'Vesterholm,1,Public money,1,Every grant on one page,Grants above 500 are listed with purpose and result.,01/2019,12/2020,Ministry of Finance,0,1,0,0,0,1,0,1,0,c. high,1,Transformative,d. Complete,1',
  'Vesterholm,1,Public money,2,Spending of the harbour company,The harbour company publishes what it pays and to whom.,01/2019,12/2020,Harbour Company,1,1,0,0,0,1,0,0,0,b. medium,1,Moderate,c. Substantial,0',
  'Vesterholm,1,Health,3,Waiting times in view,Waiting times by clinic are published every month.,03/2019,06/2020,Board of Health,0,1,0,1,0,1,0,0,1,b. medium,1,Moderate,b. Limited,0',
  'Vesterholm,2,Taking part,1,An answer to each comment,Each comment on a draft law is answered in writing.,01/2021,12/2022,Chancellery,0,0,1,0,0,0,1,1,0,c. high,1,Transformative,c. Substantial,1',
  'Vesterholm,2,Taking part,2,Young council,A council of people under 20 meets the cabinet twice a year.,01/2021,12/2022,Ministry of Education,0,0,1,0,0,0,1,0,0,a. low,1,Minor,d. Complete,0',
  'Orrin Isles,1,Against corruption,1,Register of gifts,Gifts to officials are public within a month.,05/2018,05/2020,Office of the Auditor,1,1,0,0,0,1,0,1,0,c. high,1,Moderate,d. Complete,0',
  'Orrin Isles,1,Against corruption,2,Owners of fishing rights,Who owns which part of the catch is public.,05/2018,05/2020,Fisheries Board,1,1,0,0,0,1,0,1,1,c. high,1,Transformative,a. Not started,0',
  'Orrin Isles,1,Water,3,"Water quality, beach by beach",Samples are published on the day they are read.,06/2018,09/2019,Environment Agency,0,1,0,1,0,1,0,0,1,b. medium,1,Moderate,d. Complete,0',
  'Tarnmark,1,Open data,1,Open bus timetables,Timetables are published in one format.,NR,NR,Transport Office,0,1,0,0,0,1,0,0,1,b. medium,1,Minor,d. Complete,0',
  'Tarnmark,1,Open data,2,Maps of flooding,Flood maps may be used by anyone.,NR,NR,Land Survey,0,1,0,0,0,1,0,0,1,a. low,0,Minor,b. Limited,0',
  'Tarnmark,1,Public money,3,Village budgets by vote,A tenth of the budget of each village is decided by vote.,02/2020,12/2021,Ministry of the Interior,0,0,1,0,1,0,1,1,0,c. high,1,Transformative,b. Limited,0',
  'Tarnmark,1,Justice,4,Judgments in plain words,Each judgment of the supreme court has a summary of 200 words.,02/2020,12/2021,Supreme Court,0,1,0,0,0,1,0,1,0,b. medium,1,Moderate,unclear,0',
];

export const harbourReviews: ReferenceStory = {
  key: 'harbour-reviews',
  node: 'montaluz',
  reference: {
    title: es(
      'Compromisos de tres vecinos del norte, revisados',
      'Commitments of three northern neighbours, reviewed',
    ),
    source: 'https://revisiones.montaluz.example/vecinos-del-norte.csv',
    licence: 'CC BY 4.0',
    note: es('Para comparar. Los países son inventados.', 'To compare with. The countries are made up.'),
  },
  text: `${[HEADER.join(','), ...ROWS].join('\n')}\n`,
};
