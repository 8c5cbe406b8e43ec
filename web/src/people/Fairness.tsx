// What the person may ask of us: to be estimated no longer, to be estimated again, and to be given what is recorded.

import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { fieldErrors, problemText } from '~/words/problem';
import { useExclusion } from './api';
import css from './Fairness.module.css';

export function Fairness({ person }: { person: Person }) {
  const { t, f } = useWords();
  const may = useMay();
  const { exclusion, name } = person;
  const { exclude, admit } = useDeeds(person);
  if (!may('update', 'person', person) && !exclusion) return null;
  return (
    <section className={css.fairness} aria-label={t('fairness.title')}>
      {exclusion ? (
        <>
          <h3 className={css.title}>{t('fairness.excluded')}</h3>
          <p className={`${text.small} ${text.second}`}>{t('fairness.excluded_explain', { name })}</p>
          <blockquote className={css.reason}>
            {exclusion.reason}
            <footer className={`${text.tiny} ${text.third}`}>
              {[exclusion.by?.name, f.day(exclusion.at.slice(0, 10))].filter(Boolean).join(' · ')}
            </footer>
          </blockquote>
        </>
      ) : (
        <>
          <h3 className={css.title}>{t('fairness.title')}</h3>
          <p className={`${text.small} ${text.second}`}>{t('fairness.explain', { name })}</p>
        </>
      )}
      {may('update', 'person', person) && (
        <div className={css.deeds}>
          {exclusion ? (
            <Button size="xs" onClick={() => void admit(exclusion.reason)}>
              {t('fairness.admit')}
            </Button>
          ) : (
            <Exclude onExclude={exclude} />
          )}
          <Button
            size="xs"
            variant="subtle"
            component="a"
            href={`/api/v1/people/${person.id}/personal-data`}
            download={`${person.name}.json`}
          >
            {t('fairness.export')}
          </Button>
        </div>
      )}
    </section>
  );
}

function useDeeds(person: Person) {
  const { t } = useWords();
  const { exclude, admit } = useExclusion(person.id);
  const { name } = person;

  const attempt = async (deed: () => Promise<unknown>, message: string, undo: () => Promise<unknown>) => {
    try {
      await deed();
      report({ message, undo: async () => void (await undo()) });
    } catch (error) {
      report({ message: t('fairness.not_changed'), detail: problemText(t, error) });
      throw error;
    }
  };
  return {
    exclude: (reason: string) =>
      attempt(
        () => exclude.mutateAsync(reason),
        t('fairness.excluded_done', { name }),
        () => admit.mutateAsync(),
      ),
    admit: (reason: string) =>
      attempt(
        () => admit.mutateAsync(),
        t('fairness.admitted_done', { name }),
        () => exclude.mutateAsync(reason),
      ).catch(() => undefined),
  };
}

/** The reason is asked for because it is kept; that it is meant is not, for there is a way back. */
function Exclude({ onExclude }: { onExclude: (reason: string) => Promise<void> }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);

  const save = async () => {
    setSaving(true);
    try {
      await onExclude(reason.trim());
      setOpened(false);
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={264} trapFocus>
      <Popover.Target>
        <Button size="xs" onClick={() => setOpened(!opened)}>
          {t('fairness.exclude')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextInput
            label={t('fairness.reason')}
            placeholder={t('fairness.reason_example')}
            value={reason}
            maxLength={500}
            error={fieldErrors(t, problem).reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <div className={form.actions}>
            <Button type="submit" variant="filled" disabled={!reason.trim()} loading={saving}>
              {t('fairness.exclude')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
