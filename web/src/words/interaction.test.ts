// What happened, in both languages.

import { expect, test } from 'vitest';
import type { Interaction } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { interactionWords } from './interaction';

const sign = (kind: string, benefit: string | null = null, person = 'p1') => ({
  person_id: person,
  kind,
  benefit,
  source: null,
});
type Happened = Pick<Interaction, 'kind' | 'direction' | 'result' | 'signs'>;

const CASES: [Happened, string, string, string[]][] = [
  [{ kind: 'call', direction: 'out', result: 'no_answer', signs: [] }, 'Call, no answer', '1 次电话无人接听', []],
  [{ kind: 'send_quote', direction: 'out', result: null, signs: [] }, 'Quote sent', '报价已发', []],
  [{ kind: 'call', direction: 'in', result: null, signs: [] }, 'Called us, unprompted', '主动来电', []],
  [
    { kind: 'meeting', direction: 'out', result: 'held', signs: [sign('warm_words')] },
    'Met us',
    '与我方见面 1 次',
    ['Warm words'],
  ],
  [
    {
      kind: 'call',
      direction: 'in',
      result: null,
      signs: [sign('told_us_to_stop'), sign('told_us_to_stop', null, 'p2')],
    },
    'Told us to stop',
    '要求我们停止联系',
    [],
  ],
  [
    { kind: 'remark', direction: null, result: null, signs: [sign('endorsement', 'One set of figures')] },
    'Endorsed what it brings: One set of figures',
    '认同其价值：One set of figures',
    [],
  ],
];

test.each(CASES)('%j', async (happened, english, chinese, signs) => {
  const en = await wordsIn('en');
  expect(interactionWords(en.t, happened)).toEqual({ main: english, signs });
  const zh = await wordsIn('zh-CN');
  expect(interactionWords(zh.t, happened).main).toBe(chinese);
});
