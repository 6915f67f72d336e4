/** What the three countries founded together. */
export const charter = {
  title: {
    source: 'en',
    en: 'Alliance of the Three Shores',
    et: 'Kolme kalda liit',
    es: 'Alianza de las Tres Orillas',
    ko: '세 해안 연합',
  },
  text: {
    source: 'en',
    en: 'We recognise each other’s logins, check each other’s logs, and share what works and what failed.\n\nWhoever lives in one of our countries may take part in the others.',
    et: 'Me tunnustame üksteise sisselogimisi, kontrollime üksteise logisid ning jagame nii seda, mis toimib, kui ka seda, mis ebaõnnestus.\n\nKes elab ühes meie riikidest, võib osaleda ka teistes.',
    es: 'Reconocemos los inicios de sesión de los demás, comprobamos sus registros y compartimos lo que funciona y lo que fracasó.\n\nQuien vive en uno de nuestros países puede participar en los otros.',
    ko: '우리는 서로의 로그인을 인정하고, 서로의 로그를 검증하며, 잘된 것과 실패한 것을 함께 나눕니다.\n\n우리 가운데 한 나라에 사는 사람은 다른 나라에서도 참여할 수 있습니다.',
  },
  principles: [
    {
      source: 'en',
      en: 'What we publish stays provable.',
      et: 'Mida avaldame, see jääb tõendatavaks.',
      es: 'Lo que publicamos puede probarse siempre.',
      ko: '우리가 공개한 것은 언제나 증명할 수 있습니다.',
    },
    {
      source: 'en',
      en: 'No register of names passes a border.',
      et: 'Ükski nimekiri inimestest ei ületa piiri.',
      es: 'Ningún registro de nombres cruza una frontera.',
      ko: '어떤 명부도 국경을 넘지 않습니다.',
    },
  ],
};
