// What many deals teach, in two views: what goes with winning, and what came of each activity.

import { SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Day } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Topbar } from '~/app/shell/Topbar';
import { WhoseDeals } from '~/control/WhoseDeals';
import { productsQuery } from '~/products/api';
import { addDays } from '~/words/format';
import type { LessonFilter } from './api';
import css from './Lessons.module.css';
import { Playbook } from './Playbook';
import { WhyWeWin } from './WhyWeWin';

export const VIEWS = ['winning', 'playbook'] as const;

/** How far back one may look, in days. */
const PERIODS = { quarter: 92, year: 365 } as const;
type Period = keyof typeof PERIODS;

export default function Lessons() {
  const { t, f } = useWords();
  const search = useSearch({ from: '/frame/lessons' });
  const navigate = useNavigate({ from: '/lessons' });
  const isPhone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const view = search.view ?? 'winning';
  const since: Day | undefined = search.period && addDays(f.today, -PERIODS[search.period]);
  const filter: LessonFilter = {
    owner_id: search.owner,
    team_id: search.team,
    product_id: search.product,
    since,
  };
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true });
  const choices = (
    <>
      <WhoseDeals value={filter} onChange={({ owner_id: owner, team_id: team }) => choose({ owner, team })} />
      <ProductChoice value={search.product} onChange={(product) => choose({ product })} />
      <PeriodChoice value={search.period} onChange={(period) => choose({ period })} />
    </>
  );
  const views = (
    <SegmentedControl
      aria-label={t('lessons.view')}
      value={view}
      onChange={(value) => choose({ view: value === 'playbook' ? 'playbook' : undefined })}
      data={VIEWS.map((value) => ({ value, label: t(`lessons.view.${value}`) }))}
    />
  );
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.lessons') }]} beside={views} middle={!isPhone && choices} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section className={css.page} aria-label={t('nav.lessons')} tabIndex={0}>
        {isPhone && <div className={css.choices}>{choices}</div>}
        <div className={css.body}>
          {view === 'winning' ? <WhyWeWin filter={filter} /> : <Playbook filter={filter} />}
        </div>
      </section>
    </>
  );
}

function ProductChoice({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const { t } = useWords();
  const { data } = useInfiniteQuery(productsQuery({}));
  const products = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Select
      className={css.choice ?? ''}
      aria-label={t('lessons.product')}
      placeholder={t('lessons.every_product')}
      clearable
      searchable
      data={products.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}

function PeriodChoice({
  value,
  onChange,
}: {
  value: Period | undefined;
  onChange: (period: Period | undefined) => void;
}) {
  const { t } = useWords();
  return (
    <Select
      className={css.choice ?? ''}
      aria-label={t('lessons.period')}
      placeholder={t('lessons.ever')}
      clearable
      data={(Object.keys(PERIODS) as Period[]).map((period) => ({
        value: period,
        label: t(`lessons.period.${period}`),
      }))}
      value={value ?? null}
      onChange={(period) => onChange((period as Period | null) ?? undefined)}
    />
  );
}
