// The figures behind an entry: what it says of each level, what it changes in people, and whatever else it has.

import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import type { Factor, Figure, Model, ModelEntry, Phase } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { FACTORS } from '~/beliefs/stages';
import { WeightBars } from '~/graphics/WeightBars';
import css from './EntryFields.module.css';
import type { Edit } from './EntryRow';
import { FieldNote } from './FieldNote';
import { type Field, fieldsOf, kindOf, nameOf, sortOf, WEIGHTS } from './figures';
import { NumberCell } from './NumberCell';
import { fieldDoes, fieldName, figureWords } from './words';

interface Props {
  model: Model;
  entry: ModelEntry;
  edit: Edit;
}

const LEVELS = [0, 1, 2, 3, 4] as const;
const WAYS = ['up', 'down'] as const;
/** The shares of people at each level of a factor of whom nothing is known. */
const REST = 'rest.';

export function EntryFields({ model, entry, edit }: Props) {
  const { t, f } = useWords();
  const fields = fieldsOf(entry).filter(({ key }) => sortOf(entry.path, key, null) !== 'strength');
  const at = (key: string) => fields.find((field) => field.key === key);
  const speaks = WEIGHTS.flatMap((factor) => at(factor) ?? []);
  const rests = fields.filter(({ key }) => key.startsWith(REST));
  const moves = fields.some(({ key }) => key.startsWith('dose.'));
  const rest = fields.filter(({ key }) => !WEIGHTS.includes(key) && !key.startsWith('dose.') && !key.startsWith(REST));
  const isWords = ({ key, in_force: value, shipped }: Field) => sortOf(entry.path, key, value ?? shipped) === 'words';
  const worded = rest.filter(isWords);
  return (
    <div className={css.fields}>
      {speaks.length > 0 && (
        <section>
          <h4 className={css.title}>{t('model.weights')}</h4>
          <p className={`${text.small} ${text.third} ${css.lead}`}>{t('model.weights_does')}</p>
          {speaks.map((field) => (
            <LevelsRow key={field.key} entry={entry} field={field} edit={edit} />
          ))}
        </section>
      )}
      {rests.length > 0 && (
        <section>
          <p className={`${text.small} ${text.third} ${css.lead}`}>{t('model.field.rest_does')}</p>
          {rests.map((field) => (
            <LevelsRow key={field.key} entry={entry} field={field} edit={edit} />
          ))}
        </section>
      )}
      {moves && (
        <section>
          <h4 className={css.title}>{t('model.dose')}</h4>
          <p className={`${text.small} ${text.third} ${css.lead}`}>{t('model.dose_does')}</p>
          <div className={css.doses}>
            {FACTORS.flatMap((factor) =>
              WAYS.map((way) => {
                const field = at(`dose.${factor}_${way}`);
                return field && <NumberRow key={field.key} model={model} entry={entry} field={field} edit={edit} />;
              }),
            )}
          </div>
        </section>
      )}
      {rest.length > worded.length && (
        <section>
          {(speaks.length > 0 || moves) && <h4 className={css.title}>{t('model.further')}</h4>}
          {rest
            .filter((field) => !isWords(field))
            .map((field) => (
              <NumberRow key={field.key} model={model} entry={entry} field={field} edit={edit} />
            ))}
        </section>
      )}
      {worded.length > 0 && (
        <section>
          <dl className={css.words}>
            {worded.map(({ key, in_force: value }) => (
              <div key={key}>
                <dt className={text.third}>{fieldName(t, entry.path, key)}</dt>
                <dd>{figureWords(t, f, entry.path, key, value)}</dd>
              </div>
            ))}
          </dl>
          <p className={`${text.tiny} ${text.third}`}>{t('model.fixed')}</p>
        </section>
      )}
    </div>
  );
}

interface RowProps {
  entry: ModelEntry;
  field: Field;
  edit: Edit;
}

/** What a sign says of one factor, or where nothing is known of it, level by level. */
function LevelsRow({ entry, field, edit }: RowProps) {
  const { t, f } = useWords();
  const id = useId();
  const isRest = field.key.startsWith(REST);
  const factor = (isRest ? nameOf(entry.path) : field.key) as Factor;
  const phase = phaseOf(entry, field);
  const value = edit.valueOf(field);
  const levels = numbersOf(value, LEVELS.length);
  const name = fieldName(t, entry.path, field.key);
  const wrong = edit.wrongOf(field.path);
  const set = (level: number, typed: number | null) =>
    edit.set(
      field,
      levels.map((before, at) => (at === level ? (typed ?? Number.NaN) : before)),
    );
  return (
    <div className={css.levelsRow}>
      <div className={css.factor}>
        <span className={text.medium}>{name}</span>
        {!isRest && (
          <WeightBars
            values={levels.map((level) => (Number.isNaN(level) ? 0 : level))}
            before={Array.isArray(field.shipped) ? field.shipped.map(Number) : null}
            label={t('model.weights_bars', {
              factor: name,
              figures: figureWords(t, f, entry.path, field.key, levels),
            })}
          />
        )}
      </div>
      <div className={css.levels}>
        {LEVELS.map((level) => {
          const called = t(`level.${factor}.${phase}.${level}`);
          return (
            <div key={level} className={css.level}>
              <span className={`${text.tiny} ${text.third} ${text.clip}`} title={called}>
                {called}
              </span>
              <NumberCell
                label={t('model.level', { factor: name, level: called })}
                sort={isRest ? 'shares' : 'weights'}
                value={levels[level] ?? 0}
                invalid={wrong !== undefined}
                readOnly={edit.readOnly}
                describedBy={`${id}-note`}
                onChange={(typed) => set(level, typed)}
              />
            </div>
          );
        })}
      </div>
      <div id={`${id}-note`} className={css.under}>
        <FieldNote
          entry={entry.path}
          field={field}
          name={name}
          value={value}
          wrong={wrong}
          readOnly={edit.readOnly}
          onBack={() => edit.set(field, field.shipped)}
        />
      </div>
    </div>
  );
}

/** Which names its levels have: those of the use, where it is only given there. */
function phaseOf(entry: ModelEntry, { key }: Field): Phase {
  if (key.startsWith(REST)) return nameOf(key) as Phase;
  return entry.fields.some((field) => field.key === 'phase' && field.in_force === 'use') ? 'use' : 'buy';
}

/** What may be left empty because it then has a default. */
const isOptional = (entry: ModelEntry, { key, shipped }: Field): boolean =>
  shipped === null || key.startsWith('dose.') || (kindOf(entry.path) === 'tie' && key === 'half_life_days');

function NumberRow({ model, entry, field, edit }: RowProps & { model: Model }) {
  const { t, f } = useWords();
  const id = useId();
  const value = edit.valueOf(field);
  const sort = sortOf(entry.path, field.key, field.shipped ?? field.in_force);
  const name = fieldName(t, entry.path, field.key);
  const does = fieldDoes(t, entry.path, field.key);
  const wrong = edit.wrongOf(field.path);
  const optional = isOptional(entry, field);
  const common = { sort, optional, readOnly: edit.readOnly, invalid: wrong !== undefined, describedBy: `${id}-note` };
  return (
    <div className={css.row}>
      <div>
        <span className={text.medium}>{name}</span>
        {does && <p className={`${text.small} ${text.third} ${css.does}`}>{does}</p>}
      </div>
      <div className={css.value} data-many={Array.isArray(value) || undefined}>
        {sort === 'flag' ? (
          <Checkbox
            aria-label={name}
            checked={value === true}
            disabled={edit.readOnly}
            onChange={(event) => edit.set(field, flagOf(event.currentTarget.checked, field.shipped))}
          />
        ) : Array.isArray(value) ? (
          <div className={css.several}>
            {value.map((one, at) => (
              <NumberCell
                // biome-ignore lint/suspicious/noArrayIndexKey: a number is its place
                key={at}
                {...common}
                optional={false}
                label={t('model.level', { factor: name, level: f.count(at + 1) })}
                value={Number(one)}
                onChange={(typed) =>
                  edit.set(
                    field,
                    value.map((before, place) => (place === at ? (typed ?? Number.NaN) : Number(before))),
                  )
                }
              />
            ))}
          </div>
        ) : (
          <NumberCell
            {...common}
            label={name}
            value={value === null ? null : Number(value)}
            placeholder={field.key === 'n_equiv' ? String(model.n_equiv ?? '') : undefined}
            onChange={(typed) => edit.set(field, typed)}
          />
        )}
        <div id={`${id}-note`}>
          <FieldNote
            entry={entry.path}
            field={field}
            name={name}
            value={value}
            wrong={wrong}
            readOnly={edit.readOnly}
            onBack={() => edit.set(field, field.shipped)}
          />
        </div>
      </div>
    </div>
  );
}

const numbersOf = (value: Figure | null, length: number): number[] =>
  Array.isArray(value) ? value.map(Number) : Array.from({ length }, () => 0);

/** No is the default: where the file is silent, taking a yes back leaves it silent. */
const flagOf = (checked: boolean, shipped: Figure | null): boolean | null =>
  !checked && shipped === null ? null : checked;
