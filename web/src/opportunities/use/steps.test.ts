// The steps after an order.

import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '~/api/types';
import { stepsAfterOrder, type UseStepKey } from './steps';

interface Told {
  kind?: string;
  result?: string;
  signs?: string[];
}

const item = (day: string, { kind = 'remark', result, signs = [] }: Told): EvidenceItem =>
  ({
    at: `${day}T09:00:00Z`,
    interaction: { id: day, kind, result: result ?? null, signs: signs.map((sign) => ({ kind: sign })) },
    commitment: null,
    stage_change: null,
    moved: [],
  }) as unknown as EvidenceItem;

const ORDERED = '2000-09-20';
const step = (items: EvidenceItem[], key: UseStepKey) => stepsAfterOrder(items, ORDERED).find((one) => one.key === key);

describe('the steps after an order', () => {
  test('what nobody spoke of is open, in the order of a use', () => {
    expect(stepsAfterOrder([], ORDERED).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'onboarding open',
      'use open',
      'complaint open',
      'value open',
      'renewal open',
      'reference open',
    ]);
  });

  test('a complaint is trouble until it was settled, and again when another comes', () => {
    const complained = item('2000-12-05', { signs: ['complaint'] });
    const settled = item('2000-12-20', { kind: 'resolve_complaint', result: 'satisfied' });
    const again = item('2001-01-10', { signs: ['complaint'] });
    expect(step([complained], 'complaint')?.state).toBe('trouble');
    expect(step([complained, settled], 'complaint')?.state).toBe('reached');
    expect(step([again, complained, settled], 'complaint')?.state).toBe('trouble');
  });

  test('a quote of before the order is no renewal, and a question without an answer is nothing yet', () => {
    expect(step([item('2000-08-01', { signs: ['quote_requested'] })], 'renewal')?.state).toBe('open');
    expect(step([item('2000-11-01', { kind: 'ask_reference' })], 'reference')?.state).toBe('open');
    expect(step([item('2001-09-01', { signs: ['quote_requested'] })], 'renewal')?.state).toBe('reached');
  });
});
