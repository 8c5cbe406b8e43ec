// The finding in a sentence: who was better, by how much, and what the chance was off by on the whole.

import type { ProofTrial } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './Proof.module.css';
import { type Age, contestOf, effectOfCorrection, levelOf, meanForecast } from './reading';

export function Finding({ trial, age }: { trial: ProofTrial; age: Age }) {
  const { t, f } = useWords();
  const shown = contestOf(trial, age, 'shown');
  const corrected = contestOf(trial, age, 'corrected');
  const { model, challenger, verdict, model_better: share } = shown;
  const effect = effectOfCorrection(model, corrected.model);
  const level = levelOf(model);
  return (
    <section className={css.finding} aria-label={t('proof.finding')}>
      <h2 className={text.headline}>{t(`proof.verdict.${verdict}`)}</h2>
      <p>
        {t('proof.by_brier', { own: f.score(model.brier), other: f.score(challenger.brier) })}
        {t('common.sentence_gap')}
        {t('proof.redraws', { count: Math.round(100 * share) })}
      </p>
      <p>
        {t(`proof.level.${level}`, { said: f.percent(meanForecast(model)), won: f.percent(model.base_rate) })}
        {effect !== 'same' && (
          <>
            {t('common.sentence_gap')}
            {t(`proof.corrected.${effect}`, { own: f.score(corrected.model.brier) })}
          </>
        )}
      </p>
      <p className={`${text.small} ${text.third}`}>
        {t('proof.how', { count: trial.later, day: f.fullDay(trial.earlier_until), earlier: trial.earlier })}
      </p>
    </section>
  );
}
