// What is owed, and what is planned until today: each with the tap that settles it.

import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { ActivityRow } from '~/activities/ActivityRow';
import { DutyRow } from '~/advice/DutyRow';
import type { Prefill } from '~/advice/prefill';
import type { NameOf } from '~/advice/words';
import type { Today } from '~/api/types';
import { useWords } from '~/app/i18n';
import { DealName } from './DealName';
import css from './Today.module.css';

interface Props {
  day: Today;
  nameOf: NameOf;
  onPlan: ((prefill: Prefill) => void) | undefined;
}

/** What is most pressing; the rest is folded, so that it does not hide what is best. */
const SHOWN = 4;

export function OwedAndPlanned({ day: { duties, planned }, nameOf, onPlan }: Props) {
  const { t } = useWords();
  const [unfolded, unfold] = useState(false);
  return (
    <>
      {planned.length > 0 && (
        <section className={css.card} aria-label={t('today.planned')}>
          <header className={css.head}>
            <h2 className={css.title}>{t('today.planned')}</h2>
          </header>
          <ul className={`${css.list} ${css.ruled}`}>
            {planned.map((activity) => (
              <ActivityRow
                key={activity.id}
                activity={activity}
                withTaps
                readOnly={!onPlan}
                deal={<DealName said={activity} />}
              />
            ))}
          </ul>
        </section>
      )}
      {duties.length > 0 && (
        <section className={css.card} aria-label={t('advice.owed')}>
          <header className={css.head}>
            <h2 className={css.title}>{t('advice.owed')}</h2>
          </header>
          <ul className={`${css.list} ${css.ruled}`}>
            {(unfolded ? duties : duties.slice(0, SHOWN)).map((duty) => (
              <DutyRow
                key={`${duty.opportunity.id}:${duty.kind}:${duty.person_id}:${duty.commitment_id}:${duty.sign}`}
                dealId={duty.opportunity.id}
                duty={duty}
                nameOf={nameOf}
                onPlan={onPlan}
                deal={<DealName said={{ opportunity: duty.opportunity, organization: duty.organization }} />}
              />
            ))}
          </ul>
          {duties.length > SHOWN && (
            <UnstyledButton className={css.fold} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
              {unfolded ? t('advice.fewer') : t('advice.more', { count: duties.length - SHOWN })}
            </UnstyledButton>
          )}
        </section>
      )}
    </>
  );
}
