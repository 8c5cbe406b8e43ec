// Initials and monograms.

import { expect, test } from 'vitest';
import { initials, monogram } from './names';

test.each([
  ['Fred Mapp', 'FM'],
  ['Mei Lin Chua', 'MC'],
  ['Cher', 'CH'],
  ['王芳', '王'],
  ['欧阳娜娜', '欧阳'],
  ['', '?'],
])('the glyph of %j shows %j', (name, shown) => {
  expect(initials(name)).toBe(shown);
});

test.each([
  ['AMD', 'AM'],
  ['Fjord Optics', 'FO'],
  ['华晟电子', '华'],
])('the tile of %j shows %j', (name, shown) => {
  expect(monogram(name)).toBe(shown);
});
