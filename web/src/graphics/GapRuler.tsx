// Our stage (flag) against the buyers' state weighed by power (bars): the distance between them, and how sure it is.

import type { BuyStage } from '~/api/types';
import { layoutRuler, textWidth } from './ruler';

export interface RulerWords {
  title: string;
  stages: readonly string[];
  buyers: string;
  ours: string;
  gap: string;
}

interface Props {
  width: number;
  stages: readonly BuyStage[];
  shares: readonly number[];
  buyers: number;
  recorded: number;
  tone: 'away' | 'toward' | 'still';
  words: RulerWords;
}

const FONT = 11.5;
const FLOOR = 70;
const TALLEST = 42;
const LABEL_INSIDE_FROM = 0.16;
const NARROW = 480;

export function GapRuler({ width, stages, shares, buyers, recorded, tone, words }: Props) {
  const layout = layoutRuler({
    width,
    columns: stages.length,
    buyers,
    recorded,
    labelWidth: textWidth(words.buyers, FONT) + 6,
    flagWidth: textWidth(words.ours, FONT) + 20,
    chipWidth: textWidth(words.gap, FONT) + 18,
  });
  const { label, flag, chip, line } = layout;
  const scale = TALLEST / Math.max(0.4, ...shares);
  const centre = (index: number) => (layout.column(index).from + layout.column(index).to) / 2;
  const ink = tone === 'still' ? 'var(--text-3)' : `var(--${tone})`;
  const soft = tone === 'still' ? 'var(--surface-sunken)' : `var(--${tone}-soft)`;
  /** On a narrow ruler the outermost names lean inwards. */
  const underneath = (index: number) => {
    if (width >= NARROW || (index > 0 && index < stages.length - 1))
      return { x: centre(index), textAnchor: 'middle' as const };
    return index === 0 ? { x: 0, textAnchor: 'start' as const } : { x: width, textAnchor: 'end' as const };
  };
  const named = (index: number) => width >= NARROW || index === buyers || index === recorded;
  return (
    <svg width={width} height={FLOOR + 20} viewBox={`0 0 ${width} ${FLOOR + 20}`} role="img" aria-label={words.title}>
      <title>{words.title}</title>
      {line && <path d={`M${line.from},11H${line.to}`} stroke={ink} strokeWidth="1.5" />}
      {line?.from === layout.buyersAt && <path d={`M${layout.buyersAt},6v10`} stroke={ink} strokeWidth="1.5" />}
      <path d={`M${layout.buyersAt},20V${FLOOR}`} stroke={ink} strokeDasharray="2 2.5" opacity=".55" />
      <path d={`M${layout.recordedAt},24V${FLOOR}`} stroke="var(--us)" strokeDasharray="2 2.5" opacity=".7" />
      {stages.map((stage, index) => {
        const share = shares[index] ?? 0;
        const { from, to } = layout.column(index);
        const height = Math.max(2, share * scale);
        const inside = share > LABEL_INSIDE_FROM;
        return (
          <g key={stage}>
            <rect x={from} y={FLOOR - height} width={to - from} height={height} rx="2" fill={`var(--state-${stage})`} />
            <text
              x={centre(index) + (inside ? 0 : index === buyers || index === recorded ? 13 : 0)}
              y={FLOOR - height + (inside ? 13 : -4)}
              textAnchor="middle"
              fontSize="10.5"
              fontWeight="600"
              fill={inside ? `var(--on-${stage})` : 'var(--text-3)'}
            >
              {share >= 0.005 ? Math.round(share * 100) : ''}
            </text>
            {named(index) && (
              <text {...underneath(index)} y={FLOOR + 15} fontSize="11" fill="var(--text-3)">
                {words.stages[index]}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M0,${FLOOR + 0.5}h${width}`} stroke="var(--line-strong)" />
      {label && <Label x={(label.from + label.to) / 2} fill="var(--text-2)" text={words.buyers} />}
      {chip && <Plate {...chip} fill={soft} ink={ink} text={words.gap} />}
      <Plate {...flag} fill="var(--us)" ink="var(--surface)" text={words.ours} />
      <path d={`M${layout.recordedAt - 4.5},20.5h9l-4.5,6z`} fill="var(--us)" />
    </svg>
  );
}

function Plate({ from, to, fill, ink, text }: { from: number; to: number; fill: string; ink: string; text: string }) {
  return (
    <>
      <rect x={from} y="1" width={to - from} height="20" rx="5" fill={fill} />
      <Label x={(from + to) / 2} fill={ink} text={text} weight={600} />
    </>
  );
}

function Label({ x, fill, text, weight = 500 }: { x: number; fill: string; text: string; weight?: number }) {
  return (
    <text x={x} y="15" textAnchor="middle" fontSize={FONT} fontWeight={weight} fill={fill}>
      {text}
    </text>
  );
}
