// Make a promise, or note one of theirs: who, what, by when.

import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { Id, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { report } from '~/app/undo';
import { dateFormat } from '~/words/fields';
import { fieldErrors, problemText } from '~/words/problem';
import { usePromises } from './api';

interface Props {
  opportunityId: Id;
  ownerPersonId: Id | null;
  people: Ref[];
  personId: Id | null;
  opened: boolean;
  onClose: () => void;
}

export function PromiseDialog(props: Props) {
  const { t } = useWords();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('promise.new')} size={440}>
      <PromiseForm {...props} />
    </Modal>
  );
}

function PromiseForm({ opportunityId, ownerPersonId, people, personId, onClose }: Props) {
  const { t, f } = useWords();
  const { create, remove } = usePromises(opportunityId);
  const [whose, setWhose] = useState<'ours' | 'theirs'>('ours');
  const [person, setPerson] = useState<Id | null>(personId ?? people[0]?.id ?? null);
  const [words, setWords] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const wrong = fieldErrors(t, create.error);

  const submit = async () => {
    if (!person || !ownerPersonId) return;
    const [by, to] = whose === 'ours' ? [ownerPersonId, person] : [person, ownerPersonId];
    try {
      const made = await create.mutateAsync({
        opportunity_id: opportunityId,
        by_id: by,
        to_id: to,
        text: words,
        made_on: f.today,
        due,
      });
      report({
        message: t('promise.made', { text: words }),
        undo: async () => void (await remove.mutateAsync(made)),
      });
      onClose();
    } catch (error) {
      report({ message: t('promise.not_saved'), detail: problemText(t, error) });
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
      <SegmentedControl
        fullWidth
        value={whose}
        onChange={(value) => setWhose(value === 'ours' ? 'ours' : 'theirs')}
        data={[
          { value: 'ours', label: t('promise.whose.ours') },
          { value: 'theirs', label: t('promise.whose.theirs') },
        ]}
      />
      <Select
        label={t(whose === 'ours' ? 'promise.to' : 'promise.from')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
        onChange={setPerson}
        error={wrong.to_id ?? wrong.by_id}
      />
      <TextInput
        label={t('promise.what')}
        placeholder={t('promise.what_example')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={wrong.text}
        required
        withAsterisk={false}
        data-autofocus
      />
      <DateInput
        label={t('promise.due')}
        value={due}
        onChange={setDue}
        valueFormat={dateFormat(f.language)}
        clearable
        error={wrong.due}
      />
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={create.isPending} disabled={!person || !words.trim()}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
