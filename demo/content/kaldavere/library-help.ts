import type { Story } from '../story.ts';
import { et } from '../text.ts';

export const libraryHelp: Story = {
  key: 'library-help',
  node: 'kaldavere',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: et(
            'Digiabi raamatukogus, sinu enda telefonis',
            'Digital help at the library, on your own phone',
          ),
          summary: et(
            'Igas raamatukogus on kaks korda nädalas tund, mil istutakse kõrvuti ja tehakse koos see üks toiming, mille pärast inimene tuli. 71% tegi järgmise toimingu juba ise.',
            'Twice a week every library has an hour in which two people sit side by side and do the one errand that the visitor came for. 71% did the next one by themselves.',
          ),
          problem: et(
            'E-teenuseid oli 1600 ja kolmandik üle 65-aastastest ei kasutanud neist ühtki. Arvutikursused õpetasid hiirt ja kaustu, aga inimene tahtis pikendada retsepti.',
            'There were 1,600 online services, and a third of people over 65 used none of them. Computer courses taught mouse and folders, but people wanted to renew a prescription.',
          ),
          done: et(
            'Raamatukoguhoidja ei tee toimingut inimese eest ega puuduta tema telefoni. Ta istub kõrval, küsib ja ootab. Pärast kirjutatakse päris paberile kolm rida: mida ma tegin, mida vajutasin, mida teen järgmine kord. Kes tahab, jätab ametile kirja, kus ta takerdus; neid loetakse igal esmaspäeval.',
            'The librarian does not do the errand for the visitor and does not touch the phone. They sit beside, ask, and wait. Afterwards three lines go on real paper: what I did, what I pressed, what I shall do next time. Whoever wants to leaves a note for the office about where they got stuck; these are read every Monday.',
          ),
          results: et(
            '18 kuuga 26 000 külastust. Kuus nädalat hiljem helistasime igale kümnendale: 71% oli järgmise toimingu teinud ise. 340 takerdumiskirja põhjal muutis amet 57 vormi.',
            '26,000 visits in 18 months. Six weeks later we phoned every tenth visitor: 71% had done the next errand themselves. From 340 notes about getting stuck the offices changed 57 forms.',
          ),
          facts: [
            { label: et('Külastusi', 'Visits'), value: et('26 000', '26,000') },
            { label: et('Järgmine kord ise', 'Next time alone'), value: et('71%', '71%') },
            { label: et('Parandatud vorme', 'Forms improved'), value: et('57', '57') },
            { label: et('Kulu külastuse kohta', 'Cost a visit'), value: et('11 €', '€11') },
          ],
          cost: et(
            'Poolteist töötundi nädalas raamatukogu kohta ja kahepäevane koolitus. Külastus maksab 11 eurot, kõnekeskuse kõne 14.',
            'An hour and a half of staff time a week per library, and a two-day course. A visit costs 11 euros, a call to the call centre 14.',
          ),
          failed: et(
            'Eelregistreerimine hoidis eemale just need, kellele teenus mõeldud oli. Kaotasime selle kolmandal kuul. Vene keelt kõnelevaid külastajaid tuleb endiselt poole vähem, kui peaks.',
            'Booking ahead kept away exactly those whom it was meant for. We dropped it in the third month. Russian-speaking visitors still come half as often as they should.',
          ),
          conditions: et(
            'Reegel „ei puuduta telefoni“ peab kehtima ka siis, kui on kiire. Ilma selleta saab raamatukogust teenindussaal.',
            'The rule of not touching the phone must hold even when there is a queue. Without it the library becomes a service counter.',
          ),
          stage: 'diffusion',
          level: 'national',
          topics: ['society', 'government', 'education'],
          principles: ['inclusion', 'skills', 'user-needs'],
          started: time.month(-22),
          languages: ['et', 'en'],
          contacts: [{ name: et('Kaldavere Rahvusraamatukogu', 'National Library of Kaldavere') }],
          slug: 'library-help',
        },
      },
    ];
  },
};
