// Which verbs of the palette log evidence.

import { expect, test } from 'vitest';
import { parseVerb } from './verb';

test.each([
  ['dana said the budget is frozen', 'dana'],
  ['fred mapp called', 'fred mapp'],
  ['王芳说预算冻结了', '王芳'],
  ['王总答应周五回复', '王总'],
])('%j is about %j', (typed, name) => {
  expect(parseVerb(typed)).toEqual({ name, line: typed });
});

test.each(['dana', '', 'said something', 'AMD'])('%j is a search, not evidence', (typed) => {
  expect(parseVerb(typed)).toBeNull();
});
