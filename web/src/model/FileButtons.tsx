// The model as a file: taken away, and read back as changes of the draft.

import { Button, FileButton, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '~/api/problem';
import type { Model } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { priorsAddress, useChangeModel } from './api';
import { draftOf } from './draft';
import css from './Model.module.css';
import { drafted } from './state';

const MOST_BYTES = 2_000_000;

export function FileButtons({ model }: { model: Model }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayChange = useMay()('update', 'model');
  const { readFile } = useChangeModel();
  const [faults, setFaults] = useState<{ file: string; lines: string[] } | null>(null);

  const read = async (file: File | null) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setFaults({ file: file.name, lines: [t('model.import_too_large')] });
      return;
    }
    try {
      const { changes } = await readFile.mutateAsync(await file.text());
      if (changes.length === 0) {
        report({ message: t('model.import_nothing') });
        return;
      }
      const before = drafted.get();
      drafted.set({ changes: draftOf(changes), imported: true });
      void navigate({ to: '/settings/model', search: {} });
      report({ message: t('model.import_read', { count: changes.length }), undo: () => drafted.set(before) });
    } catch (error) {
      const lines = error instanceof Problem ? error.fields.map(({ message }) => message) : [];
      setFaults({ file: file.name, lines: lines.length > 0 ? lines : [problemText(t, error)] });
    }
  };

  return (
    <>
      <Button
        component="a"
        href={priorsAddress(model.number)}
        download
        size="xs"
        variant="subtle"
        aria-label={t('model.export_named', { number: model.number })}
      >
        {t('model.export')}
      </Button>
      {mayChange && (
        <FileButton accept=".toml" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} size="xs" loading={readFile.isPending} title={t('model.import_does')}>
              {t('model.import')}
            </Button>
          )}
        </FileButton>
      )}
      <Modal
        opened={faults !== null}
        onClose={() => setFaults(null)}
        title={t('model.import_faults')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        size={560}
      >
        <p className={`${text.small} ${text.second}`}>{faults?.file}</p>
        <ul className={css.faults}>
          {faults?.lines.map((line) => (
            <li key={line} className={text.small}>
              {line}
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
