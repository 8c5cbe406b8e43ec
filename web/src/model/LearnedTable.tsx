// What a run learned, figure by figure: as it is in the file, as learned with its error, and from how many records.

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Findings, Model } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { figuresByPath, sortOf, splitPath } from './figures';
import css from './Learning.module.css';
import { figureName, figureWords, numberWords } from './words';

const SHOWN = 8;

export function LearnedTable({ model, learned }: { model: Model; learned: Findings['learned'] }) {
  const { t, f } = useWords();
  const [all, showAll] = useState(false);
  const shipped = figuresByPath(model);
  const sorted = [...learned].sort((one, other) => other.recorded - one.recorded);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <section>
      <h4 className={css.title}>{t('learning.learned')}</h4>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('model.change.what')}</th>
            <th scope="col">{t('learning.learned_before')}</th>
            <th scope="col">{t('learning.learned_value')}</th>
            <th scope="col" data-wide>
              {t('learning.learned_error')}
            </th>
            <th scope="col" className={css.end}>
              {t('learning.learned_seen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key: path, value, errors, recorded }) => {
            const [entry, key] = splitPath(model, path);
            const sort = sortOf(entry, key, value);
            return (
              <tr key={path}>
                <td>{figureName(t, model, path)}</td>
                <td className={text.second}>{figureWords(t, f, entry, key, shipped.get(path)?.shipped ?? null)}</td>
                <td>{figureWords(t, f, entry, key, value)}</td>
                <td className={text.second} data-wide>
                  {errors.map((error) => numberWords(t, f, sort, error)).join(' · ')}
                </td>
                <td className={css.end}>{f.count(recorded)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {learned.length > shown.length && (
        <Button size="xs" variant="subtle" onClick={() => showAll(true)}>
          {t('model.change.more', { count: learned.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
