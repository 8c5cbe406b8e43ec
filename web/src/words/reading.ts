// A reading in words: the state where it may be named, "not sure yet" where it may not, and the chance that goes with it.

import type { Reading, Stage } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { stagesOf } from '~/beliefs/stages';
import type { Format } from './format';

const NAMED_FROM = 0.45;

/** "Evaluating 68%", or "Not sure yet". */
export function readingWords(t: Translate, f: Format, reading: Reading | null): string {
  if (!reading) return t('state.no_evidence');
  if (!reading.named_stage) return t('state.not_sure');
  return stateWords(t, f, reading.named_stage, reading.p_named);
}

/** The same from a card, which carries only the likeliest stage and its chance. */
export function standingWords(t: Translate, f: Format, stage: Stage | null, p: number): string {
  if (!stage) return t('state.no_evidence');
  return p < NAMED_FROM ? t('state.not_sure') : stateWords(t, f, stage, p);
}

function stateWords(t: Translate, f: Format, stage: Stage, p: number): string {
  return t('state.with_chance', { state: t(`state.${stage}`), chance: f.percent(p) });
}

/** The chance of `stage` or further: a sum over the reading's own shares. */
export function chanceFrom(reading: Reading, stage: Stage): number {
  const order = stagesOf(reading.phase);
  const from = order.indexOf(stage);
  return reading.stages.reduce((sum, share) => sum + (order.indexOf(share.stage) >= from ? share.p : 0), 0);
}
