import type { Story } from '../story.ts';
import { et } from '../text.ts';

export const ferryPlates: Story = {
  key: 'ferry-plates',
  node: 'kaldavere',
  withdrawn:
    'The Data Protection Inspectorate found that number plates were kept for longer than we had promised. The cameras are switched off. A paper ticket will do the same work.',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: et('Praamijärjekord numbrimärgi järgi', 'The ferry queue by number plate'),
          summary: et(
            'Kaamera loeb sadama väravas numbrimärgi, auto saab järjekorranumbri ja juht võib minna poodi. Ooteaeg kail lühenes 52 minutilt 19-le.',
            'A camera at the harbour gate reads the number plate, the car gets its place in the queue, and the driver can go shopping. Waiting on the quay fell from 52 minutes to 19.',
          ),
          problem: et(
            'Suvel seisis autosid kilomeetri jagu maantee ääres, mootor käimas, sest koht järjekorras oli koht asfaldil.',
            'In summer a kilometre of cars stood along the road with engines running, because a place in the queue was a place on the tarmac.',
          ),
          done: et(
            'Värav loeb numbrimärgi ja saadab järjekorranumbri tahvlile ning soovijale telefoni. Numbrimärk pidi kustutatama, kui auto laeva sõidab.',
            'The gate reads the plate and sends the place in the queue to a board and, if wished, to a phone. The plate was to be deleted when the car drives aboard.',
          ),
          results: et(
            'Ooteaeg kail 52 → 19 minutit, tühikäigul mootoreid viis korda vähem.',
            'Waiting on the quay 52 → 19 minutes, a fifth as many idling engines.',
          ),
          facts: [
            { label: et('Ooteaeg kail', 'Waiting on the quay'), value: et('52 → 19 min', '52 → 19 min') },
          ],
          cost: et('Kaks sadamat, 130 000 eurot.', 'Two harbours, 130,000 euros.'),
          stage: 'implementation',
          level: 'regional',
          topics: ['transport'],
          principles: ['user-needs'],
          started: time.month(-16),
          languages: ['et', 'en'],
          contacts: [{ name: et('Kaldavere Veeteede Amet', 'Kaldavere Waterways Board') }],
          slug: 'ferry-queue',
        },
      },
    ];
  },
};
