import { describe, expect, it } from 'vitest';
import { readOgp } from './ogp.ts';
import { checkStars, countriesOf } from './stars.ts';

const HEADER =
  'Country,Action Plan Number,Comm No,Commitment Title,Anti-corruption,Elections & Political Finance,OGP,' +
  'Specificity,_Relevant,Value -Part,Potential impact,Completion (progress report),' +
  'Starred (current formula) progress report,End Date';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

describe('the commitments file of the OGP', () => {
  it('is read as far as it is understood, and says nothing where the file says nothing', () => {
    const { commitments } = readOgp(
      file(
        'Montaluz,1,7,"Open ""everything"", now",0,1,0,c. high,1,1,Transformative,d. Complete,1,31/12/2014',
        'Montaluz,1,NR,Two,0,0,0,NR,NR,NR,ND,a. Not Started,ND,Not Specified',
      ),
    );
    expect(commitments[0]).toMatchObject({
      country: 'Montaluz',
      number: '7',
      title: 'Open "everything", now',
      areas: ['elections-political-finance'],
      values: ['participation'],
      end: '31/12/2014',
      codes: { specificity: 'high', relevant: true, impact: 'transformative', completion: 'complete' },
      star: { starred: true },
      flag: true,
    });
    expect(commitments[1]).toMatchObject({
      number: null,
      end: null,
      codes: { specificity: null, relevant: null, impact: null, completion: 'not-started' },
      flag: null,
    });
  });

  it('counts countries and stars, and names the rows where its flag says otherwise', () => {
    const { commitments } = readOgp(
      file(
        'Montaluz,1,1,One,0,0,0,c. high,1,1,Transformative,d. Complete,1,NR',
        'Haesol,1,1,Two,0,0,0,a. low,1,1,Transformative,d. Complete,1,NR',
        'Haesol,1,2,Three,0,0,0,a. low,1,1,Minor,d. Complete,ND,NR',
      ),
    );
    expect(checkStars(commitments)).toEqual({ equal: 1, of: 2, differ: [1] });
    expect(countriesOf(commitments)).toBe(2);
  });

  it('is refused where it is another table, or a commitment has no country', () => {
    expect(() => readOgp('name,age\nx,1\n')).toThrow(/no column “Country”, “Action Plan Number”/);
    expect(() => readOgp(file(',1,1,One,0,0,0,c. high,1,1,Minor,d. Complete,1,NR'))).toThrow(
      /Commitment 1 has no “Country”/,
    );
  });
});
