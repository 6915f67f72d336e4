import type { Story } from '../story.ts';
import { es } from '../text.ts';

export const waterPrice: Story = {
  key: 'water-price',
  node: 'montaluz',
  versions(time) {
    const base = {
      title: es('El precio del agua sigue al embalse', 'The price of water follows the reservoir'),
      problem: es(
        'En la sequía se prohibía regar cuando el embalse ya estaba al 20 %. La prohibición llegaba tarde, la pagaba igual quien gastaba poco que quien llenaba la piscina, y el alcalde la retrasaba si había elecciones.',
        'In a drought, watering was banned once the reservoir was down to 20%. The ban came late, hit those who used little as hard as those who filled a pool, and mayors put it off when there were elections.',
      ),
      done: es(
        'Cada persona tiene 90 litros al día a precio fijo, siempre. Lo que pasa de ahí cambia cada mes según una tabla aprobada con el embalse lleno: cuanto más bajo está, más caro. La tabla cabe en la factura. Un panel en la plaza muestra el nivel y el precio del mes que viene. Lo recaudado de más vuelve a todos por igual en la factura de enero.',
        'Each person has 90 litres a day at a fixed price, always. What goes beyond changes every month by a table that was agreed while the reservoir was full: the lower it stands, the dearer. The table fits on the bill. A board in the square shows the level and next month’s price. What is collected on top goes back to everybody in equal parts on the January bill.',
      ),
      conditions: es(
        'Contadores que se lean cada mes y saber cuántas personas viven en cada casa. La tabla se vota cuando hay agua: con el embalse vacío ya no se ponen de acuerdo.',
        'Meters that are read every month, and knowing how many people live in each home. Vote on the table while there is water: with an empty reservoir nobody agrees any more.',
      ),
      level: 'regional' as const,
      topics: ['environment' as const, 'economy' as const],
      started: time.month(-29),
      languages: ['es', 'en'],
      contacts: [
        {
          name: es('Confederación del Alto Luz', 'Water Board of the Upper Luz'),
          url: 'https://agua.montaluz.example',
        },
      ],
      slug: 'water-price-follows-the-reservoir',
    };
    return [
      {
        chapter: 1,
        body: {
          ...base,
          stage: 'implementation',
          principles: ['open-government', 'sustainability'],
          summary: es(
            'En doce municipios el agua básica tiene precio fijo y el resto sube cuando baja el embalse, según una tabla votada de antemano. El primer verano se gastó un 19 % menos.',
            'In twelve towns basic water has a fixed price, and the rest gets dearer as the reservoir falls, by a table voted on beforehand. In the first summer 19% less was used.',
          ),
          results: es(
            'El consumo de verano bajó un 19 % y no hubo ninguna prohibición. En los pueblos vecinos, sin la tabla, bajó un 4 %.',
            'Summer use fell by 19% and there was no ban. In neighbouring towns without the table it fell by 4%.',
          ),
          facts: [
            { label: es('Consumo de verano', 'Summer use'), value: es('−19 %', '−19%') },
            { label: es('Días con prohibición', 'Days of ban'), value: es('64 → 0', '64 → 0') },
            { label: es('Municipios', 'Towns'), value: es('12', '12') },
          ],
          cost: es(
            '240.000 en contadores y programa de facturas.',
            '240,000 for meters and billing software.',
          ),
          failed: es(
            'Las casas con más de cinco personas pagaban como si derrocharan, porque el padrón estaba atrasado.',
            'Homes of more than five people paid as if they were wasteful, because the register of residents was out of date.',
          ),
        },
      },
      {
        chapter: 2,
        body: {
          ...base,
          stage: 'evaluation',
          principles: ['open-government', 'sustainability', 'inclusion'],
          summary: es(
            'En 27 municipios el agua básica tiene precio fijo y el resto sube cuando baja el embalse. El segundo verano el ahorro fue del 12 %, menos que el primero y más que en los pueblos vecinos.',
            'In 27 towns basic water has a fixed price, and the rest gets dearer as the reservoir falls. In the second summer the saving was 12%, less than in the first and more than in neighbouring towns.',
          ),
          results: es(
            'Segundo verano: −12 % frente a los vecinos (−3 %). El primer año el panel de la plaza era novedad y lo notamos. La devolución de enero fue de 31 por persona; el tercio con menos ingresos recibió más de lo que pagó de más.',
            'Second summer: −12% against −3% in neighbouring towns. In the first year the board in the square was a novelty, and it showed. The January refund was 31 a person; the third with the lowest incomes got back more than they had paid on top.',
          ),
          evidence: [
            {
              label: es(
                'Nivel, precio y consumo por municipio y mes (CSV)',
                'Level, price and use by town and month (CSV)',
              ),
              url: 'https://datos.montaluz.example/agua/tabla.csv',
            },
          ],
          facts: [
            { label: es('Consumo de verano', 'Summer use'), value: es('−12 %', '−12%') },
            { label: es('Devuelto por persona', 'Paid back a person'), value: es('31 al año', '31 a year') },
            { label: es('Municipios', 'Towns'), value: es('27', '27') },
            { label: es('Reclamaciones', 'Complaints'), value: es('1.140 → 210', '1,140 → 210') },
          ],
          cost: es(
            '240.000 en contadores y programa, 18.000 por municipio nuevo. El trabajo está en el padrón, no en el agua.',
            '240,000 for meters and software, 18,000 for each new town. The work is in the register of residents, not in the water.',
          ),
          failed: es(
            'El primer verano 1.140 casas con más de cinco personas pagaron como si derrocharan. Se les devolvió en octubre: tarde. Ahora basta decir cuántos son y se comprueba después. Dos hoteles perforaron pozos sin permiso para esquivar el precio.',
            'In the first summer 1,140 homes of more than five people paid as if they were wasteful. They were refunded in October: late. Now it is enough to say how many live there, and it is checked afterwards. Two hotels drilled wells without a permit to escape the price.',
          ),
          note: es(
            'Segundo verano: más municipios y un ahorro menor que el primero.',
            'Second summer: more towns, and a smaller saving than the first.',
          ),
        },
      },
    ];
  },
};
