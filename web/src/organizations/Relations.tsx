// How an organization stands to others: parent and branch, customer and supplier, competitor.

import { ActionIcon, Button, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Organization, OrganizationRelation, OrganizationRelationKind, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import form from '~/app/shared/form.module.css';
import css from '~/app/shared/Record.module.css';
import { Section } from '~/app/shared/Section';
import { Tile } from '~/app/shared/Tile';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { RecordSelect } from '~/search/RecordSelect';
import { useMay } from '~/session/may';
import { fieldErrors, problemText } from '~/words/problem';
import { relationsQuery, useRelations } from './api';

const KINDS: readonly OrganizationRelationKind[] = ['subsidiary_of', 'customer_of', 'supplier_of', 'competitor_of'];

export function Relations({ organization }: { organization: Organization }) {
  const { t, f } = useWords();
  const { data: relations = [] } = useQuery(relationsQuery(organization.id));
  const { remove, restore } = useRelations();
  const [adding, setAdding] = useState(false);
  const may = useMay();

  const take = async (relation: OrganizationRelation, name: string) => {
    try {
      await remove.mutateAsync(relation);
      report({
        message: t('common.removed', { name }),
        undo: async () => void (await restore.mutateAsync(relation.id)),
      });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };

  return (
    <>
      <Section
        title={t('organizations.relations')}
        none={t('organizations.no_relations')}
        count={relations.length}
        {...(may('update', 'organization', organization) && {
          add: { label: t('relation.add'), onAdd: () => setAdding(true) },
        })}
      >
        {relations.map((relation) => {
          const outward = relation.from.id === organization.id;
          const other = outward ? relation.to : relation.from;
          return (
            <li key={relation.id} className={css.row}>
              <Tile id={other.id} name={other.name} />
              <span className={`${css.grow} ${text.clip}`}>
                <span className={text.second}>{t(`relation.${outward ? 'out' : 'in'}.${relation.kind}`)} </span>
                <Link to="/organizations/$organizationId" params={{ organizationId: other.id }} className={text.medium}>
                  {other.name}
                </Link>
              </span>
              {relation.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
              {relation.since && <span className={`${text.small} ${text.third}`}>{f.fullDay(relation.since)}</span>}
              {may('delete', 'organization', organization) && (
                <ActionIcon
                  className={css.remove ?? ''}
                  size={24}
                  aria-label={t('common.remove_named', { name: other.name })}
                  onClick={() => void take(relation, other.name)}
                >
                  <Icon name="trash" size={14} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </Section>
      <AddRelation organization={organization} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

interface AddProps {
  organization: Organization;
  opened: boolean;
  onClose: () => void;
}

function AddRelation({ organization, opened, onClose }: AddProps) {
  const { t } = useWords();
  const { create } = useRelations();
  const [other, setOther] = useState<Ref | null>(null);
  const [kind, setKind] = useState<OrganizationRelationKind>('customer_of');
  const wrong = fieldErrors(t, create.error);

  const save = async () => {
    if (!other) return;
    try {
      await create.mutateAsync({ from_id: organization.id, to_id: other.id, kind });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <Modal opened={opened} onClose={onClose} title={t('relation.add')} size={420}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select
          label={t('relation.is', { name: organization.name })}
          data={KINDS.map((value) => ({ value, label: t(`relation.out.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
          error={wrong.kind}
        />
        <RecordSelect
          noun="organization"
          label={t('people.organization')}
          value={other}
          onChange={setOther}
          error={wrong.to_id}
          autoFocus
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
