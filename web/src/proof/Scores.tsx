// The measures side by side: the chance as it is shown, the same set right by the earlier deals, and plain counting.

import type { ProofTrial, ScoreCard } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './Proof.module.css';
import { type Age, contestOf } from './reading';

type Measure = 'auc' | 'brier' | 'calibration_error' | 'log_score';
const MEASURES: readonly Measure[] = ['auc', 'brier', 'calibration_error', 'log_score'];
/** Of these the larger is the better. */
const LARGER: readonly Measure[] = ['auc', 'log_score'];

export function Scores({ trial, age }: { trial: ProofTrial; age: Age }) {
  const { t, f } = useWords();
  const shown = contestOf(trial, age, 'shown');
  const corrected = contestOf(trial, age, 'corrected');
  const cards = [
    { name: 'shown', card: shown.model },
    { name: 'corrected', card: corrected.model },
    { name: 'challenger', card: shown.challenger },
  ] as const;
  const between = (range: ScoreCard['brier_range']) =>
    range ? t('proof.from_to', { low: f.score(range.low), high: f.score(range.high) }) : '';
  return (
    <section className={css.scores} aria-label={t('proof.scores')}>
      <h3 className={css.title}>
        {t('proof.scores')}
        <span className={`${text.small} ${text.third}`}>
          {t('proof.cases', { count: shown.model.count, won: f.percent(shown.model.base_rate) })}
        </span>
      </h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('proof.measure')}</th>
            {cards.map(({ name }) => (
              <th key={name} scope="col" className={css.end}>
                {t(`proof.way.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => {
            const best = bestOf(
              measure,
              cards.map(({ card }) => card),
            );
            return (
              <tr key={measure}>
                <th scope="row">
                  {t(`proof.measure.${measure}`)}
                  <span className={`${text.small} ${text.third} ${css.is}`}>{t(`proof.measure.${measure}_is`)}</span>
                </th>
                {cards.map(({ name, card }) => (
                  <td key={name} className={css.end}>
                    <span className={card === best ? css.best : undefined}>{figure(f.score, card[measure])}</span>
                    <span className={`${text.small} ${text.third} ${css.range}`}>
                      {between(rangeOf(measure, card))}
                    </span>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={`${text.small} ${text.third}`}>
        {t('proof.parts', {
          reliability: f.score(shown.model.reliability),
          resolution: f.score(shown.model.resolution),
          uncertainty: f.score(shown.model.uncertainty),
        })}
      </p>
      <p className={`${text.small} ${text.third}`}>{t('proof.ranges')}</p>
    </section>
  );
}

const figure = (score: (value: number) => string, value: number | null) => (value === null ? '–' : score(value));

/** The calibration error has none. */
const rangeOf = (measure: Measure, card: ScoreCard): ScoreCard['brier_range'] =>
  measure === 'calibration_error' ? null : card[`${measure}_range`];

function bestOf(measure: Measure, cards: readonly ScoreCard[]): ScoreCard | undefined {
  const sign = LARGER.includes(measure) ? -1 : 1;
  const value = (card: ScoreCard) => sign * (card[measure] ?? -sign * Number.POSITIVE_INFINITY);
  return [...cards].sort((one, other) => value(one) - value(other))[0];
}
