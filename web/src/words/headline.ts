// The finding on the top of a person's page, in a sentence: where they stand, since when, and what moved them most.

import type { Day, Estimate, ExplanationLine, Stage, StageShare, Target } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { likeliest, medianStage, stagesOf } from '~/beliefs/stages';
import { addDays, type Format } from './format';

const WORTH_SAYING = 0.1;

export interface Headline {
  lead: string;
  rest: string | null;
}

export function headline(t: Translate, f: Format, { target, probability, reading }: Estimate): Headline {
  const other = likeliest(outside(reading.stages, target, stagesOf(reading.phase)));
  return {
    lead: t('headline.lead', { finding: targetName(t, target), chance: f.percent(probability) }),
    rest:
      other && other.p >= WORTH_SAYING
        ? t(other.stage === 'blocked' ? 'headline.rest_blocked' : 'headline.rest', {
            chance: f.percent(other.p),
            state: t(`state_inline.${other.stage}`),
          })
        : null,
  };
}

/** The sentences below the headline, and the line that moved them most. */
export function background(
  t: Translate,
  f: Format,
  estimate: Estimate,
): { text: string; strongest: ExplanationLine | null } {
  const { since, explanation } = estimate;
  const said: string[] = [];
  if (since) said.push(t('headline.since', { day: f.day(since) }));
  const before = since && stageBefore(estimate, since);
  if (before) {
    const params = { state: t(`state_inline.${before}`), day: f.shortDay(addDays(since, -1)) };
    said.push(before === 'blocked' ? t('headline.before_blocked', params) : t('headline.before', params));
  }
  return {
    text: said.join(t('common.sentence_gap')),
    strongest: explanation.strongest === null ? null : (explanation.lines[explanation.strongest] ?? null),
  };
}

/** Where the middle lay on the day before, if it was a day of the same phase. */
function stageBefore({ trajectory, reading }: Estimate, since: Day): Stage | null {
  const index = trajectory.days.findLastIndex((day) => day < since);
  const shares = trajectory.stages[index];
  return shares && trajectory.phases[index] === reading.phase ? medianStage(reading.phase, shares) : null;
}

/** "Evaluating or further", "Avoids us". */
export const targetName = (t: Translate, target: Target): string =>
  target === 'avoids_us' || target === 'blocked' ? t(`finding.${target}`) : furtherName(t, target);

/** The last stage has nothing further. */
function furtherName(t: Translate, stage: Stage): string {
  const isLast = stage === 'committed' || stage === 'vouching';
  return isLast ? t(`state.${stage}`) : t('finding.or_further', { state: t(`state.${stage}`) });
}

function outside(shares: StageShare[], target: Target, order: readonly Stage[]): StageShare[] {
  if (target === 'avoids_us' || target === 'blocked') return shares.filter(({ stage }) => stage !== 'blocked');
  return shares.filter(({ stage }) => order.indexOf(stage) < order.indexOf(target));
}
