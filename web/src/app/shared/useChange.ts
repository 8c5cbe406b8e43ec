// Changing a record: at once, with the way back; and when somebody else was faster, both values to pick from.

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isConflict } from '~/api/problem';
import { useWords } from '~/app/i18n';
import { report } from '~/app/undo';
import { problemText } from '~/words/problem';
import { type Clash, changesOf, clashesOf } from './clash';
import { callsTo, type FactsOf, type KeptPath, type RecordOf, type Seen } from './useRecords';

interface Edit<Path extends KeptPath> {
  seen: Seen;
  /** How the record is called in the message. */
  name: string;
  before: Partial<FactsOf<Path>>;
  after: Partial<FactsOf<Path>>;
}

export interface Conflict<Path extends KeptPath> extends Edit<Path> {
  current: RecordOf<Path>;
  clashes: Clash[];
}

export type Pick = 'mine' | 'theirs';

export function useChange<Path extends KeptPath>(noun: Path, concerned: readonly QueryKey[], onDone: () => void) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { change, read } = callsTo(noun);
  const [conflict, setConflict] = useState<Conflict<Path> | null>(null);
  const refresh = () => {
    for (const queryKey of concerned) void queryClient.invalidateQueries({ queryKey });
  };

  const attempt = async (edit: Edit<Path>): Promise<void> => {
    const body = changesOf(edit.before, edit.after) as Partial<FactsOf<Path>>;
    if (Object.keys(body).length === 0) return;
    try {
      const saved = await change({ ...edit.seen, body });
      const back = pick(edit.before, Object.keys(body)) as Partial<FactsOf<Path>>;
      report({
        message: t('common.saved', { name: edit.name }),
        undo: async () => {
          await change({ id: saved.id, version: saved.version, body: back });
          refresh();
        },
      });
    } catch (error) {
      if (!isConflict(error)) throw error;
      await reconcile(edit, body);
    }
  };

  /** What the other did not touch is saved on top of theirs; the rest is for the user to pick. */
  const reconcile = async (edit: Edit<Path>, body: Partial<FactsOf<Path>>): Promise<void> => {
    const current = await read(edit.seen.id);
    const now = pick(current, Object.keys(edit.before)) as Partial<FactsOf<Path>>;
    const clashes = clashesOf(edit.before, body, now);
    const seen = { id: current.id, version: current.version };
    if (clashes.length === 0) return attempt({ ...edit, seen, before: now, after: { ...now, ...body } });
    setConflict({ ...edit, seen, before: now, after: { ...now, ...body }, current, clashes });
    throw new Undecided();
  };

  const saving = useMutation({
    mutationFn: attempt,
    onSuccess: () => {
      setConflict(null);
      onDone();
    },
    onError: (error) => {
      if (!(error instanceof Undecided)) report({ message: t('common.not_saved'), detail: problemText(t, error) });
    },
    onSettled: refresh,
  });

  const settle = (picks: Record<string, Pick>) => {
    if (!conflict) return;
    const theirs = conflict.clashes.filter(({ field }) => picks[field] === 'theirs').map(({ field }) => field);
    saving.mutate({ ...conflict, after: { ...conflict.after, ...pick(conflict.before, theirs) } });
  };

  return { save: saving.mutate, saving: saving.isPending, problem: saving.error, conflict, settle };
}

/** The change waits for the user's word; nothing failed. */
class Undecided extends Error {}

const pick = (fields: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (fields as Record<string, unknown>)[name] ?? null]));
