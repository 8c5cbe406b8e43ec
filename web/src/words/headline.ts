// The finding on the top of a person's page, in a sentence: where they stand, since when, and what moved them most.

import type { Belief, Stage, StageShare } from '~/api/types';
import type { Translate } from '~/app/i18n';
import { likeliest, stagesOf } from '~/beliefs/stages';
import type { Format } from './format';
import { titleSentence } from './title';

const WORTH_SAYING = 0.1;

export interface Headline {
  lead: string;
  rest: string | null;
}

export function headline(t: Translate, f: Format, { target, probability, reading }: Belief): Headline {
  const name = target.kind === 'stage_or_further' ? furtherName(t, target.stage) : t(`finding.${target.kind}`);
  const other = likeliest(outside(reading.stages, target.kind === 'stage_or_further' ? target.stage : null));
  return {
    lead: t('headline.lead', { finding: name, chance: f.percent(probability) }),
    rest:
      other && other.p >= WORTH_SAYING
        ? t(other.stage === 'blocked' ? 'headline.rest_blocked' : 'headline.rest', {
            chance: f.percent(other.p),
            state: t(`state_inline.${other.stage}`),
          })
        : null,
  };
}

/** The sentences below the headline. The strongest line is named only where it is one of those shown. */
export function background(t: Translate, f: Format, belief: Belief): { text: string; strongest: Strongest | null } {
  const { since, before, explanation } = belief;
  const said: string[] = [];
  if (since) said.push(t('headline.since', { day: f.shortDay(since) }));
  if (before) {
    const params = { state: t(`state_inline.${before.stage}`), day: f.shortDay(before.until) };
    said.push(before.stage === 'blocked' ? t('headline.before_blocked', params) : t('headline.before', params));
  }
  const line = explanation.lines.find(({ label }) => label === explanation.strongest?.label);
  return {
    text: said.join(t('common.sentence_gap')),
    strongest: line ? { sentence: titleSentence(t, line.title), day: line.at, points: line.points } : null,
  };
}

export interface Strongest {
  sentence: string;
  day: string;
  points: number;
}

/** "Evaluating or further"; the last stage has nothing further. */
export function furtherName(t: Translate, stage: Stage): string {
  const isLast = stage === 'committed' || stage === 'vouching';
  return isLast ? t(`state.${stage}`) : t('finding.or_further', { state: t(`state.${stage}`) });
}

function outside(shares: StageShare[], from: Stage | null): StageShare[] {
  if (from === null) return shares.filter(({ stage }) => stage !== 'blocked');
  const order = stagesOf(shares.some(({ stage }) => stage === 'using') ? 'use' : 'buy');
  return shares.filter(({ stage }) => order.indexOf(stage) < order.indexOf(from));
}
