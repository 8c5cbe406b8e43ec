// Before changes are taken: what they are, whom they would move in one's own open deals, and why they are made.

import { Button, Drawer, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Model } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { fieldErrors, problemText } from '~/words/problem';
import { useChangeModel } from './api';
import { ChangeTable } from './ChangeTable';
import { sendable, without } from './draft';
import { countFaults } from './faults';
import { figuresByPath } from './figures';
import { Moves } from './Moves';
import css from './Review.module.css';
import { drafted, NO_DRAFT, setDraft } from './state';

interface Props {
  model: Model;
  faults: ReadonlyMap<string, string>;
  opened: boolean;
  onClose: () => void;
}

const MOST_WORDS = 500;

export function Review(props: Props) {
  const { t } = useWords();
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={t('model.review.title')}
      size={620}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {props.opened && <Reviewing {...props} />}
    </Drawer>
  );
}

function Reviewing({ model, faults, onClose }: Props) {
  const { t } = useWords();
  const { changes, imported } = drafted.use();
  const { take, goBack } = useChangeModel();
  const [reason, setReason] = useState('');
  const inForce = figuresByPath(model);
  const listed = Object.entries(changes).map(([key, after]) => ({
    key,
    before: inForce.get(key)?.in_force ?? null,
    after,
  }));
  const isFaulty = countFaults(changes, faults) > 0;
  const whole = faults.get('');

  const submit = async () => {
    const before = model.number;
    try {
      const { number } = await take.mutateAsync({ based_on: before, changes, reason: reason.trim(), imported });
      drafted.set(NO_DRAFT);
      report({
        message: t('model.taken', { number }),
        undo: async () => {
          await goBack.mutateAsync({ to: before, based_on: number, reason: t('model.undo_reason') });
        },
      });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <form
      className={css.review}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <section>
        <h3 className={css.title}>{t('model.review.changes')}</h3>
        <ChangeTable
          model={model}
          changes={listed}
          faults={faults}
          onTakeOut={(path) => setDraft(without(drafted.get().changes, path))}
        />
        {whole && <p className={`${text.small} ${text.away}`}>{whole}</p>}
      </section>
      <section>
        <h3 className={css.title}>{t('model.review.moves')}</h3>
        {isFaulty ? (
          <p className={`${text.small} ${text.second} ${css.said}`}>{t('model.review.faulty')}</p>
        ) : (
          <Moves changes={sendable(changes)} />
        )}
      </section>
      <section className={css.why}>
        <Textarea
          label={t('model.review.reason')}
          description={t('model.review.reason_does')}
          placeholder={t('model.review.reason_example')}
          autosize
          minRows={2}
          maxLength={MOST_WORDS}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldErrors(t, take.error).reason}
        />
        <p className={`${text.small} ${text.third} ${css.said}`}>{t('model.review.everybody')}</p>
        <div className={form.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={take.isPending} disabled={isFaulty || !reason.trim()}>
            {t('model.review.take')}
          </Button>
        </div>
      </section>
    </form>
  );
}
