// One person in one deal: where they stand, how sure that is, how it came about, and one line to add to it.

import { ActionIcon, Button, Kbd, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Belief, Day, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
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
import { useBelief } from './api';
import { Factors } from './Factors';
import { Finding } from './Finding';
import { PersonCard } from './PersonCard';
import css from './PersonInDeal.module.css';
import { StateOverTime } from './StateOverTime';
import { Why } from './Why';

export default function PersonInDeal() {
  const { t } = useWords();
  const { dealId, personId } = useParams({ from: '/frame/deals/$dealId/people/$personId' });
  const [at] = useAt();
  const belief = useBelief(dealId, personId, at);
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
  const line = useRef<HTMLTextAreaElement>(null);
  const why = useRef<HTMLElement>(null);
  const [promising, setPromising] = useState(false);
  const { person, position } = belief;
  const opportunity = room.data?.opportunity;
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
      search: { at: at ?? undefined },
    });
  };
  const askWhy = () => {
    why.current?.scrollIntoView({ block: 'nearest' });
    why.current?.focus();
  };
  useKeys({
    e: () => line.current?.focus(),
    p: () => setPromising(true),
    y: askWhy,
    '[': () => go(position.previous_person_id),
    ']': () => go(position.next_person_id),
    'alt+ArrowUp': () => go(position.previous_person_id),
    'alt+ArrowDown': () => go(position.next_person_id),
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
          disabled={!position.previous_person_id}
          onClick={() => go(position.previous_person_id)}
        >
          <Icon name="up" size={13} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('person.next')}
          disabled={!position.next_person_id}
          onClick={() => go(position.next_person_id)}
          className={css.down ?? ''}
        >
          <Icon name="up" size={13} />
        </ActionIcon>
        <span className={`${text.small} ${text.third} ${css.wide}`}>
          {t('person.position', { index: position.index, of: position.of })}
        </span>
        <Rule />
        <Button className={css.wide ?? ''} onClick={() => setPromising(true)}>
          {t('promise.make')} <Kbd>P</Kbd>
        </Button>
        <Button className={css.wide ?? ''} variant="filled" onClick={() => line.current?.focus()}>
          {t('evidence.log')} <Kbd>E</Kbd>
        </Button>
      </Topbar>
      <div className={css.page} data-stale={stale || undefined}>
        <PersonCard belief={belief} dealId={dealId} />
        <div className={css.middle}>
          <div className={css.scroll}>
            <Finding belief={belief} live={at === null} onWhy={askWhy} />
            <Factors belief={belief} />
            <StateOverTime belief={belief} />
          </div>
          <div className={css.entry}>
            {at ? (
              <p className={`${text.small} ${text.third}`}>{t('room.looking_back', { day: f.fullDay(at) })}</p>
            ) : (
              <EvidenceLine
                key={person.id}
                inputRef={line}
                opportunityId={dealId}
                personId={person.id}
                names={names}
                placeholder={t('evidence.placeholder_person', { name: person.name })}
              />
            )}
          </div>
        </div>
        <Why belief={belief} ref={why} />
      </div>
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
  const { days } = belief.trajectory;
  return (
    <Popover opened={open} onChange={setOpen}>
      <Popover.Target>
        <Button
          size="xs"
          leftSection={<Icon name="clock" size={13} />}
          onClick={() => setOpen(!open)}
          aria-label={t('person.as_of', { day: f.fullDay(belief.reading.as_of) })}
        >
          {f.fullDay(belief.reading.as_of)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={belief.reading.as_of}
          defaultDate={belief.reading.as_of}
          minDate={days[0] ?? ''}
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
