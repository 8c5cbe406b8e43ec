// What to do, why, and what may come of it, as people would say it in both languages.

import { describe, expect, test } from 'vitest';
import type { Asking, PossibleAnswer, Reason, Suggestion } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import {
  answerWords,
  askWords,
  chancesLine,
  closedWords,
  deedWords,
  gainWords,
  hoursWords,
  namesOf,
  reasonsLine,
  replyParts,
  shiftWords,
  spreadWords,
  tellsWords,
} from './words';

const ACTIONS = [
  ...['call', 'mail', 'meeting', 'discovery', 'demo', 'trial', 'reference_visit', 'executive_meeting', 'send_quote'],
  ...['discount', 'introduction', 'ask_reference', 'onboarding', 'resolve_complaint', 'value_review'],
];
const TOPICS = ['need', 'criteria', 'concept', 'price', 'rivals', 'approval', 'value', 'use', 'who_decides'];
const REASONS = ['way_in', 'unanswered', 'veto', 'power', 'stands', 'not_met', 'again', 'seldom_taken_up'] as const;
const CLOSED = [
  ...(['other_phase', 'not_met', 'already_met', 'no_way', 'no_complaint', 'told_to_stop'] as const),
  ...(['not_their_part', 'declined', 'dismissed', 'planned', 'open'] as const),
];

const nameOf = namesOf([
  { id: 'd', name: 'Dana Whitfield' },
  { id: 'm', name: 'Fred Mapp' },
]);
const answer = (reply: string | null, p: number, after: number): PossibleAnswer => ({
  answer: reply === null ? 'silence' : 'reply',
  reply,
  p,
  after,
});
const reason = (word: Reason['word'], over: Partial<Reason> = {}): Reason => ({
  word,
  count: null,
  share: null,
  stage: null,
  person_id: null,
  ...over,
});

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('every action is a sentence of its own, with the person in it', async () => {
    const { t } = await wordsIn(language);
    const said = ACTIONS.map((action) => deedWords(t, { action, person_id: 'd', through: [] }, nameOf));
    for (const sentence of said) expect(sentence).toMatch(/^[^:：]*Dana Whitfield[^:：]*$/);
    expect(new Set(said).size).toBe(ACTIONS.length);
  });

  test('every topic is a question of its own', async () => {
    const { t } = await wordsIn(language);
    const said = TOPICS.map((topic) => askWords(t, { topic, person_id: 'd' }, nameOf));
    for (const question of said) expect(question).toMatch(/Dana Whitfield.*“.+[?？]”/);
    expect(new Set(said).size).toBe(TOPICS.length);
  });

  test('every reason and every closed door fills the places it has', async () => {
    const { t, f } = await wordsIn(language);
    const full = { count: 3, share: 0.41, stage: 'aware', person_id: 'd' } as const;
    for (const word of REASONS) expect(reasonsLine(t, f, [reason(word, full)], nameOf)).not.toMatch(/[{}]|^$|reason\./);
    for (const word of CLOSED)
      expect(closedWords(t, f, { word, on: '2000-08-01' }, 'win')).not.toMatch(/[{}]|^$|closed\./);
  });
});

test('an introduction is asked of whoever comes first on the way', async () => {
  const en = await wordsIn('en');
  const way = { action: 'introduction', person_id: 'm', through: ['d'] };
  expect(deedWords(en.t, way, nameOf)).toBe('Ask Dana Whitfield to introduce us to Fred Mapp');
  const zh = await wordsIn('zh-CN');
  expect(
    deedWords(
      zh.t,
      way,
      namesOf([
        { id: 'd', name: '方敏' },
        { id: 'm', name: '马总' },
      ]),
    ),
  ).toBe('请方敏引荐马总');
});

test('an action the catalogue does not know is still readable', async () => {
  const { t } = await wordsIn('en');
  expect(deedWords(t, { action: 'site_visit', person_id: 'd', through: [] }, nameOf)).toBe(
    'site visit: Dana Whitfield',
  );
});

test.each([
  [0.09, '+9 pp'],
  [0.0113, '+1.1 pp'],
  [-0.013, '−1.3 pp'],
  [0.0002, 'under 0.1 pp'],
  [-0.0002, 'slightly down'],
])('a gain of %d is told as %s', async (gain, told) => {
  const { t, f } = await wordsIn('en');
  expect(gainWords(t, f, gain)).toBe(told);
});

test('a small shift is told in tenths, so that it does not seem to be none', async () => {
  const { t, f } = await wordsIn('en');
  expect(shiftWords(t, f, 0.17, 0.26)).toBe('17 → 26%');
  expect(shiftWords(t, f, 0.408, 0.419)).toBe('40.8 → 41.9%');
  const suggestion = { gain: 0.09, low: 0.14, high: 0.37 } as Suggestion;
  expect(spreadWords(t, f, 0.17, suggestion)).toBe('17 → 26%, four times in five between 14% and 37%');
});

test('answers are short, and coloured by which side of now they leave', async () => {
  const { t, f } = await wordsIn('en');
  const answers = [answer('held', 0.58, 0.3), answer('declined', 0.3, 0.1), answer(null, 0.12, 0.2)];
  expect(chancesLine(t, f, answers)).toBe('takes place 58% · declines 30% · no answer in two weeks 12%');
  expect(replyParts(answers, 0.2).map(({ tone }) => tone)).toEqual(['toward', 'away', 'still']);
  expect(answerWords(t, { answer: 'not_passed_on', reply: null })).toBe('is not passed on');
});

test('reasons make one line, without what is to be proven, which has a line of its own', async () => {
  const reasons = [
    reason('unanswered', { count: 6 }),
    reason('veto', { share: 0.61 }),
    reason('prove'),
    reason('stands', { stage: 'aware', share: 0.51 }),
  ];
  const en = await wordsIn('en');
  expect(reasonsLine(en.t, en.f, reasons, nameOf)).toBe(
    '6 attempts in a row got no answer. They can say no, and hold 61% of the power. Stands at “aware”, 51%.',
  );
  const zh = await wordsIn('zh-CN');
  expect(reasonsLine(zh.t, zh.f, reasons, nameOf)).toBe(
    '连续 6 次联系没有回应。有否决权，占决策权重的 61%。处于“知道我们”，概率 51%。',
  );
});

test('how much a question tells is said in bits of doubt, or that it is not about doubt', async () => {
  const { t, f } = await wordsIn('en');
  const asking: Asking = { topic: 'need', person_id: 'd', bits: 0.4231, answers: [] };
  expect(tellsWords(t, f, asking)).toContain('−0.42');
  expect(tellsWords(t, f, { ...asking, bits: null })).not.toMatch(/\d/);
});

test('hours below one are minutes', async () => {
  const { t, f } = await wordsIn('en');
  expect([hoursWords(t, f, 0.3), hoursWords(t, f, 3)]).toEqual(['18 min', '3 h']);
});
