// What is written over the areas: the scale, the days, the names of bands, the evidence marks, and the two that moved most.

import type { Belief, Marker } from '~/api/types';
import { useWords } from '~/app/i18n';
import { EvidenceMarks } from '~/graphics/EvidenceMarks';
import { textWidth } from '~/graphics/ruler';
import { titleSentence } from '~/words/title';
import css from './ChartWords.module.css';
import { FACTORS, stagesOf } from './stages';
import { along, dayAlong, endLabels, innerLabels } from './trajectory';

export const CHART = { height: 262, top: 8, bottom: 40, left: 36, right: 104 } as const;

const FLOOR = CHART.height - CHART.bottom;
const LINE = 14;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const NOTES = 2;
const NOTES_APART = 0.14;

interface Props {
  belief: Belief;
  view: 'stage' | 'factors';
  width: number;
}

export function ChartWords({ belief, view, width }: Props) {
  const { t, f } = useWords();
  const { trajectory, markers } = belief;
  const { days } = trajectory;
  const inner = width - CHART.left - CHART.right;
  const x = (part: number) => CHART.left + part * inner;
  const y = (share: number) => FLOOR - share * (FLOOR - CHART.top);
  const shown = markers.filter(({ day }) => day >= (days[0] ?? '') && day <= (days.at(-1) ?? ''));
  return (
    <svg className={css.words} width={width} height={CHART.height} aria-hidden="true">
      {view === 'stage' &&
        [0, 0.5, 1].map((share) => (
          <text key={share} x={CHART.left - 7} y={y(share) + 4} textAnchor="end" className={css.axis}>
            {share * 100}
            {share === 1 && ' %'}
          </text>
        ))}
      {TICKS.map((part) => (
        <text
          key={part}
          x={x(part)}
          y={CHART.height - 6}
          textAnchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
          className={css.axis}
        >
          {f.shortDay(dayAlong(days, part))}
        </text>
      ))}
      <EvidenceMarks y={FLOOR + 11} marks={shown.map(({ day, points }) => ({ x: x(along(days, day)), points }))} />
      {view === 'stage' ? (
        <StageWords belief={belief} x={x} y={y} />
      ) : (
        FACTORS.map((factor, index) => (
          <text
            key={factor}
            x={x(1) + 8}
            y={CHART.top + ((index + 0.5) * (FLOOR - CHART.top)) / FACTORS.length}
            className={css.end}
          >
            {t(`factor.${factor}`)}
          </text>
        ))
      )}
      {strongestApart(shown, days).map((marker, index) => (
        <Note
          key={marker.label}
          x={x(along(days, marker.day))}
          y={CHART.top + 22 + index * 24}
          low={CHART.left}
          high={x(1)}
          words={titleSentence(t, marker.title)}
        />
      ))}
    </svg>
  );
}

function StageWords({ belief, x, y }: { belief: Belief; x: (part: number) => number; y: (share: number) => number }) {
  const { t } = useWords();
  const { trajectory, reading } = belief;
  const { days } = trajectory;
  const stages = stagesOf(reading.phase);
  const last = trajectory.stages[reading.phase].at(-1) ?? [];
  const apart = LINE / (FLOOR - CHART.top);
  const change = trajectory.phases.indexOf('use');
  const inPhase = trajectory.stages[reading.phase];
  const reach = Math.max(1, Math.round(days.length / 18));
  return (
    <>
      {change > 0 && (
        <path d={`M${x(along(days, days[change] ?? ''))},${CHART.top}V${FLOOR}`} className={css.divider} />
      )}
      {innerLabels(stages, inPhase, reach).map(({ stage, index, middle }) => (
        <text
          key={stage}
          x={x(along(days, days[index] ?? ''))}
          y={y(middle) + 4}
          textAnchor="middle"
          className={css.inside}
          fill={`var(--on-${stage})`}
        >
          {t(`state.${stage}`)}
        </text>
      ))}
      {endLabels(stages, last, apart).map(({ stage, share, at }) => (
        <text
          key={stage}
          x={x(1) + 8}
          y={y(at) + 4}
          className={css.end}
          fontWeight={stage === reading.median_stage ? 600 : 400}
        >
          {t(`state.${stage}`)} {Math.round(share * 100)}
        </text>
      ))}
    </>
  );
}

function Note({ x, y, low, high, words }: { x: number; y: number; low: number; high: number; words: string }) {
  const width = textWidth(words, 11) + 16;
  const left = Math.min(Math.max(x - width / 2, low), high - width);
  return (
    <>
      <path d={`M${x},${CHART.top}V${FLOOR}`} className={css.noteLine} />
      <rect x={left} y={y - 9} width={width} height="18" rx="4" className={css.notePlate} />
      <text x={left + width / 2} y={y + 4} textAnchor="middle" className={css.note}>
        {words}
      </text>
    </>
  );
}

/** The markers that moved most, far enough apart in time that their notes can both be read. */
function strongestApart(markers: readonly Marker[], days: readonly string[]): Marker[] {
  const chosen: Marker[] = [];
  for (const marker of [...markers].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))) {
    const near = chosen.some((other) => Math.abs(along(days, other.day) - along(days, marker.day)) < NOTES_APART);
    if (!near) chosen.push(marker);
    if (chosen.length === NOTES) break;
  }
  return chosen;
}
