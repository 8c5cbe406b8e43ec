// Settings → Limits: what raises an alarm. Each limit says what it does and as what it was shipped.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ControlLimits, Limits as InForce } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import settings from '~/settings/Settings.module.css';
import { fieldText, problemText } from '~/words/problem';
import { controlLimitsQuery, useChangeLimits } from './api';
import { LimitRow } from './LimitRow';
import css from './Limits.module.css';
import { faultsOf, LIMIT_GROUPS, type LimitPath, limitAt, refusedFields, withLimit } from './limits';

export default function Limits() {
  const { t } = useWords();
  const query = useQuery(controlLimitsQuery);
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('limit.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  return <LimitsForm inForce={query.data} />;
}

function LimitsForm({ inForce }: { inForce: InForce }) {
  const { t, f } = useWords();
  const mayChange = useMay()('update', 'limits');
  const { set, reset } = useChangeLimits();
  const [edited, setEdited] = useState<ControlLimits | null>(null);
  const { limits: now, shipped, changed_at: at, changed_by: by } = inForce;
  const limits = edited ?? now;
  const faults = faultsOf(limits);
  const refused = refusedFields(set.error);
  const isChanged = edited !== null && JSON.stringify(edited) !== JSON.stringify(now);

  const back = async () => void (await (at ? set.mutateAsync(now) : reset.mutateAsync()));
  const attempt = async (deed: () => Promise<unknown>, message: string) => {
    try {
      await deed();
      setEdited(null);
      report({ message, undo: back });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  const wrongOf = (path: LimitPath) => {
    const fault = faults[path];
    const field = refused.get(path);
    if (fault) return t(`limit.fault.${fault}`);
    return field && fieldText(t, field);
  };

  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(() => set.mutateAsync(limits), t('limit.saved'));
      }}
    >
      <header className={css.head}>
        <h2 className={settings.title}>{t('settings.limits')}</h2>
        <p className={settings.lead}>{t('limit.lead')}</p>
        {at && (
          <p className={`${text.small} ${text.third} ${css.changed}`}>
            {t('limit.changed', { day: f.day(at), name: by?.name ?? '–' })}
          </p>
        )}
      </header>
      {LIMIT_GROUPS.map(({ name, fields }) => (
        <section key={name} className={css.group}>
          <h3 className={css.name}>{t(`limit.group.${name}`)}</h3>
          <p className={`${text.small} ${text.second} ${css.does}`}>{t(`limit.group.${name}_does`)}</p>
          {fields.map((field) => (
            <LimitRow
              key={field.path}
              field={field}
              value={limitAt(limits, field.path)}
              shipped={limitAt(shipped, field.path)}
              wrong={wrongOf(field.path)}
              readOnly={!mayChange}
              onChange={(value) => setEdited(withLimit(limits, field.path, value))}
            />
          ))}
        </section>
      ))}
      {mayChange && (
        <footer className={css.foot}>
          <Button
            type="submit"
            variant="filled"
            loading={set.isPending}
            disabled={!isChanged || Object.keys(faults).length > 0}
          >
            {t('common.save')}
          </Button>
          {isChanged && <Button onClick={() => setEdited(null)}>{t('common.cancel')}</Button>}
          <span className={css.space} />
          <Button
            variant="subtle"
            disabled={JSON.stringify(now) === JSON.stringify(shipped)}
            loading={reset.isPending}
            onClick={() => void attempt(() => reset.mutateAsync(), t('limit.all_back_done'))}
          >
            {t('limit.all_back')}
          </Button>
        </footer>
      )}
    </form>
  );
}
