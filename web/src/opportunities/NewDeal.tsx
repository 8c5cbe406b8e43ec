// A new deal: what it is called, with whom, for how much.

import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Id, Pipeline, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { report } from '~/app/undo';
import { RecordSelect } from '~/search/RecordSelect';
import { useSession } from '~/session/api';
import { CURRENCIES, dateFormat, toMinor } from '~/words/fields';
import { fieldErrors, problemText } from '~/words/problem';
import { stageName } from '~/words/stage';
import { useCreateDeal } from './api';

interface Props {
  pipeline: Pipeline;
  stageId: Id | null;
  opened: boolean;
  onClose: () => void;
}

export function NewDeal(props: Props) {
  const { t } = useWords();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('deal.new')} size={460}>
      <DealForm {...props} />
    </Modal>
  );
}

function DealForm({ pipeline, stageId, onClose }: Props) {
  const { t, f, language } = useWords();
  const navigate = useNavigate();
  const create = useCreateDeal();
  const { user } = useSession();
  const [name, setName] = useState('');
  const [organization, setOrganization] = useState<Ref | null>(null);
  const [stage, setStage] = useState<Id | null>(stageId ?? pipeline.stages[0]?.id ?? null);
  const [amount, setAmount] = useState<number | null>(null);
  const [currency, setCurrency] = useState(language === 'zh-CN' ? 'CNY' : 'USD');
  const [close, setClose] = useState<string | null>(null);
  const wrong = fieldErrors(t, create.error);

  const submit = async () => {
    if (!organization || !stage) return;
    try {
      const deal = await create.mutateAsync({
        name,
        organization_id: organization.id,
        pipeline_id: pipeline.id,
        owner_id: user.id,
        team_id: user.team_id,
        opened_on: f.today,
        stage_id: stage,
        amount: amount === null ? null : { minor: toMinor(amount, currency), currency },
        expected_close: close,
      });
      onClose();
      await navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
    } catch (error) {
      report({ message: t('deal.not_created'), detail: problemText(t, error) });
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
      <TextInput
        label={t('deal.name')}
        placeholder={t('deal.name_example')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={wrong.name}
        required
        withAsterisk={false}
        data-autofocus
      />
      <RecordSelect
        noun="organization"
        label={t('deal.organization')}
        value={organization}
        onChange={setOrganization}
        error={wrong.organization_id}
      />
      <div className={form.pair}>
        <NumberInput
          label={t('deal.amount')}
          value={amount ?? ''}
          onChange={(value) => setAmount(typeof value === 'number' ? value : null)}
          thousandSeparator=","
          min={0}
          hideControls
          error={wrong.amount}
        />
        <Select
          label={t('deal.currency')}
          data={CURRENCIES}
          value={currency}
          onChange={(value) => value && setCurrency(value)}
        />
      </div>
      <div className={form.pair}>
        <Select
          label={t('deal.stage')}
          data={pipeline.stages.map((option) => ({ value: option.id, label: stageName(t, option) }))}
          value={stage}
          onChange={setStage}
          error={wrong.stage_id}
        />
        <DateInput
          label={t('deal.expected_close')}
          value={close}
          onChange={setClose}
          valueFormat={dateFormat(language)}
          clearable
          error={wrong.expected_close}
        />
      </div>
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" disabled={!organization || !name.trim()} loading={create.isPending}>
          {t('deal.create')}
        </Button>
      </div>
    </form>
  );
}
