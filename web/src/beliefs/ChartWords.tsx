// What is written over the areas: the scale, the days, the names of bands, the evidence marks, and the two that moved most.

import type { Estimate } from '~/api/types';
import { useWords } from '~/app/i18n';
import { EvidenceMarks } from '~/graphics/EvidenceMarks';
import { textWidth } from '~/graphics/ruler';
import css from './ChartWords.module.css';
import { type PersonMark, strongestApart } from './marks';
import { FACTORS, stagesOf } from './stages';
import { along, dayAlong, endLabels, innerLabels, lived, stagesIn } from './trajectory';

const NARROW = 480;

/** The room around the areas; on a phone the names beside the last day give way to the areas. */
export const chartMargins = (width: number) => ({ top: 8, bottom: 40, left: 42, right: width < NARROW ? 8 : 120 });

const LINE = 14;
const WORD_HALF_WIDTH = 38;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const FEW_TICKS = [0, 0.5, 1];
const NOTES = 2;
const NOTES_APART = 0.14;

interface Props {
  estimate: Estimate;
  marks: readonly PersonMark[];
  view: 'stage' | 'factors';
  width: number;
  height: number;
}

export function ChartWords({ estimate, marks, view, width, height }: Props) {
  const { t, f } = useWords();
  const { days } = estimate.trajectory;
  const margins = chartMargins(width);
  const inner = width - margins.left - margins.right;
  const x = (part: number) => margins.left + part * inner;
  const floor = height - margins.bottom;
  const y = (share: number) => floor - share * (floor - margins.top);
  const ticks = width < NARROW ? FEW_TICKS : TICKS;
  const near = (a: PersonMark, b: PersonMark) => Math.abs(along(days, a.day) - along(days, b.day)) < NOTES_APART;
  const shown = marks.filter(({ day }) => day >= (days[0] ?? '') && day <= (days.at(-1) ?? ''));
  const notes = strongestApart(shown, width < NARROW ? 1 : NOTES, near);
  return (
    <svg className={css.words} width={width} height={height} aria-hidden="true">
      {view === 'stage' &&
        [0, 0.5, 1].map((share) => (
          <text key={share} x={margins.left - 7} y={y(share) + 4} textAnchor="end" className={css.axis}>
            {share * 100}
            {share === 1 && ' %'}
          </text>
        ))}
      {ticks.map((part, index) => (
        <text
          key={part}
          x={x(part)}
          y={height - 6}
          textAnchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
          className={css.axis}
        >
          {f.axisDay(
            TICKS.map((tick) => dayAlong(days, tick)),
            index,
          )}
        </text>
      ))}
      <EvidenceMarks y={floor + 11} marks={shown.map(({ day, points }) => ({ x: x(along(days, day)), points }))} />
      {notes.map(({ key, day }) => (
        <path key={key} d={`M${x(along(days, day))},${margins.top}V${floor}`} className={css.noteLine} />
      ))}
      {view === 'stage' ? (
        <StageWords estimate={estimate} beside={width >= NARROW} x={x} y={y} />
      ) : (
        FACTORS.map((factor, index) => (
          <text key={factor} x={x(1) + 8} y={y(1 - (index + 0.5) / FACTORS.length)} className={css.end}>
            {t(`factor.${factor}`)}
          </text>
        ))
      )}
      {notes.map((mark, index) => (
        <Note
          key={mark.key}
          x={x(along(days, mark.day))}
          y={margins.top + 22 + index * 24}
          low={margins.left}
          high={x(1)}
          words={mark.words}
        />
      ))}
    </svg>
  );
}

interface StageWordsProps {
  estimate: Estimate;
  /** Whether there is room for names beside the last day. */
  beside: boolean;
  x: (part: number) => number;
  y: (share: number) => number;
}

function StageWords({ estimate, beside, x, y }: StageWordsProps) {
  const { t } = useWords();
  const { trajectory, reading } = estimate;
  const { days } = trajectory;
  const last = trajectory.stages.at(-1) ?? [];
  const apart = LINE / (y(0) - y(1));
  const change = trajectory.phases.indexOf('use');
  const reach = Math.max(1, Math.ceil((WORD_HALF_WIDTH * days.length) / (x(1) - x(0))));
  return (
    <>
      {change > 0 && <path d={`M${x(along(days, days[change] ?? ''))},${y(1)}V${y(0)}`} className={css.divider} />}
      {lived(trajectory).flatMap((phase) =>
        innerLabels(stagesOf(phase), stagesIn(trajectory, phase), reach).map(({ stage, index, middle }) => (
          <text
            key={`${phase}:${stage}`}
            x={x(along(days, days[index] ?? ''))}
            y={y(middle) + 4}
            textAnchor="middle"
            className={css.inside}
            fill={`var(--on-${stage})`}
            stroke={`var(--state-${stage})`}
          >
            {t(`state.${stage}`)}
          </text>
        )),
      )}
      {beside &&
        endLabels(stagesOf(reading.phase), last, apart).map(({ stage, share, at }) => (
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

interface NoteProps {
  x: number;
  y: number;
  low: number;
  high: number;
  words: string;
}

function Note({ x, y, low, high, words }: NoteProps) {
  const width = textWidth(words, 11) + 16;
  const left = Math.min(Math.max(x - width / 2, low), high - width);
  return (
    <>
      <rect x={left} y={y - 9} width={width} height="18" rx="4" className={css.notePlate} />
      <text x={left + width / 2} y={y + 4} textAnchor="middle" className={css.note}>
        {words}
      </text>
    </>
  );
}
