// A reading in words: named where it may be, and a name of its own for who is convinced and does nothing.

import { describe, expect, test } from 'vitest';
import type { Reading } from '~/api/types';
import { wordsIn } from '~/testing/speak';
import { readingWords } from './reading';

const aware = { named_stage: 'aware', p_named: 0.52, idle: 0.31, convinced_but_idle: false } as Reading;

describe('a reading', () => {
  test.each(['en', 'zh-CN'] as const)(
    'who is convinced and does nothing is not merely aware (%s)',
    async (language) => {
      const { t, f } = await wordsIn(language);
      expect(readingWords(t, f, aware)).toContain('52%');
      const idle = readingWords(t, f, { ...aware, convinced_but_idle: true });
      expect(idle).toContain('31%');
      expect(idle).toContain(t('state.convinced_but_idle'));
    },
  );

  test('what is not sure is not named', async () => {
    const { t, f } = await wordsIn('en');
    expect(readingWords(t, f, { ...aware, named_stage: null, convinced_but_idle: true })).toBe('Not sure yet');
  });
});
