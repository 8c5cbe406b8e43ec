// How many people stand in each state: expected numbers, because each is a sum of chances. Buying and using apart.

import type { StatePeople } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { TableTwin } from '~/graphics/TableTwin';
import { WhiskerBar } from '~/graphics/WhiskerBar';
import css from './StatePanel.module.css';

/** Of a sum of many chances, four fifths lie within so many deviations. */
const DEVIATIONS = 1.2816;
const BAR = 136;
const PHASES = ['buy', 'use'] as const;

export function StatePanel({ people }: { people: readonly StatePeople[] }) {
  const { t, f } = useWords();
  const most = Math.max(1, ...people.map(spread).map(({ high }) => high));
  const head = [
    t('people_by_state.state'),
    t('people_by_state.expected'),
    t('control.interval'),
    t('people_by_state.change'),
  ];
  return (
    <section aria-label={t('people_by_state.title')}>
      <header className={css.head}>
        <h2 className={css.title}>{t('people_by_state.title')}</h2>
        <span className={`${text.tiny} ${text.third}`}>{t('people_by_state.what')}</span>
      </header>
      {PHASES.map((phase) => {
        const shown = people.filter((state) => state.phase === phase);
        if (shown.length === 0) return null;
        return (
          <div key={phase}>
            {phase === 'use' && <div className={`${text.label} ${css.divider}`}>{t('people_by_state.use')}</div>}
            <div aria-hidden="true">
              {shown.map((state) => (
                <StateLine key={state.stage} state={state} most={most} />
              ))}
            </div>
            <TableTwin
              caption={t(phase === 'use' ? 'people_by_state.use' : 'people_by_state.title')}
              head={head}
              rows={shown.map((state) => [
                t(`state.${state.stage}`),
                f.steps(state.expected),
                rangeOf(f, state),
                f.tenths(state.change),
              ])}
            />
          </div>
        );
      })}
    </section>
  );
}

function StateLine({ state, most }: { state: StatePeople; most: number }) {
  const { t, f } = useWords();
  const { stage, expected, change } = state;
  const label = t('people_by_state.line', {
    state: t(`state.${stage}`),
    expected: f.steps(expected),
    range: rangeOf(f, state),
  });
  return (
    <div className={css.line} title={label}>
      <span className={text.clip}>{t(`state.${stage}`)}</span>
      <WhiskerBar stage={stage} value={expected} {...spread(state)} most={most} width={BAR} label={label} />
      <span className={`${text.medium} ${text.end}`}>{f.steps(expected)}</span>
      <span className={`${text.tiny} ${text.end} ${changeTone(state)}`}>{f.tenths(change)}</span>
    </div>
  );
}

const spread = ({ expected, deviation }: StatePeople) => ({
  low: Math.max(0, expected - DEVIATIONS * deviation),
  high: expected + DEVIATIONS * deviation,
});

function rangeOf(f: ReturnType<typeof useWords>['f'], state: StatePeople): string {
  const { low, high } = spread(state);
  return `${f.steps(low)}–${f.steps(high)}`;
}

/** More people blocked is bad news; of the other states more is a step, and fewer may have gone on. */
function changeTone({ stage, change }: StatePeople): string | undefined {
  if (Math.abs(change) < 0.05) return text.third;
  if (stage === 'blocked') return change > 0 ? text.away : text.toward;
  return change > 0 ? text.toward : text.third;
}
