// The drawer in which a record is made or changed: fields, and one button that saves. Wrong fields say so themselves.

import { Button, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '~/app/i18n';
import form from './form.module.css';

interface Props {
  title: string;
  opened: boolean;
  saving: boolean;
  onClose: () => void;
  onSave: () => void;
  /** What has to be settled first: it stands in the form's place. */
  instead?: ReactNode;
  children: ReactNode;
}

export function RecordDrawer({ title, opened, saving, onClose, onSave, instead, children }: Props) {
  const { t } = useWords();
  return (
    <Drawer opened={opened} onClose={onClose} title={title}>
      {instead}
      <form
        className={form.form}
        hidden={Boolean(instead)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
        <div className={form.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
