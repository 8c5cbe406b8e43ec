// One organization: what it is, whom it belongs with, who works there, and what we are selling to it.

import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Organization as OrganizationRecord } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import css from '~/app/shared/Record.module.css';
import { Section } from '~/app/shared/Section';
import { Tile } from '~/app/shared/Tile';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { peopleQuery } from '~/people/api';
import { PersonDrawer } from '~/people/PersonDrawer';
import { useMay } from '~/session/may';
import { useNames } from '~/settings/api';
import { problemText } from '~/words/problem';
import { readingWords } from '~/words/reading';
import { stageName } from '~/words/stage';
import { dealsOfQuery, organizationQuery, useOrganizations } from './api';
import { Kind } from './Kind';
import { OrganizationDrawer } from './OrganizationDrawer';
import { Relations } from './Relations';

export default function Organization() {
  const { t } = useWords();
  const { organizationId } = useParams({ from: '/frame/organizations/$organizationId' });
  const query = useQuery(organizationQuery(organizationId));
  if (query.isPending) return <Waiting />;
  if (query.isError) {
    return <Failure what={t('organizations.one_failed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <OpenOrganization key={query.data.id} organization={query.data} />;
}

function OpenOrganization({ organization }: { organization: OrganizationRecord }) {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const { remove, restore } = useOrganizations();
  const [editing, setEditing] = useState(false);
  const { ownerName, teamName } = useNames();
  const may = useMay();

  const take = async () => {
    try {
      await remove.mutateAsync(organization);
      report({
        message: t('common.removed', { name: organization.name }),
        undo: async () => void (await restore.mutateAsync(organization.id)),
      });
      await navigate({ to: '/organizations' });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };
  const facts = [
    [t('organizations.sector'), organization.sector],
    [t('organizations.place'), [organization.city, organization.country].filter(Boolean).join(' · ')],
    [t('organizations.customer_since'), organization.customer_since && f.fullDay(organization.customer_since)],
    [t('organizations.owner'), ownerName(organization.owner_id)],
    [t('organizations.team'), teamName(organization.team_id)],
    [t('people.note'), organization.note],
  ] as const;

  return (
    <>
      <Topbar
        crumbs={[{ label: t('nav.organizations'), link: { to: '/organizations' } }, { label: organization.name }]}
      >
        {may('delete', 'organization', organization) && (
          <Button variant="subtle" onClick={() => void take()}>
            {t('common.remove')}
          </Button>
        )}
        {may('update', 'organization', organization) && (
          <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
        )}
      </Topbar>
      <div className={css.page}>
        <aside className={css.facts}>
          <div className={css.who}>
            <Tile id={organization.id} name={organization.name} size={40} />
            <div className={css.names}>
              <h2 className={text.title}>{organization.name}</h2>
              <Kind organization={organization} />
            </div>
          </div>
          <dl className={css.list}>
            {facts.map(([name, value]) =>
              value ? (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null,
            )}
            {organization.website && (
              <>
                <dt>{t('organizations.website')}</dt>
                <dd>
                  <a href={organization.website} target="_blank" rel="noreferrer">
                    {organization.website.replace(/^https?:\/\//, '')}
                  </a>
                </dd>
              </>
            )}
          </dl>
        </aside>
        <div className={css.main}>
          <Deals organization={organization} />
          <People organization={organization} />
          <Relations organization={organization} />
        </div>
      </div>
      <OrganizationDrawer organization={organization} opened={editing} onClose={() => setEditing(false)} />
    </>
  );
}

function Deals({ organization }: { organization: OrganizationRecord }) {
  const { t, f } = useWords();
  const { data: deals = [] } = useQuery(dealsOfQuery(organization.id));
  return (
    <Section title={t('organizations.deals')} none={t('organizations.no_deals')} count={deals.length}>
      {deals.map((deal) => (
        <li key={deal.id} className={css.row}>
          <Link to="/deals/$dealId" params={{ dealId: deal.id }} className={`${text.medium} ${css.grow} ${text.clip}`}>
            {deal.name}
          </Link>
          <span className={text.second}>{stageName(t, deal.stage)}</span>
          {deal.closure && (
            <Chip tone={deal.closure.outcome === 'won' ? 'toward' : 'away'}>
              {t(`outcome.${deal.closure.outcome}`)}
            </Chip>
          )}
          {deal.amount && <b>{f.money(deal.amount)}</b>}
        </li>
      ))}
    </Section>
  );
}

function People({ organization }: { organization: OrganizationRecord }) {
  const { t, f } = useWords();
  const [adding, setAdding] = useState(false);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(peopleQuery({ organization_id: organization.id }));
  const people = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <Section
        title={t('organizations.people')}
        none={t('organizations.no_people')}
        count={people.length}
        add={{ label: t('people.new'), onAdd: () => setAdding(true) }}
      >
        {people.map(({ id, name, title, standing, exclusion }) => (
          <li key={id} className={css.row}>
            <PersonGlyph
              size={20}
              state={standing?.reading?.median_stage ?? null}
              sure={standing?.reading?.sure ?? true}
              veto={standing?.veto ?? false}
            />
            <span className={`${css.grow} ${text.clip}`}>
              <Link to="/people/$personId" params={{ personId: id }} className={text.medium}>
                {name}
              </Link>
              {title && <span className={text.second}> · {title}</span>}
            </span>
            {exclusion && <span className={`${text.small} ${text.third}`}>{t('fairness.at_their_wish')}</span>}
            {standing?.reading && (
              <>
                <StateBar shares={standing.reading.stages} />
                <span className={`${text.small} ${text.second}`}>{readingWords(t, f, standing.reading)}</span>
              </>
            )}
          </li>
        ))}
      </Section>
      {hasNextPage && (
        <Button size="xs" variant="subtle" onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      <PersonDrawer
        person={null}
        organization={{ id: organization.id, name: organization.name }}
        opened={adding}
        onClose={() => setAdding(false)}
      />
    </>
  );
}
