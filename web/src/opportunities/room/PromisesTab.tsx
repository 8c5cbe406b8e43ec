// Every promise of the deal: what is open first, then what became of the others.

import { Button, Kbd } from '@mantine/core';
import type { Commitment, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { PromiseRow } from '~/commitments/PromiseRow';
import css from './TabPage.module.css';

export function PromisesTab({ room, readOnly, onNew }: { room: Room; readOnly: boolean; onNew: () => void }) {
  const { t } = useWords();
  const isOpen = ({ state }: Commitment) => state === 'open' || state === 'overdue';
  const open = room.commitments.filter(isOpen);
  const settled = room.commitments.filter((promise) => !isOpen(promise));
  const list = (promises: Commitment[]) => (
    <ul className={css.list}>
      {promises.map((promise) => (
        <PromiseRow key={promise.id} promise={promise} asOf={room.as_of} readOnly={readOnly} />
      ))}
    </ul>
  );
  return (
    <div className={css.page}>
      {room.commitments.length === 0 && <Empty sentence={t('promise.empty')} example={t('promise.what_example')} />}
      {open.length > 0 && (
        <section>
          <h2 className={css.title}>{t('promise.open')}</h2>
          {list(open)}
        </section>
      )}
      {settled.length > 0 && (
        <section>
          <h2 className={css.title}>{t('promise.settled')}</h2>
          {list(settled)}
        </section>
      )}
      {!readOnly && (
        <div>
          <Button variant="filled" onClick={onNew}>
            {t('promise.new')} <Kbd>P</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
