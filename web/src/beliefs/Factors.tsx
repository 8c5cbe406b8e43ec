// Cognition, psychology, behaviour: three histograms, dashed where each stood on an earlier day.

import type { Estimate, Factor, Phase } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { LevelHistogram } from '~/graphics/LevelHistogram';
import { TableTwin } from '~/graphics/TableTwin';
import { titleSentence } from '~/words/title';
import css from './Factors.module.css';
import { FACTORS, levelTones } from './stages';

const LEVELS = [0, 1, 2, 3, 4] as const;

export const levelName = (t: Translate, factor: Factor, phase: Phase, level: number): string =>
  t(`level.${factor}.${phase}.${(LEVELS[level] ?? 0) as (typeof LEVELS)[number]}`);

export function Factors({ estimate }: { estimate: Estimate }) {
  const { t, f } = useWords();
  const { reading, compared } = estimate;
  return (
    <section className={css.factors} aria-label={t('factors.title')}>
      <div className={css.three}>
        {FACTORS.map((factor) => (
          <One
            key={factor}
            factor={factor}
            phase={reading.phase}
            levels={reading.factors[factor]}
            median={reading.levels[factor]}
            before={compared?.reading.phase === reading.phase ? compared.reading.factors[factor] : null}
          />
        ))}
      </div>
      {compared && (
        <div className={`${text.tiny} ${text.third} ${css.compared}`}>
          <svg width="18" height="6" aria-hidden="true">
            <path d="M0,3h18" stroke="var(--text)" strokeWidth="1.2" strokeDasharray="2 1.5" opacity=".6" />
          </svg>
          {t('factors.compared', { day: f.day(compared.reading.as_of), because: titleSentence(t, compared.because) })}
        </div>
      )}
    </section>
  );
}

interface OneProps {
  factor: Factor;
  phase: Phase;
  levels: readonly number[];
  median: number;
  before: readonly number[] | null;
}

function One({ factor, phase, levels, median, before }: OneProps) {
  const { t, f } = useWords();
  const names = LEVELS.map((level) => levelName(t, factor, phase, level));
  const title = t(`factor.${factor}`);
  return (
    <div className={css.one}>
      <div className={css.name}>
        <b>{title}</b> <span className={`${text.small} ${text.second} ${text.clip}`}>{names[median]}</span>
      </div>
      <LevelHistogram levels={levels} before={before} tones={levelTones(factor)} label={`${title}: ${names[median]}`} />
      <div className={css.labels} aria-hidden="true">
        {names.map((name, level) => (
          <span key={name} data-median={level === median || undefined}>
            {name}
          </span>
        ))}
      </div>
      <TableTwin
        caption={title}
        head={[t('factors.level'), t('factors.now'), t('factors.before')]}
        rows={names.map((name, level) => [
          name,
          f.percent(levels[level] ?? 0),
          before ? f.percent(before[level] ?? 0) : '–',
        ])}
      />
    </div>
  );
}
