import type { EventStory } from '../story.ts';
import { ko } from '../text.ts';

export const wildfireTraining: EventStory = {
  key: 'wildfire-training',
  node: 'haesol',
  chapter: 3,
  body(time) {
    const day = time.day(-40);
    return {
      title: ko('산불 전화 당번 교육', 'Training for wildfire callers'),
      summary: ko(
        '산불이 다가올 때 홀로 사는 이웃에게 전화하는 자원봉사자를 위한 하루 교육입니다.',
        'One day for the volunteers who phone neighbours living alone when a wildfire comes close.',
      ),
      type: 'training',
      mode: 'in-person',
      status: 'confirmed',
      zone: 'Asia/Seoul',
      start: `${day}T10:00`,
      end: `${day}T16:30`,
      hosts: [{ name: ko('정부혁신처', 'Government Innovation Office of Haesol') }],
      places: [
        {
          name: ko('솔숲마을회관', 'Community hall of Solsup'),
          address: ko('솔숲로 7', '7 Solsup-ro'),
          access: ko('승강기가 있습니다.', 'There is a lift.'),
        },
      ],
      topics: ['society', 'environment'],
      languages: ['ko'],
    };
  },
  outcome: {
    summary: ko(
      '86명이 두 사람씩 짝을 지어 전화 다섯 통을 연습했습니다. 첫 문장을 세 번 고쳤고, 고친 문장은 모든 마을이 씁니다.',
      'In pairs, 86 people practised five calls. The first sentence was rewritten three times, and every village now uses the new one.',
    ),
    attended: 86,
    recordings: [
      {
        label: ko('오전: 전화 다섯 통', 'Morning: five calls'),
        url: 'https://video.haesol.example/wildfire-1',
        languages: ['ko'],
        subtitles: ['en', 'ko'],
      },
    ],
    documents: [
      {
        label: ko('전화 카드', 'Card for the caller'),
        url: 'https://haesol.example/files/wildfire-card.pdf',
        sha256: '8f0e3b7a52c4d1960b7f5e2a9c83d4417e6a05b1f2c9d8e7364051a2b3c4d5e6',
        size: 182_400,
        mediaType: 'application/pdf',
      },
    ],
  },
};
