// The figures of the control board in words, and the file that is made of them.

import { describe, expect, test } from 'vitest';
import type { Alarm, ControlRow, Gap } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { agoWords, gapFigure, howManyFit, sharesWords, winWords } from './cells';
import { boardCsv } from './csv';

const gap = (steps: number, flagged = steps > 0.8): Gap => ({ steps, flagged }) as Gap;

describe('a figure', () => {
  test('of the gap is a number only where there is a distance', async () => {
    const words = await wordsIn('en');
    expect([gap(3), gap(-1.2), gap(0.1)].map((one) => gapFigure(words, one))).toEqual(['3', '1.2', 'in step']);
  });

  test('of the gap says who is behind where the middle is not', async () => {
    expect(gapFigure(await wordsIn('en'), gap(0.2, true))).toBe('decider behind');
  });

  test('of the shares names the larger ones, largest first', async () => {
    const shares = [
      { stage: 'blocked', p: 0.02 },
      { stage: 'aware', p: 0.24 },
      { stage: 'interested', p: 0.74 },
    ] as const;
    expect(sharesWords(await wordsIn('en'), shares)).toBe('Interested 74%, Aware 24%');
    expect(sharesWords(await wordsIn('zh-CN'), shares)).toBe('有兴趣 74%、知道 24%');
  });

  test('of a chance that is too wide says so', async () => {
    const words = await wordsIn('en');
    expect(winWords(words, { p: 0.3, low: 0.2, high: 0.4, enough: true })).toBe('30%; 80% interval 20% to 40%');
    expect(winWords(words, { p: 0.3, low: 0.1, high: 0.8, enough: false })).toMatch(/^Too little to say/);
  });

  test('of the last evidence is its age', async () => {
    const words = await wordsIn('en');
    expect([null, '2000-08-20T09:00:00Z', '2000-08-05T09:00:00Z'].map((at) => agoWords(words, at))).toEqual([
      '–',
      'today',
      '15 d',
    ]);
  });
});

describe('chips in a row', () => {
  test('are all shown where they fit, and leave room for the number of the others where they do not', () => {
    const names = ['ahead 95%', 'veto blocked', 'signer unknown'];
    expect(howManyFit(names, 400)).toBe(3);
    expect(howManyFit(names, 230)).toBe(2);
    expect(howManyFit(names, 10)).toBe(1);
  });
});

describe('the file', () => {
  const row = (over: Partial<ControlRow>): ControlRow => ({
    id: 'd',
    name: 'Loom renewal',
    organization: { id: 'o', name: 'Weave & Co' },
    owner: { id: 'u', name: 'Ada Lin' },
    amount: { minor: 640_000_000, currency: 'USD' },
    phase: 'buy',
    stage: { id: 's', key: 'quote', name: 'Quote' } as ControlRow['stage'],
    shares: [{ stage: 'aware', p: 1 }],
    gap: gap(1.4),
    touches: { first_week: '2000-05-22', ours: [1, 2], theirs: [0, 1] },
    roles: { met: 2, of: 5 },
    coverage: 0.4,
    promises: { kept: 3, of: 4 },
    last_evidence_at: '2000-08-20T09:00:00Z',
    win: { p: 0.17, low: 0.09, high: 0.27, enough: true },
    alarms: [],
    ...over,
  });

  test('has a line per deal, with the figures as they are seen', async () => {
    const [head, line, ...more] = boardCsv(await wordsIn('en'), [row({})]).split('\r\n');
    expect(head).toBe(
      '\uFEFFDeal,Organization,Owner,Amount,Our stage,Buyers’ state,Gap,Our touches,Their touches,Roles,Kept,Evidence,P(win),80% interval,Signals',
    );
    expect(line).toBe('Loom renewal,Weave & Co,Ada Lin,$6.4M,Quote,Aware >99%,1.4,3,1,2 of 5,3 of 4,today,17%,9%–27%,');
    expect(more).toEqual([]);
  });

  test('keeps a name a name, whatever it looks like', async () => {
    const odd = row({ name: '=1+1', organization: { id: 'o', name: 'Weave, "Sons"' } });
    expect(boardCsv(await wordsIn('en'), [odd]).split('\r\n')[1]).toMatch(/^'=1\+1,"Weave, ""Sons""",/);
  });

  test('leaves out what is snoozed', async () => {
    const figures = { probability: 0.9 } as Alarm['figures'];
    const alarm = { kind: 'avoided', person: null, figures, snooze: null } as Alarm;
    const snoozed = { ...alarm, kind: 'stalled', snooze: { until: '2000-09-01', reason: 'leave', by: null } } as Alarm;
    const line = boardCsv(await wordsIn('en'), [row({ alarms: [alarm, snoozed] })]).split('\r\n')[1];
    expect(line).toMatch(/,avoids us 90%$/);
  });
});
