// An ask: who was asked to lead us to whom, how it stands, and what came of it, by one tap.

import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Ask, AskState } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip, type ChipTone } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import css from './AskedRow.module.css';
import { useAsks } from './api';

const TONES: Record<AskState, ChipTone> = {
  asked: 'watch',
  agreed: 'us',
  done: 'toward',
  refused: 'away',
  undone: 'plain',
};
/** What may come next. */
const NEXT: Record<AskState, readonly AskState[]> = {
  asked: ['agreed', 'done', 'refused'],
  agreed: ['done', 'refused'],
  done: [],
  refused: [],
  undone: [],
};

interface Props {
  ask: Ask;
  /** Which deal it is for, where the page is not about one. */
  withDeal?: boolean;
}

export function AskedRow({ ask, withDeal }: Props) {
  const { t, f } = useWords();
  const { state, person, target, opportunity, onward, by, asked_on: on, note } = ask;
  const { set, pending } = useAskState(ask);
  const may = useMay();
  const names = [...onward, target].map(({ name }) => name);
  return (
    <li className={css.row} data-state={state}>
      <div className={css.words}>
        <div className={css.what}>
          {t('ask_row.asked', { person: person.name, next: names[0] ?? '' })}
          {names.length > 1 && (
            <span className={text.second}> {t('ask_row.onward', { people: names.slice(1).join(' → ') })}</span>
          )}
        </div>
        <div className={`${text.tiny} ${text.third} ${css.facts}`}>
          <Chip tone={TONES[state]}>{t(`ask_state.${state}`)}</Chip>
          <span>{f.fullDay(on)}</span>
          {by && <span>{by.name}</span>}
          {withDeal && (
            <Link
              to="/deals/$dealId"
              params={{ dealId: opportunity.id }}
              search={{ ways: target.id }}
              className={text.second}
            >
              {opportunity.name}
            </Link>
          )}
          {note && <span>{note}</span>}
        </div>
      </div>
      {may('update', 'interaction') && (
        <span className={css.actions}>
          {NEXT[state].map((next) => (
            <Button key={next} size="xs" loading={pending === next} onClick={() => void set(next)}>
              {t(`ask_do.${next}`)}
            </Button>
          ))}
          <Menu>
            <Menu.Target>
              <ActionIcon size={24} aria-label={t('ask_row.more', { person: person.name })}>
                <Icon name="more" size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {state !== 'asked' && state !== 'undone' && (
                <Menu.Item leftSection={<Icon name="undo" />} onClick={() => void set('asked')}>
                  {t('ask_do.asked')}
                </Menu.Item>
              )}
              {state === 'undone' ? (
                <Menu.Item leftSection={<Icon name="undo" />} onClick={() => void set('asked')}>
                  {t('ask_do.again')}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<Icon name="close" />} onClick={() => void set('undone')}>
                  {t('ask_do.undone')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </span>
      )}
    </li>
  );
}

function useAskState(ask: Ask) {
  const { t } = useWords();
  const { setState } = useAsks();
  const set = async (state: AskState) => {
    try {
      const after = await setState.mutateAsync({ ask, state });
      report({
        message: t(`ask_said.${state}`, { person: ask.person.name }),
        undo: async () => void (await setState.mutateAsync({ ask: after, state: ask.state })),
      });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return { set, pending: setState.isPending ? setState.variables.state : null };
}
