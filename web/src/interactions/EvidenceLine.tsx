// One line of evidence: type it, look at the chips and at what it would do, Enter saves it, ⌘Z takes it back.

import { Button, Kbd, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import type { Day, Draft, Evidence, Id } from '~/api/types';
import { announce } from '~/app/announce';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import { fetchDraft, useDraft, useSaveEvidence } from './api';
import { DraftChips } from './DraftChips';
import { Effects, effectWords } from './Effects';
import css from './EvidenceLine.module.css';

const DEBOUNCE_MS = 200;

interface Props {
  opportunityId: Id;
  personId: Id | null;
  /** The last day that is estimated, where records of the deal end: what is logged later is kept, and moves nobody. */
  observedUntil?: Day | null;
  names: ReadonlyMap<Id, string>;
  placeholder: string;
  initialText?: string;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLTextAreaElement>;
  onSaved?: (evidence: Evidence) => void;
}

export function EvidenceLine({ opportunityId, personId, names, placeholder, initialText = '', ...rest }: Props) {
  const { t, f } = useWords();
  const hintId = useId();
  const chips = useRef<HTMLUListElement>(null);
  const { observedUntil = null } = rest;
  const [line, setLine] = useState(initialText);
  const [without, setWithout] = useState<string[]>([]);
  const [settled] = useDebouncedValue(line, DEBOUNCE_MS);
  const draft = useDraft({ opportunity_id: opportunityId, person_id: personId, text: settled, without });
  const { save, takeBack } = useSaveEvidence(opportunityId);
  const shown: Draft | null = line.trim() && draft.data ? draft.data : null;
  const over = observedUntil !== null && observedUntil < f.today;

  const change = (next: string) => {
    setLine(next);
    if (next.trim() === '') setWithout([]);
  };

  const submit = async () => {
    const written = line.trim();
    if (!written || save.isPending) return;
    setLine('');
    try {
      const fresh = settled === line && draft.data && !draft.isPlaceholderData;
      const body = fresh
        ? draft.data
        : await fetchDraft({ opportunity_id: opportunityId, person_id: personId, text: written, without });
      if (!isWhole(body)) {
        setLine(written);
        announce(body.missing.map((part) => t(`missing.${part}`)).join(t('common.sentence_gap')));
        return;
      }
      const evidence = await save.mutateAsync({ interaction: body.interaction, commitments: body.commitments });
      const detail = evidence.beliefs.map((moved) => effectWords(t, f, moved, names)).join(t('common.list_gap'));
      setWithout([]);
      report({ message: t('evidence.saved'), detail, undo: () => takeBack(evidence.id) });
      announce(detail ? t('evidence.saved_effect', { effect: detail }) : t('evidence.saved'));
      rest.onSaved?.(evidence);
    } catch (error) {
      setLine(written);
      report({ message: t('evidence.not_saved'), detail: problemText(t, error) });
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'ArrowDown' && shown?.chips.length) {
      event.preventDefault();
      chips.current?.querySelector('button')?.focus();
    } else if (event.key === 'Escape') {
      (event.target as HTMLElement).blur();
    }
  };

  return (
    <div className={css.entry} data-active={shown !== null || undefined}>
      <div className={css.row}>
        <span className={text.us}>
          <Icon name="note" size={15} />
        </span>
        <Textarea
          ref={rest.inputRef}
          className={css.field}
          classNames={{ input: css.input }}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={5}
          value={line}
          placeholder={placeholder}
          aria-label={t('evidence.log')}
          aria-describedby={hintId}
          data-autofocus={rest.autoFocus || undefined}
          autoFocus={rest.autoFocus}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <span id={hintId} hidden>
        {t('evidence.hint')}
      </span>
      {shown && (
        <div className={css.proposal}>
          <DraftChips ref={chips} chips={shown.chips} onRemove={(id) => setWithout([...without, id])} />
          <span className={css.space} />
          {!over && <Effects effects={shown.effects} names={names} pending={draft.isFetching || settled !== line} />}
          <Button
            size="xs"
            variant="filled"
            onClick={() => void submit()}
            loading={save.isPending}
            disabled={!isWhole(shown)}
          >
            {t('common.save')} <Kbd>↵</Kbd>
          </Button>
          {(over || shown.missing.length > 0) && (
            <p className={css.note}>
              {over && t('evidence.observed_until', { day: f.fullDay(observedUntil) })}{' '}
              {shown.missing.map((part) => t(`missing.${part}`)).join(t('common.sentence_gap'))}
            </p>
          )}
        </div>
      )}
      {draft.isError && line.trim() !== '' && <p className={css.failed}>{problemText(t, draft.error)}</p>}
    </div>
  );
}

/** Whether there is anything that can be kept. */
const isWhole = ({ interaction, commitments }: Draft): boolean => interaction !== null || commitments.length > 0;
