// The figures of the control board as words: for cells, for those who hear them, and for the file that is exported.

import type { Gap, Instant, StageShare, WinChance } from '~/api/types';
import type { useWords } from '~/app/i18n';
import { textWidth } from '~/graphics/ruler';
import { gapTone, gapWords } from '~/opportunities/gap';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'f'>;

const WORTH_SAYING = 0.05;

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const APART_FROM = 0.75;

/** Whether the middle of the buyers is elsewhere; where it is not, the one who decides may still be. */
export const isApart = ({ steps }: Pick<Gap, 'steps'>): boolean => Math.abs(steps) >= APART_FROM;

/** "3", "in step", "decider behind": the arrow before it says the direction. */
export function gapFigure({ t, f }: Words, gap: Gap): string {
  const tone = gapTone(gap);
  return tone !== 'still' && isApart(gap) ? f.steps(gap.steps) : gapWords(t, f, gap);
}

/** "Interested 44%, Aware 24%": the larger shares, largest first. */
export const sharesWords = ({ t, f }: Words, shares: readonly StageShare[]): string =>
  [...shares]
    .filter(({ p }) => p >= WORTH_SAYING)
    .sort((a, b) => b.p - a.p)
    .map(({ stage, p }) => t('state.with_chance', { state: t(`state.${stage}`), chance: f.percent(p) }))
    .join(t('common.list_gap'));

export function agoWords({ t, f }: Words, last: Instant | null): string {
  if (!last) return '–';
  const days = Math.max(0, f.daysAgo(last));
  if (days === 0) return t('due.today');
  return t('days.ago', { count: days });
}

/** "17%, 80% interval 9% to 27%", or that the interval is too wide to say. */
export function winWords({ t, f }: Words, { p, low, high, enough }: WinChance): string {
  const params = { chance: f.percent(p), low: f.percent(low), high: f.percent(high) };
  return enough ? t('control.win_words', params) : t('control.win_too_little', params);
}

const CHIP_FONT = 12;
const CHIP_AIR = 18;
const REST = 30;

/** How many chips fit side by side, at least one; where some are left over, so does their number. */
export function howManyFit(names: readonly string[], room: number): number {
  const widths = names.map((name) => textWidth(name, CHIP_FONT) + CHIP_AIR);
  const upTo = (count: number) => widths.slice(0, count).reduce((total, width) => total + width, 0);
  let count = names.length;
  while (count > 1 && upTo(count) + (count < names.length ? REST : 0) > room) count -= 1;
  return count;
}
