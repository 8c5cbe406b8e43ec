// Figures that change, before and after. Long lists are shown in part.

import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import type { Model, ModelChange } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import css from './ChangeTable.module.css';
import { splitPath } from './figures';
import { figureName, figureWords } from './words';

const SHOWN = 12;

interface Props {
  model: Model;
  changes: readonly ModelChange[];
  faults?: ReadonlyMap<string, string>;
  /** Leaves a figure as it is. */
  onTakeOut?: (path: string) => void;
}

export function ChangeTable({ model, changes, faults, onTakeOut }: Props) {
  const { t, f } = useWords();
  const [all, showAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <>
      <table className={css.changes}>
        <thead>
          <tr>
            <th scope="col">{t('model.change.what')}</th>
            <th scope="col">{t('model.change.before')}</th>
            <th scope="col">{t('model.change.after')}</th>
            {onTakeOut && <td />}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key: path, before, after }) => {
            const [entry, key] = splitPath(model, path);
            const fault = faults?.get(path);
            const name = figureName(t, model, path);
            return (
              <tr key={path}>
                <td>
                  {name}
                  {fault && <div className={css.wrong}>{fault}</div>}
                </td>
                <td className={text.second}>{figureWords(t, f, entry, key, before)}</td>
                <td>{figureWords(t, f, entry, key, after)}</td>
                {onTakeOut && (
                  <td>
                    <ActionIcon
                      aria-label={t('model.review.take_out', { name })}
                      onClick={() => onTakeOut(path)}
                      size={24}
                    >
                      <Icon name="close" size={13} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {changes.length > shown.length && (
        <Button size="xs" variant="subtle" onClick={() => showAll(true)}>
          {t('model.change.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </>
  );
}
