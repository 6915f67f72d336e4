import type { Story } from '../story.ts';
import { es } from '../text.ts';

export const villageClinic: Story = {
  key: 'village-clinic',
  node: 'montaluz',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: es('La consulta rodante', 'The clinic on wheels'),
          summary: es(
            'Un autobús con consulta para en 43 pueblos sin médico, el mismo día y a la misma hora cada semana. Las urgencias evitables de esos pueblos bajaron un 22 %.',
            'A bus with a surgery stops in 43 villages without a doctor, on the same day and at the same hour every week. Avoidable emergencies from those villages fell by 22%.',
          ),
          problem: es(
            'Nueve plazas de médico rural llevaban cuatro años vacías. La gente no iba a la ciudad por un dolor: iba en ambulancia.',
            'Nine posts for village doctors had stood empty for four years. People did not travel to town for a pain; they went by ambulance.',
          ),
          done: es(
            'Dos autobuses urbanos retirados llevan consulta, enfermería y una sala para hablar por vídeo con especialistas. Paran junto al bar o la tienda, no en el centro de salud cerrado. El horario no cambia nunca, ni en fiestas: es lo único que todos nos pidieron.',
            'Two retired city buses carry a surgery, a nurse’s room and a place to speak with specialists by video. They stop beside the bar or the shop, not at the closed health centre. The timetable never changes, not on holidays either: it is the one thing that everybody asked for.',
          ),
          results: es(
            '11.600 consultas en el primer año. Urgencias evitables −22 %; en pueblos parecidos sin autobús, −2 %. Tres médicas han pedido quedarse: conducir 90 kilómetros les parece mejor que atender solas un centro.',
            '11,600 consultations in the first year. Avoidable emergencies −22%; in similar villages without a bus, −2%. Three doctors have asked to stay: driving 90 kilometres suits them better than running a centre alone.',
          ),
          facts: [
            { label: es('Pueblos', 'Villages'), value: es('43', '43') },
            { label: es('Urgencias evitables', 'Avoidable emergencies'), value: es('−22 %', '−22%') },
            { label: es('Coste por consulta', 'Cost a consultation'), value: es('47', '47') },
            { label: es('Semanas sin parar', 'Weeks without a miss'), value: es('51 de 52', '51 of 52') },
          ],
          cost: es(
            '310.000 los dos autobuses, 545.000 al año con personal. Una plaza fija vacía también cuesta: 96.000 en ambulancias.',
            '310,000 for the two buses, 545,000 a year with staff. An empty post costs money too: 96,000 in ambulances.',
          ),
          failed: es(
            'El primer invierno un autobús no subía a seis pueblos. Ahora lleva cadenas y, si nieva, va un todoterreno con la mitad del material. La cita por internet no la usó nadie: se apunta en la tienda.',
            'In the first winter one bus could not climb to six villages. It now carries chains, and when it snows an off-road car goes with half of the equipment. Nobody used online booking: people put their names down at the shop.',
          ),
          conditions: es(
            'Que el horario sea sagrado. La semana que faltamos tardamos dos meses en recuperar a la gente.',
            'The timetable must be sacred. After the one week that we missed it took two months for people to come back.',
          ),
          stage: 'evaluation',
          level: 'regional',
          topics: ['health', 'regions'],
          principles: ['user-needs', 'inclusion'],
          started: time.month(-20),
          languages: ['es', 'en'],
          contacts: [{ name: es('Servicio de Salud de Montaluz', 'Health Service of Montaluz') }],
          slug: 'clinic-on-wheels',
        },
      },
    ];
  },
};
