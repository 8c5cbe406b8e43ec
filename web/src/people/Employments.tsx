// Where a person works and worked, and to whom they report.

import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Employment, Person, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import css from '~/app/shared/Record.module.css';
import { Section } from '~/app/shared/Section';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { RecordSelect } from '~/search/RecordSelect';
import { useMay } from '~/session/may';
import { dateFormat } from '~/words/fields';
import { fieldErrors, problemText } from '~/words/problem';
import { useEmployments } from './api';

export function Employments({ person }: { person: Person }) {
  const { t, f } = useWords();
  const { remove, restore } = useEmployments();
  const [adding, setAdding] = useState(false);

  const may = useMay();
  const take = async (employment: Employment) => {
    try {
      await remove.mutateAsync(employment);
      report({
        message: t('common.removed', { name: employment.organization.name }),
        undo: async () => void (await restore.mutateAsync(employment.id)),
      });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };

  return (
    <>
      <Section
        title={t('person.employments')}
        none={t('person.no_employments')}
        count={person.employments.length}
        {...(may('update', 'person', person) && { add: { label: t('employment.add'), onAdd: () => setAdding(true) } })}
      >
        {person.employments.map((employment) => {
          const { id, organization, title, reports_to: boss, from, until } = employment;
          return (
            <li key={id} className={css.row}>
              <span className={`${css.grow} ${text.clip}`}>
                <Link
                  to="/organizations/$organizationId"
                  params={{ organizationId: organization.id }}
                  className={text.medium}
                >
                  {organization.name}
                </Link>
                {title && <span className={text.second}> · {title}</span>}
                {boss && <span className={text.third}> · {t('person.reports_to', { name: boss.name })}</span>}
              </span>
              <span className={`${text.small} ${text.third}`}>
                {[from && f.fullDay(from), until ? f.fullDay(until) : t('person.now')].filter(Boolean).join(' – ')}
              </span>
              {may('delete', 'person', person) && (
                <ActionIcon
                  className={css.remove ?? ''}
                  size={24}
                  aria-label={t('common.remove_named', { name: organization.name })}
                  onClick={() => void take(employment)}
                >
                  <Icon name="trash" size={14} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </Section>
      <AddEmployment person={person} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function AddEmployment({ person, opened, onClose }: { person: Person; opened: boolean; onClose: () => void }) {
  const { t, language } = useWords();
  const { create } = useEmployments();
  const [organization, setOrganization] = useState<Ref | null>(null);
  const [boss, setBoss] = useState<Ref | null>(null);
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const wrong = fieldErrors(t, create.error);

  const save = async () => {
    if (!organization) return;
    try {
      await create.mutateAsync({
        person_id: person.id,
        organization_id: organization.id,
        title: title.trim() || null,
        reports_to_id: boss?.id ?? null,
        from,
        until: null,
      });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <Modal opened={opened} onClose={onClose} title={t('employment.add')} size={420}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RecordSelect
          noun="organization"
          label={t('people.organization')}
          value={organization}
          onChange={setOrganization}
          error={wrong.organization_id}
          autoFocus
        />
        <TextInput
          label={t('people.title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={wrong.title}
        />
        <RecordSelect
          noun="person"
          label={t('employment.reports_to')}
          value={boss}
          onChange={setBoss}
          error={wrong.reports_to_id}
        />
        <DateInput
          label={t('employment.from')}
          value={from}
          onChange={setFrom}
          valueFormat={dateFormat(language)}
          clearable
          error={wrong.from}
        />
        <div className={form.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!organization} loading={create.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
