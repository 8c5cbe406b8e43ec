// Whom a person knows, and how: the ways in run along these.

import { ActionIcon, Button, Modal, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person, Ref, Tie, TieKind } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import form from '~/app/shared/form.module.css';
import css from '~/app/shared/Record.module.css';
import { Section } from '~/app/shared/Section';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { RecordSelect } from '~/search/RecordSelect';
import { useMay } from '~/session/may';
import { fieldErrors, problemText } from '~/words/problem';
import { tiesQuery, useTies } from './api';

const KINDS: readonly TieKind[] = ['colleague', 'works_with', 'knows', 'sold_to', 'customer_of', 'met', 'trusts'];

export function Ties({ person }: { person: Person }) {
  const { t, f } = useWords();
  const { data: ties = [] } = useQuery(tiesQuery(person.id));
  const { remove, restore } = useTies();
  const [adding, setAdding] = useState(false);
  const may = useMay();
  const otherEnd = (tie: Tie): Ref => (tie.from.id === person.id ? tie.to : tie.from);

  const take = async (tie: Tie) => {
    try {
      await remove.mutateAsync(tie);
      report({
        message: t('common.removed', { name: otherEnd(tie).name }),
        undo: async () => void (await restore.mutateAsync(tie.id)),
      });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };

  return (
    <>
      <Section
        title={t('person.ties')}
        none={t('person.no_ties')}
        count={ties.length}
        {...(may('update', 'person', person) && { add: { label: t('tie.add'), onAdd: () => setAdding(true) } })}
      >
        {ties.map((tie) => (
          <li key={tie.id} className={css.row}>
            <span className={`${css.grow} ${text.clip}`}>
              <Link to="/people/$personId" params={{ personId: otherEnd(tie).id }} className={text.medium}>
                {otherEnd(tie).name}
              </Link>
              <span className={text.second}> · {t(`tie.${tie.kind}`)}</span>
              {tie.note && <span className={text.third}> · {tie.note}</span>}
            </span>
            {tie.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
            {tie.last_contact && (
              <span className={`${text.small} ${text.third}`}>
                {t('tie.last_contact', { day: f.fullDay(tie.last_contact) })}
              </span>
            )}
            {may('delete', 'person', person) && (
              <ActionIcon
                className={css.remove ?? ''}
                size={24}
                aria-label={t('common.remove_named', { name: otherEnd(tie).name })}
                onClick={() => void take(tie)}
              >
                <Icon name="trash" size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </Section>
      <AddTie person={person} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function AddTie({ person, opened, onClose }: { person: Person; opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const { create } = useTies();
  const [other, setOther] = useState<Ref | null>(null);
  const [kind, setKind] = useState<TieKind>('knows');
  const [note, setNote] = useState('');
  const wrong = fieldErrors(t, create.error);

  const save = async () => {
    if (!other) return;
    try {
      await create.mutateAsync({
        from_id: person.id,
        to_id: other.id,
        kind,
        last_contact: null,
        note: note.trim() || null,
      });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <Modal opened={opened} onClose={onClose} title={t('tie.add')} size={420}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RecordSelect
          noun="person"
          label={t('tie.to')}
          value={other}
          onChange={setOther}
          error={wrong.to_id}
          autoFocus
        />
        <Select
          label={t('tie.kind')}
          data={KINDS.map((value) => ({ value, label: t(`tie.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
          error={wrong.kind}
        />
        <TextInput
          label={t('people.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={wrong.note}
        />
        <div className={form.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!other} loading={create.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
