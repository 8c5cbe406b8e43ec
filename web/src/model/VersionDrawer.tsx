// One version: what it changed, how far it is from the file, and the way back to it.

import { Button, Drawer, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Model, ModelVersion } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import form from '~/app/shared/form.module.css';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { fieldErrors, problemText } from '~/words/problem';
import { priorsAddress, useChangeModel, versionQuery } from './api';
import { ChangeTable } from './ChangeTable';
import css from './History.module.css';
import { versionName } from './versions';

interface Props {
  model: Model;
  /** Which, 0 for the file; `null` while none is looked at. */
  number: number | null;
  onClose: () => void;
}

const MOST_WORDS = 500;

export function VersionDrawer({ model, number, onClose }: Props) {
  const { t } = useWords();
  return (
    <Drawer
      opened={number !== null}
      onClose={onClose}
      title={number === null ? '' : versionName(t, number)}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {number !== null && (
        <div className={css.drawer}>
          {number > 0 && <Changes model={model} number={number} />}
          {number !== model.number && <GoBack model={model} to={number} onDone={onClose} />}
          <Button
            component="a"
            href={priorsAddress(number)}
            download
            variant="subtle"
            aria-label={t('model.export_named', { number })}
          >
            {t('model.export')}
          </Button>
        </div>
      )}
    </Drawer>
  );
}

function Changes({ model, number }: { model: Model; number: number }) {
  const { t } = useWords();
  const query = useQuery(versionQuery(number));
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('model.history.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const { reason, changes, against_file: against } = query.data;
  return (
    <>
      <p className={css.quote}>{reason}</p>
      <Settled version={query.data} />
      <section>
        <h3 className={css.title}>{t('model.history.changed')}</h3>
        <ChangeTable model={model} changes={changes} />
      </section>
      <section>
        <h3 className={css.title}>{t('model.history.against')}</h3>
        {against.length === 0 ? (
          <p className={text.second}>{t('model.history.same')}</p>
        ) : (
          <ChangeTable model={model} changes={against} />
        )}
      </section>
    </>
  );
}

function Settled({ version: { deals, settled } }: { version: ModelVersion }) {
  const { t, f } = useWords();
  const words =
    deals === null
      ? t('model.settling_soon')
      : settled < deals
        ? t('model.settling', { settled: f.count(settled), deals: f.count(deals) })
        : t('model.settled');
  return <p className={`${text.small} ${text.third}`}>{words}</p>;
}

function GoBack({ model, to, onDone }: { model: Model; to: number; onDone: () => void }) {
  const { t } = useWords();
  const mayChange = useMay()('update', 'model');
  const { goBack } = useChangeModel();
  const [reason, setReason] = useState('');
  if (!mayChange) return null;
  const submit = async () => {
    const before = model.number;
    try {
      const { number } = await goBack.mutateAsync({ to, based_on: before, reason: reason.trim() });
      report({
        message: t('model.returned', { version: versionName(t, to), number }),
        undo: async () => {
          await goBack.mutateAsync({ to: before, based_on: number, reason: t('model.undo_reason') });
        },
      });
      onDone();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        label={t('model.history.go_back_reason')}
        maxLength={MOST_WORDS}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldErrors(t, goBack.error).reason}
      />
      <div className={form.actions}>
        <Button type="submit" disabled={!reason.trim()} loading={goBack.isPending}>
          {t('model.history.go_back')}
        </Button>
      </div>
    </form>
  );
}
