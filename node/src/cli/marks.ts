/**
 * Marks to choose from at `koinon init`: a few strokes on a 32 × 32 grid, like the house marks once cut into tools and
 * boundary stones. No letters, flags, runes, religious or party signs.
 */
export const MARKS: Readonly<Record<string, readonly string[]>> = {
  bridge: ['M6 20H26', 'M9 20Q9 12 16 12 23 12 23 20', 'M12.5 20V15.5', 'M19.5 20V15.5', 'M6 24.5H26'],
  boat: ['M7 19H25L22 24H10Z', 'M16 19V7', 'M16 8.5 22 16H16'],
  gate: ['M9 25V12Q9 7.5 16 7.5 23 7.5 23 12V25', 'M16 13V25', 'M6.5 25H25.5'],
  hill: ['M6 24Q11 13 16 19 20 10 26 24', 'M6 24H26'],
  key: ['M11 11A4 4 0 0 1 11 19A4 4 0 0 1 11 11Z', 'M15 15H25.5', 'M22 15V19', 'M25.5 15V18'],
  lamp: [
    'M11 14A5 5 0 0 1 21 14Q21 17 18.5 19H13.5Q11 17 11 14Z',
    'M13.5 22H18.5',
    'M16 6V4.5',
    'M7.5 9 6.5 8',
    'M24.5 9 25.5 8',
  ],
  leaf: ['M9 23Q7 10 23 8 24 22 11 22', 'M9 25Q13 17 18 13.5'],
  river: ['M12 6Q20 11 13 16 7 20 15 26', 'M19 6Q27 11 20 16 14 20 22 26'],
  sheaf: [
    'M16 25V10',
    'M16 10Q11 9 10.5 5 15 5.5 16 10',
    'M16 10Q21 9 21.5 5 17 5.5 16 10',
    'M16 17Q10.5 16.5 9 12',
    'M16 17Q21.5 16.5 23 12',
    'M12.5 21H19.5',
  ],
  square: ['M8.5 8.5H23.5V23.5H8.5Z', 'M16 8.5V23.5', 'M8.5 16H23.5'],
  tower: ['M11 25V12H21V25', 'M11 12V8.5H13.5V10H18.5V8.5H21V12', 'M16 25V19', 'M8 25H24'],
  well: ['M9 16H23V24.5H9Z', 'M11 16V9', 'M21 16V9', 'M8.5 10 16 6.5 23.5 10', 'M16 8V16'],
};
