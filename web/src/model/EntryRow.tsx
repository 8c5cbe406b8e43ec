// One entry of the model: what it is, why, and its strengths. Opened, the figures behind.

import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import type { Factor, Figure, Model, ModelEntry } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { WeightBars } from '~/graphics/WeightBars';
import { EntryFields } from './EntryFields';
import css from './Figures.module.css';
import { AS_WRITTEN, type Field, fieldsOf, isSame, kindOf, STRENGTH_FACTORS, strengthsOf, WEIGHTS } from './figures';
import { StrengthScale } from './StrengthScale';
import { entryName, entryWhy, shortName } from './words';

/** How figures are read and changed while nothing of it is taken yet. */
export interface Edit {
  readOnly: boolean;
  valueOf: (field: Field) => Figure | null;
  wrongOf: (path: string) => string | undefined;
  set: (field: Field, value: Figure | null) => void;
}

interface Props {
  model: Model;
  entry: ModelEntry;
  edit: Edit;
  /** Whether what it belongs to stands right above it. */
  within: boolean;
}

export function EntryRow({ model, entry, edit, within }: Props) {
  const { t } = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const name = within ? shortName(t, entry.path) : entryName(t, entry.path);
  const why = entryWhy(t, model, entry);
  const fields = fieldsOf(entry);
  const isFaulty = fields.some(({ path }) => edit.wrongOf(path) !== undefined);
  const opened = isOpen || isFaulty;
  return (
    <li className={css.entry} data-within={within || undefined}>
      <div className={css.line}>
        <UnstyledButton className={css.name} aria-expanded={opened} aria-controls={id} onClick={() => setOpen(!opened)}>
          <span className={css.chevron} data-open={opened || undefined}>
            <Icon name="right" size={14} />
          </span>
          <span className={css.said}>
            <span className={css.called}>
              <span className={text.medium}>{name}</span>
              <Chips fields={fields} edit={edit} />
            </span>
            {why && <span className={`${text.small} ${text.third}`}>{why}</span>}
          </span>
        </UnstyledButton>
        <Says entry={entry} fields={fields} edit={edit} />
        <div className={css.scales}>
          {strengthsOf(entry).map(({ key, path, what }) => {
            const field = fields.find((one) => one.key === key);
            return (
              field && (
                <StrengthScale
                  key={key}
                  label={t(`model.${what}`)}
                  name={entryName(t, entry.path)}
                  value={strengthIn(edit.valueOf(field))}
                  shipped={strengthIn(field.shipped)}
                  wrong={edit.wrongOf(path)}
                  readOnly={edit.readOnly}
                  onChange={(value) => edit.set(field, value === strengthIn(field.shipped) ? field.shipped : value)}
                />
              )
            );
          })}
        </div>
      </div>
      <div id={id}>{opened && <EntryFields model={model} entry={entry} edit={edit} />}</div>
    </li>
  );
}

/** What it says of each level as things stand, strength included, for the eye. The figures are a click away. */
function Says({ entry, fields, edit }: { entry: ModelEntry; fields: Field[]; edit: Edit }) {
  const { t } = useWords();
  const strength = fields.find(({ path }) => path === `${entry.path}.strength`);
  const times = STRENGTH_FACTORS[strengthIn(strength ? edit.valueOf(strength) : null) - 1] ?? 1;
  const speaking = fields.filter((field) => WEIGHTS.includes(field.key) && Array.isArray(edit.valueOf(field)));
  if (speaking.length === 0) return null;
  return (
    <div className={css.says} aria-hidden="true">
      {WEIGHTS.map((factor) => {
        const field = speaking.find(({ key }) => key === factor);
        const value = field && edit.valueOf(field);
        return (
          <span key={factor} className={css.saysOf} data-silent={field === undefined || undefined}>
            <span className={`${text.tiny} ${text.third}`}>{t(`factor.${factor as Factor}`)}</span>
            {Array.isArray(value) && (
              <WeightBars values={value.map((one) => times * (Number(one) || 0))} width={60} label="" />
            )}
          </span>
        );
      })}
    </div>
  );
}

function Chips({ fields, edit }: { fields: Field[]; edit: Edit }) {
  const { t } = useWords();
  const isDraft = fields.some((field) => !isSame(edit.valueOf(field), field.in_force));
  const isChanged = fields.some(({ is_edited: edited }) => edited);
  const isLearned = fields.some(({ learned }) => learned);
  return (
    <>
      {isDraft && <Chip tone="dashed">{t('model.chip.draft')}</Chip>}
      {isChanged && <Chip>{t('model.chip.changed')}</Chip>}
      {isLearned && <Chip tone="us">{t('model.chip.learned')}</Chip>}
    </>
  );
}

/** Whether an entry stands below another one: a reply below the action that it is given to. */
export const isWithin = (entry: ModelEntry): boolean => kindOf(entry.path) === 'reply';

const strengthIn = (value: Figure | null): number => (typeof value === 'number' ? value : AS_WRITTEN);
