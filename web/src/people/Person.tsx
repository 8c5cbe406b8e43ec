// One person, whatever deals they are in: who they are, where they worked, whom they know, where they stand.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Buyer, Card, Id, Person as PersonRecord } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import css from '~/app/shared/Record.module.css';
import { Section } from '~/app/shared/Section';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { cardsOfPersonQuery } from '~/opportunities/api';
import { useMay } from '~/session/may';
import { useNames } from '~/settings/api';
import { initials } from '~/words/names';
import { problemText } from '~/words/problem';
import { readingWords } from '~/words/reading';
import { personQuery, usePeople } from './api';
import { Employments } from './Employments';
import { Fairness } from './Fairness';
import { NotEstimated } from './NotEstimated';
import { PersonDrawer } from './PersonDrawer';
import { Ties } from './Ties';

export default function Person() {
  const { t } = useWords();
  const { personId } = useParams({ from: '/frame/people/$personId' });
  const query = useQuery(personQuery(personId));
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('people.one_failed')} error={query.error} onRetry={() => void query.refetch()} />;
  return <OpenPerson key={query.data.id} person={query.data} />;
}

function OpenPerson({ person }: { person: PersonRecord }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { remove, restore } = usePeople();
  const [editing, setEditing] = useState(false);
  const { data: deals = [] } = useQuery(cardsOfPersonQuery(person.id));
  const standings = deals.flatMap((deal) => standingIn(deal, person.id));
  const standing = latest(standings)?.buyer ?? null;
  const may = useMay();

  const take = async () => {
    try {
      await remove.mutateAsync(person);
      report({
        message: t('common.removed', { name: person.name }),
        undo: async () => void (await restore.mutateAsync(person.id)),
      });
      await navigate({ to: '/people' });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };

  return (
    <>
      <Topbar crumbs={[{ label: t('nav.people'), link: { to: '/people' } }, { label: person.name }]}>
        {may('delete', 'person', person) && (
          <Button variant="subtle" onClick={() => void take()}>
            {t('common.remove')}
          </Button>
        )}
        {may('update', 'person', person) && <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>}
      </Topbar>
      <div className={css.page}>
        <aside className={css.facts}>
          <div className={css.who}>
            <PersonGlyph
              size={50}
              state={standing?.reading?.median_stage ?? null}
              sure={standing?.reading?.sure ?? true}
              power={standing?.power ?? 0}
              veto={standing?.veto ?? false}
              initials={initials(person.name)}
            />
            <div className={css.names}>
              <h2 className={text.title}>{person.name}</h2>
              <div className={`${text.small} ${text.second}`}>
                {[person.title, person.organization?.name].filter(Boolean).join(' · ')}
              </div>
            </div>
          </div>
          {(person.assumed || person.exclusion) && (
            <div className={css.marks}>
              {person.assumed && (
                <Chip tone="dashed" title={t('assumed.explain')}>
                  {t('assumed.chip')}
                </Chip>
              )}
              {person.exclusion && <NotEstimated />}
            </div>
          )}
          <Facts person={person} />
          <Fairness person={person} />
        </aside>
        <div className={css.main}>
          <Section title={t('person.deals')} none={t('person.no_deals')} count={standings.length}>
            {standings.map(({ deal, buyer }) => (
              <li key={deal.id} className={css.row}>
                <Link
                  to="/deals/$dealId/people/$personId"
                  params={{ dealId: deal.id, personId: person.id }}
                  className={`${text.medium} ${css.grow} ${text.clip}`}
                >
                  {deal.name}
                </Link>
                <span className={text.second}>{t(`role.${buyer.role}`)}</span>
                <Link
                  to="/deals/$dealId"
                  params={{ dealId: deal.id }}
                  search={{ ways: person.id }}
                  className={`${text.small} ${text.second} ${text.nowrap}`}
                >
                  {t('ways.ask')}
                </Link>
                {person.exclusion ? (
                  <span className={`${text.small} ${text.third}`}>{t('fairness.at_their_wish')}</span>
                ) : (
                  <Standing buyer={buyer} />
                )}
              </li>
            ))}
          </Section>
          <Employments person={person} />
          <Ties person={person} />
        </div>
      </div>
      <PersonDrawer person={person} opened={editing} onClose={() => setEditing(false)} />
    </>
  );
}

interface InDeal {
  deal: Card;
  buyer: Buyer;
}

const standingIn = (deal: Card, personId: Id): InDeal[] =>
  deal.people.filter(({ person }) => person.id === personId).map((buyer) => ({ deal, buyer }));

/** The deal in which they were last heard of speaks for them above. */
const latest = (standings: InDeal[]): InDeal | undefined =>
  standings.toSorted((a, b) => heard(b).localeCompare(heard(a)))[0];

const heard = ({ buyer }: InDeal): string => buyer.reading?.last_evidence_at ?? '';

function Standing({ buyer: { reading } }: { buyer: Buyer }) {
  const { t, f } = useWords();
  if (!reading) return null;
  return (
    <>
      <StateBar shares={reading.stages} />
      <span className={text.small}>{readingWords(t, f, reading)}</span>
    </>
  );
}

function Facts({ person }: { person: PersonRecord }) {
  const { t } = useWords();
  const { ownerName, teamName } = useNames();
  const facts = [
    [t('people.email'), person.email && <a href={`mailto:${person.email}`}>{person.email}</a>],
    [t('people.phone'), person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>],
    [t('people.owner'), ownerName(person.owner_id)],
    [t('people.team'), teamName(person.team_id)],
    [t('people.note'), person.note],
  ] as const;
  return (
    <dl className={css.list}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
