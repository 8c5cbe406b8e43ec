// Where people stand of whom nothing is known: a stage has no figures of its own, so it is read off here.

import type { Model, Phase } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './Figures.module.css';

const PHASES: readonly Phase[] = ['buy', 'use'];

export function Stages({ model }: { model: Model }) {
  const { t, f } = useWords();
  return (
    <>
      <p className={`${text.small} ${text.third} ${css.lead}`}>{t('model.stages')}</p>
      <div className={css.stages}>
        {PHASES.map((phase) => {
          const stages = model.stages.filter((stage) => stage.phase === phase);
          return [
            <span key={`${phase}-name`} className={text.medium}>
              {t(`phase.${phase}`)}
            </span>,
            <div key={phase} className={css.bar} aria-hidden="true">
              {stages.map(({ stage, at_rest: share }) => (
                <span
                  key={stage}
                  className={css.part}
                  style={{
                    flexGrow: share,
                    flexBasis: 0,
                    background: `var(--state-${stage})`,
                    color: `var(--on-${stage})`,
                  }}
                />
              ))}
            </div>,
            <ul key={`${phase}-shares`} className={css.shares}>
              {stages.map(({ stage, at_rest: share }) => (
                <li key={stage} className={`${text.small} ${text.second}`}>
                  {t('state.with_chance', { state: t(`state.${stage}`), chance: f.percent(share) })}
                </li>
              ))}
            </ul>,
          ];
        })}
      </div>
    </>
  );
}
