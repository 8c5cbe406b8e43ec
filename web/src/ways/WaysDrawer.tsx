// The ways to somebody: three of them, who else would lead there but was asked lately, and the asks under way.

import { Drawer } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Ask, Day, Id, Room, Spared, Ways } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { useLongList } from '~/app/shared/useLongList';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { useMay } from '~/session/may';
import { AskedRow } from './AskedRow';
import { asksQuery, waysQuery } from './api';
import { routeOf, shownRoute } from './route';
import { WayCard } from './WayCard';
import css from './WaysDrawer.module.css';

interface Props {
  room: Room;
  at: Day | null;
  /** To whom; nobody while it is closed. */
  personId: Id | null;
  onClose: () => void;
}

export function WaysDrawer({ room, at, personId, onClose }: Props) {
  const { t } = useWords();
  const person = room.stakeholders.find((one) => one.person.id === personId)?.person;
  return (
    <Drawer
      opened={personId !== null}
      onClose={onClose}
      size={460}
      withOverlay={false}
      lockScroll={false}
      title={t('ways.title', { person: person?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {personId && <Found key={personId} room={room} at={at} personId={personId} />}
    </Drawer>
  );
}

function Found({ room, at, personId }: { room: Room; at: Day | null; personId: Id }) {
  const { t } = useWords();
  const dealId = room.opportunity.id;
  const query = useQuery(waysQuery(dealId, personId, at));
  const asks = useLongList(useInfiniteQuery(asksQuery({ opportunity_id: dealId, target_id: personId })));
  useEffect(() => () => shownRoute.set(null), []);
  if (query.isPending) return <Waiting rows={6} />;
  if (query.isError)
    return <Failure what={t('ways.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  return <Shown room={room} ways={query.data} live={at === null} asks={at === null ? asks.rows : []} />;
}

function Shown({ room, ways, live, asks }: { room: Room; ways: Ways; live: boolean; asks: readonly Ask[] }) {
  const { t, f } = useWords();
  const [chosen, choose] = useState(0);
  const may = useMay();
  const dealId = room.opportunity.id;
  const names = new Map(ways.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: Id | null) => (id === null ? ways.asker.name : (names.get(id) ?? ''));
  const way = ways.ways[chosen];
  // The map shows the way that is unfolded here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names come with the ways
  useEffect(() => shownRoute.set(way ? routeOf(dealId, way, nameOf) : null), [dealId, way]);
  const mayAsk = live && may('create', 'interaction', room.opportunity);
  return (
    <div data-narrow="">
      {ways.ways.length === 0 && <p className={text.second}>{t('ways.none')}</p>}
      {ways.ways.length > 0 && (
        <>
          <p className={`${text.small} ${text.third} ${css.rule}`}>
            {live ? t('ways.rule') : t('ways.looking_back', { day: f.fullDay(ways.as_of) })}
          </p>
          <ul className={css.list}>
            {ways.ways.map((one, place) => (
              <WayCard
                key={one.through.join()}
                dealId={dealId}
                targetId={ways.target.id}
                way={one}
                place={place + 1}
                nameOf={nameOf}
                chosen={place === chosen}
                onChoose={() => choose(place)}
                mayAsk={mayAsk}
              />
            ))}
          </ul>
        </>
      )}
      {ways.spared.length > 0 && (
        <ul className={css.list} aria-label={t('ways.spared')}>
          {ways.spared.map((one) => (
            <SparedRow key={one.person_id} spared={one} name={nameOf(one.person_id)} />
          ))}
        </ul>
      )}
      {asks.length > 0 && (
        <section aria-label={t('ways.asks')}>
          <h3 className={css.title}>{t('ways.asks')}</h3>
          <ul className={css.list}>
            {asks.map((ask) => (
              <AskedRow key={ask.id} ask={ask} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Somebody who would lead there, and must not be asked again yet. */
function SparedRow({ spared, name }: { spared: Spared; name: string }) {
  const { t, f } = useWords();
  const { asked_on: on, again_on: again, by } = spared;
  return (
    <li className={`${text.small} ${text.second} ${css.spared}`}>
      {t(by ? 'ways.spared_by' : 'ways.spared_plain', {
        person: name,
        by: by?.name ?? '',
        day: f.fullDay(on),
        again: f.fullDay(again),
      })}
    </li>
  );
}
