// A very small reading of one line of evidence: enough words to see chips appear and a belief move.

import type { Chip, Draft, DraftRequest, Moved } from '~/api/types';
import { BUY_STAGES } from '~/beliefs/stages';
import { belief, DEAL, LAST } from './amd';
import { addedPoints, lean, readingOf, type Seen, TODAY } from './basics';
import { seenOf } from './invented';

interface Rule {
  words: RegExp;
  kind: Chip['kind'];
  value: string;
  points: number;
}

const RULES: Rule[] = [
  { words: /\b(rang|called)\b|来电|打来/i, kind: 'sign', value: 'inbound_call', points: 6.1 },
  { words: /\bwrote|mailed\b|写信|发邮件/i, kind: 'sign', value: 'inbound_mail', points: 3.4 },
  {
    words: /\b(budget|price|expensive|frozen)\b|预算|太贵|价格/i,
    kind: 'sign',
    value: 'objection_price',
    points: -5.2,
  },
  { words: /\b(oracle|competitor|larry)\b|竞争对手/i, kind: 'sign', value: 'praised_competitor', points: -4.3 },
  { words: /\b(likes?|great|good|thanks|glad)\b|满意|很好|不错/i, kind: 'sign', value: 'warm_words', points: 3.8 },
  { words: /\bquote\b|报价/i, kind: 'sign', value: 'quote_requested', points: 9.6 },
  { words: /\bwants?\b|要求|希望/i, kind: 'sign', value: 'stated_criterion', points: 4.9 },
  { words: /\bstop\b|不要再/i, kind: 'sign', value: 'told_us_to_stop', points: -22.4 },
  { words: /\bmet|meeting\b|见面|会议/i, kind: 'action', value: 'meeting', points: 2.2 },
];

export function draftOf({ opportunity_id: deal, person_id: person, text, without }: DraftRequest): Draft {
  const chips: Chip[] = [];
  let points = 0;
  for (const { words, kind, value, points: worth } of RULES) {
    const found = words.exec(text);
    if (!found || without.includes(value)) continue;
    points += worth;
    const direction = worth > 0 ? 'toward' : 'away';
    chips.push({
      id: value,
      kind,
      value,
      label_params: {},
      direction,
      span: [found.index, found.index + found[0].length],
      certain: true,
    });
  }
  const due = /by (friday|monday)|周五前/i.test(text);
  if (due && !without.includes('promise')) {
    chips.push({
      id: 'promise',
      kind: 'our_promise',
      value: 'what was asked for',
      label_params: { text: 'what was asked for', due: '2026-11-27' },
      direction: 'neutral',
      span: [0, 0],
      certain: true,
    });
  }
  if (!without.includes('source')) {
    chips.push({
      id: 'source',
      kind: 'source',
      value: 'seller_note',
      label_params: {},
      direction: 'neutral',
      span: [0, 0],
      certain: false,
    });
  }
  const about = person ?? 'fred-mapp';
  const effects = points === 0 ? [] : [movedBy(deal, about, points)];
  return {
    chips,
    interaction: { opportunity_id: deal, person_id: about, words: text, points },
    commitments: [],
    effects,
  };
}

export function movedBy(deal: string, person: string, points: number): Moved {
  const before: Seen =
    deal === DEAL ? seenInCase(person) : lean(seenOf(Number(person.slice(1))), addedPoints(deal, person));
  const day = deal === DEAL ? LAST : TODAY;
  return {
    person_id: person,
    before: readingOf(before, day, 1, null),
    after: readingOf(lean(before, points), day, 2, day),
    points,
    target_stage: before.phase === 'buy' ? 'evaluating' : 'value_confirmed',
  };
}

function seenInCase(person: string): Seen {
  const reading = belief(person, null)?.reading;
  if (!reading)
    return {
      phase: 'buy',
      shares: BUY_STAGES.map(() => 1 / 7),
      factors: [
        [0.2, 0.2, 0.2, 0.2, 0.2],
        [0.2, 0.2, 0.2, 0.2, 0.2],
        [0.2, 0.2, 0.2, 0.2, 0.2],
      ],
    };
  return {
    phase: reading.phase,
    shares: reading.stages.map(({ p }) => p),
    factors: [reading.factors.C, reading.factors.P, reading.factors.B],
  };
}
