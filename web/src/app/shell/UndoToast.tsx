// The one toast slot, bottom left: what was just done, and for ten seconds the way back.

import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '~/app/i18n';
import { keyName } from '~/app/keys';
import { dismiss, lastDone, UNDO_SECONDS, undoLast } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import css from './UndoToast.module.css';

export function UndoToast() {
  const { t } = useWords();
  const done = lastDone.use();
  const [held, setHeld] = useState(false);
  const id = done?.id;
  useEffect(() => {
    if (id === undefined || held) return;
    const timer = setTimeout(() => dismiss(id), UNDO_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [id, held]);
  return (
    <section
      className={css.slot}
      role="status"
      aria-label={t('undo.region')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {done && (
        <div className={css.toast} key={done.id}>
          <div className={css.words}>
            <div className={css.message}>{done.message}</div>
            {done.detail && <div className={css.detail}>{done.detail}</div>}
          </div>
          {done.undo && (
            <Button variant="subtle" className={css.undo} onClick={() => void undoLast()}>
              {t('undo.undo')} <Kbd className={css.kbd}>{keyName('mod+z')}</Kbd>
            </Button>
          )}
          <ActionIcon className={css.close} aria-label={t('common.close')} onClick={() => dismiss(done.id)}>
            <Icon name="close" size={14} />
          </ActionIcon>
        </div>
      )}
    </section>
  );
}
