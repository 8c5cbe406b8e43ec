// Today: what helps most first, what is owed and planned, what else is worth doing, and what to ask; over all deals of one
// seller, on a phone as on a desk.

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PlanDialog } from '~/activities/PlanDialog';
import { AskRow } from '~/advice/AskRow';
import { todayQuery } from '~/advice/api';
import { HowPopover } from '~/advice/HowPopover';
import { type Prefill, takingUp } from '~/advice/prefill';
import { namesOf } from '~/advice/words';
import type { Today as Day, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { useSession } from '~/session/api';
import { useMay } from '~/session/may';
import { isActive, usersQuery } from '~/settings/api';
import { DealName } from './DealName';
import { FirstThing } from './FirstThing';
import { JustDone } from './JustDone';
import { Nothing } from './Nothing';
import { OwedAndPlanned } from './OwedAndPlanned';
import css from './Today.module.css';
import { TodayRow } from './TodayRow';
import { leadWords } from './words';

export default function Today() {
  const { t } = useWords();
  const user = useSearch({ from: '/frame/today', select: (search) => search.user ?? null });
  const query = useQuery(todayQuery(user));
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.today') }]} large>
        <WhoseDay user={user} />
      </Topbar>
      {query.isPending && <Waiting rows={8} height={44} />}
      {query.isError && <Failure what={t('today.failed')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <OpenDay key={user} day={query.data} own={user === null} stale={query.isPlaceholderData} />}
    </>
  );
}

function OpenDay({ day, own, stale }: { day: Day; own: boolean; stale: boolean }) {
  const { t, f } = useWords();
  const [planned, plan] = useState<Prefill | null>(null);
  const mayPlan = useMay()('create', 'interaction');
  const onPlan = mayPlan ? plan : undefined;
  const { best, ask, duties, planned: due } = day;
  const [first, ...others] = best;
  const nameOf = namesOf(day.people);
  const takeUp = (place: number) => {
    const said = best[place];
    if (said) onPlan?.(takingUp(said.opportunity.id, said));
  };
  useKeys({
    a: () => takeUp(0),
    ...Object.fromEntries(best.map((_, place) => [String(place + 1), () => takeUp(place)])),
  });
  const nothing = best.length + duties.length + due.length === 0;
  return (
    <div className={css.page} data-stale={stale || undefined}>
      <p className={`${text.small} ${text.third} ${css.lead}`}>{leadWords(t, f, day)}</p>
      <div className={css.columns}>
        <div className={css.main}>
          {nothing && <Nothing day={day} own={own} />}
          {first && <FirstThing said={first} day={day} nameOf={nameOf} onPlan={onPlan} />}
          <OwedAndPlanned day={day} nameOf={nameOf} onPlan={onPlan} />
          {others.length > 0 && (
            <section className={css.card} aria-label={t('today.then')}>
              <header className={css.head}>
                <h2 className={css.title}>{t('today.then')}</h2>
                <span className={`${text.small} ${text.third}`}>{t('today.change_of')}</span>
                <HowPopover />
              </header>
              <ol className={css.list}>
                {others.map((said, index) => (
                  <TodayRow
                    key={`${said.opportunity.id}:${said.action}:${said.person_id}`}
                    said={said}
                    day={day}
                    nameOf={nameOf}
                    stroke={String(index + 2)}
                    onPlan={onPlan}
                  />
                ))}
              </ol>
            </section>
          )}
        </div>
        {ask.length > 0 && (
          <section className={css.card} aria-label={t('advice.ask_next')}>
            <header className={css.head}>
              <h2 className={css.title}>{t('advice.ask_next')}</h2>
              <span className={`${text.small} ${text.third}`}>{t('advice.tells_order')}</span>
            </header>
            <ul className={css.list}>
              {ask.map((one) => (
                <AskRow
                  key={`${one.opportunity.id}:${one.topic}`}
                  asking={one}
                  nameOf={nameOf}
                  deal={<DealName said={{ opportunity: one.opportunity, organization: one.organization }} />}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
      {own && mayPlan && <JustDone planned={due} />}
      <PlanDialog prefill={planned} onClose={() => plan(null)} />
    </div>
  );
}

/** Whoever leads others can look at their day. */
function WhoseDay({ user }: { user: Id | null }) {
  const { t } = useWords();
  const navigate = useNavigate({ from: '/today' });
  const me = useSession().user;
  const leads = me.scope !== 'own' && (me.role === 'admin' || me.role === 'manager');
  const { data: users = [] } = useQuery({ ...usersQuery, enabled: leads });
  if (!leads) return null;
  return (
    <Select
      className={css.whose ?? ''}
      aria-label={t('today.whose')}
      searchable
      data={users
        .filter((one) => isActive(one) || one.id === user)
        .map(({ id, name }) => ({ value: id, label: id === me.id ? t('today.mine', { name }) : name }))}
      value={user ?? me.id}
      onChange={(id) =>
        void navigate({ search: { user: id === me.id ? undefined : (id ?? undefined) }, replace: true })
      }
    />
  );
}
