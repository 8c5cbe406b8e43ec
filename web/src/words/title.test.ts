// What happened, as a sentence, in both languages.

import { describe, expect, test } from 'vitest';
import type { Title } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { titleSentence } from './title';

const title = (over: Partial<Title>): Title => ({
  code: 'sign',
  action: null,
  reply: null,
  sign: null,
  benefit: null,
  words: null,
  ...over,
});

const CASES: [Partial<Title> & { count?: number }, string, string][] = [
  [{ code: 'reply', action: 'call', reply: 'no_answer', count: 9 }, '9 calls, none answered', '9 次电话无人接听'],
  [{ code: 'reply', action: 'call', reply: 'no_answer' }, 'Call, no answer', '1 次电话无人接听'],
  [{ code: 'reply', action: 'demo', reply: 'held', count: 2 }, 'Came to the demo × 2', '参加演示 × 2'],
  [{ sign: 'told_us_to_stop' }, 'Told us to stop', '要求我们停止联系'],
  [
    { sign: 'stated_criterion', benefit: 'one set of figures' },
    'Named a criterion: one set of figures',
    '说出选择标准：one set of figures',
  ],
  [
    { code: 'promise_kept', words: 'notes next morning' },
    'We kept: notes next morning',
    '我方兑现：notes next morning',
  ],
  [{ code: 'promise_kept' }, 'We kept a promise', '我方兑现了承诺'],
  [{ code: 'order' }, 'Order signed', '签订订单'],
  [{ sign: 'something_new' }, 'something new', 'something new'],
];

describe('what happened, as a sentence', () => {
  test.each(CASES)('%j', async ({ count = 1, ...over }, english, chinese) => {
    expect(titleSentence((await wordsIn('en')).t, title(over), count)).toBe(english);
    expect(titleSentence((await wordsIn('zh-CN')).t, title(over), count)).toBe(chinese);
  });
});
