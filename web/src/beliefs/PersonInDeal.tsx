// One person in one deal: where they stand, how sure that is, how it came about, and one line to add to it.

import { ActionIcon, Button, Kbd, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { PlanDialog } from '~/activities/PlanDialog';
import { ChoicesDrawer } from '~/advice/ChoicesDrawer';
import { blank, type Prefill } from '~/advice/prefill';
import type { Belief, Day, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Rule, Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { PromiseDialog } from '~/commitments/PromiseDialog';
import { Icon } from '~/graphics/Icon';
import { EvidenceLine } from '~/interactions/EvidenceLine';
import { evidenceContext } from '~/interactions/sheet';
import { useRoom } from '~/opportunities/api';
import { useAt } from '~/opportunities/room/useAt';
import { useMay } from '~/session/may';
import { useBelief } from './api';
import { Factors } from './Factors';
import { Finding } from './Finding';
import { NotEstimated } from './NotEstimated';
import { PersonCard } from './PersonCard';
import css from './PersonInDeal.module.css';
import { PhaseSwitch } from './PhaseSwitch';
import { StateOverTime } from './StateOverTime';
import { usePhase } from './usePhase';
import { Why } from './Why';

export default function PersonInDeal() {
  const { t } = useWords();
  const { dealId, personId } = useParams({ from: '/frame/deals/$dealId/people/$personId' });
  const [at] = useAt();
  const [phase] = usePhase();
  const belief = useBelief(dealId, personId, at, phase);
  if (belief.isPending) return <Waiting rows={10} height={30} />;
  if (belief.isError) {
    return <Failure what={t('belief.failed')} error={belief.error} onRetry={() => void belief.refetch()} />;
  }
  return <OpenPerson belief={belief.data} dealId={dealId} stale={belief.isPlaceholderData} />;
}

function OpenPerson({ belief, dealId, stale }: { belief: Belief; dealId: Id; stale: boolean }) {
  const { t, f } = useWords();
  const [at, setAt] = useAt();
  const navigate = useNavigate();
  const room = useRoom(dealId, null);
  const then = useRoom(dealId, at);
  const line = useRef<HTMLTextAreaElement>(null);
  const why = useRef<HTMLElement>(null);
  const [promising, setPromising] = useState(false);
  const [asked, ask] = useState<Id | null>(null);
  const [planned, plan] = useState<Prefill | null>(null);
  const may = useMay();
  const { person, place, estimate } = belief;
  const opportunity = room.data?.opportunity;
  const mayRecord = opportunity !== undefined && may('create', 'interaction', opportunity);
  const isExcluded = room.data?.stakeholders.find((one) => one.person.id === person.id)?.excluded ?? false;
  const names = new Map([[person.id, person.name], ...(room.data?.stakeholders ?? []).map(nameEntry)]);

  useEffect(() => {
    if (!opportunity) return;
    evidenceContext.set({
      opportunity: { id: opportunity.id, name: opportunity.name },
      people: [{ id: person.id, name: person.name }],
      personId: person.id,
    });
  }, [opportunity, person.id, person.name]);

  const go = (id: Id | null) => {
    if (!id) return;
    void navigate({
      to: '/deals/$dealId/people/$personId',
      params: { dealId, personId: id },
      search: (previous) => ({ ...previous }),
    });
  };
  const askWhy = () => {
    why.current?.scrollIntoView({ block: 'nearest' });
    why.current?.focus();
  };
  useKeys({
    e: () => line.current?.focus(),
    p: () => mayRecord && !at && setPromising(true),
    a: () => mayRecord && !at && plan(blank(dealId, person.id)),
    y: askWhy,
    '[': () => go(place.previous_person_id),
    ']': () => go(place.next_person_id),
    'alt+ArrowUp': () => go(place.previous_person_id),
    'alt+ArrowDown': () => go(place.next_person_id),
  });

  return (
    <>
      <Topbar
        crumbs={[
          { label: t('nav.deals'), link: { to: '/deals' } },
          {
            label: opportunity?.name ?? '…',
            link: { to: '/deals/$dealId', params: { dealId }, search: { at: at ?? undefined } },
          },
          { label: person.name },
        ]}
      >
        <AsOf belief={belief} at={at} onPick={setAt} />
        <Rule />
        <ActionIcon
          aria-label={t('person.previous')}
          disabled={!place.previous_person_id}
          onClick={() => go(place.previous_person_id)}
        >
          <Icon name="up" size={13} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('person.next')}
          disabled={!place.next_person_id}
          onClick={() => go(place.next_person_id)}
          className={css.down ?? ''}
        >
          <Icon name="up" size={13} />
        </ActionIcon>
        <span className={`${text.small} ${text.third} ${css.wide}`}>
          {t('person.position', { index: place.index, of: place.of })}
        </span>
        {mayRecord && !at && (
          <>
            <Rule />
            <Button className={css.wide ?? ''} onClick={() => setPromising(true)}>
              {t('promise.make')} <Kbd>P</Kbd>
            </Button>
            <Button className={css.wide ?? ''} variant="filled" onClick={() => line.current?.focus()}>
              {t('evidence.log')} <Kbd>E</Kbd>
            </Button>
          </>
        )}
      </Topbar>
      <div className={css.page} data-stale={stale || undefined}>
        <PersonCard belief={belief} dealId={dealId} room={then.data} readOnly={!mayRecord || at !== null} />
        <div className={css.middle}>
          <div className={css.scroll}>
            {estimate ? (
              <>
                <Finding name={person.name} estimate={estimate} live={at === null} onWhy={askWhy}>
                  <PhaseSwitch trajectory={estimate.trajectory} />
                </Finding>
                <Factors estimate={estimate} />
                <StateOverTime belief={belief} estimate={estimate} dealId={dealId} at={at} />
              </>
            ) : isExcluded && opportunity ? (
              <NotEstimated person={person} opportunity={opportunity} names={names} at={at} />
            ) : (
              <Empty sentence={t('belief.nothing', { name: person.name })} example={t('feed.example')} />
            )}
          </div>
          <div className={css.entry}>
            {at && <p className={`${text.small} ${text.third}`}>{t('room.looking_back', { day: f.fullDay(at) })}</p>}
            {!at && mayRecord && (
              <EvidenceLine
                key={person.id}
                inputRef={line}
                opportunityId={dealId}
                personId={person.id}
                names={names}
                observedUntil={opportunity.observed_until}
                placeholder={t('evidence.placeholder_person', { name: person.name })}
              />
            )}
          </div>
        </div>
        {estimate && (
          <Why
            estimate={estimate}
            role={belief.role}
            dealId={dealId}
            personId={person.id}
            at={at}
            onAskChange={at || isExcluded || !room.data ? undefined : () => ask(person.id)}
            mayDispute={!at && opportunity !== undefined && may('update', 'interaction', opportunity)}
            ref={why}
          />
        )}
      </div>
      {room.data && (
        <ChoicesDrawer
          room={room.data}
          personId={asked}
          title={t('choices.change')}
          onPerson={ask}
          onPlan={mayRecord ? plan : undefined}
          onClose={() => ask(null)}
        />
      )}
      <PlanDialog prefill={planned} onClose={() => plan(null)} />
      <PromiseDialog
        opportunityId={dealId}
        ownerPersonId={room.data?.ours.find(({ is_owner: isOwner }) => isOwner)?.id ?? null}
        people={[{ id: person.id, name: person.name }]}
        personId={person.id}
        opened={promising}
        onClose={() => setPromising(false)}
      />
    </>
  );
}

const nameEntry = ({ person }: { person: { id: Id; name: string } }): [Id, string] => [person.id, person.name];

function AsOf({ belief, at, onPick }: { belief: Belief; at: Day | null; onPick: (day: Day | null) => void }) {
  const { t, f } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen}>
      <Popover.Target>
        <Button
          size="xs"
          leftSection={<Icon name="clock" size={13} />}
          onClick={() => setOpen(!open)}
          aria-label={t('person.as_of', { day: f.fullDay(belief.as_of) })}
        >
          {f.fullDay(belief.as_of)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={belief.as_of}
          defaultDate={belief.as_of}
          minDate={belief.first_day ?? belief.as_of}
          maxDate={belief.last_day}
          onChange={(day) => {
            setOpen(false);
            if (day) onPick(day);
          }}
        />
        {at && (
          <Button fullWidth variant="subtle" onClick={() => onPick(null)}>
            {t('time.back')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
