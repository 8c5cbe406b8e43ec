// One way: who passes it on to whom, why and with what chance; and the ask to the first of them, to be copied and noted.

import { Button, Collapse, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Id, WayShown } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import { useAsks } from './api';
import css from './WayCard.module.css';
import { bridgeWords, draftText } from './words';

interface Props {
  dealId: Id;
  targetId: Id;
  way: WayShown;
  place: number;
  /** Nobody is who asks, of whom no person is recorded. */
  nameOf: (id: Id | null) => string;
  /** Whether this is the way on the map, with its ask unfolded. */
  chosen: boolean;
  onChoose: () => void;
  /** Missing where the reader may not ask, or looks back. */
  mayAsk: boolean;
}

export function WayCard({ dealId, targetId, way, place, nameOf, chosen, onChoose, mayAsk }: Props) {
  const { t, f } = useWords();
  const first = nameOf(way.through[0] ?? '');
  return (
    <li className={css.card} data-chosen={chosen || undefined}>
      <UnstyledButton className={css.head ?? ''} aria-expanded={chosen} onClick={onChoose}>
        <span className={css.place}>{place}</span>
        <span className={css.title}>{t('ways.through', { people: way.through.map(nameOf).join(' → ') })}</span>
        <b className={text.nowrap}>{f.percent(way.chance)}</b>
      </UnstyledButton>
      <ol className={css.hops}>
        {way.hops.map((hop) => (
          <li key={hop.to_id} className={css.hop}>
            <span className={css.who}>
              {nameOf(hop.from_id)} → {nameOf(hop.to_id)}
            </span>
            <span className={text.nowrap}>{f.percent(hop.chance)}</span>
            <span className={`${text.tiny} ${text.third} ${css.why}`}>{bridgeWords(t, f, hop.bridge)}</span>
          </li>
        ))}
      </ol>
      <Collapse expanded={chosen}>
        {chosen && <Draft dealId={dealId} targetId={targetId} way={way} first={first} mayAsk={mayAsk} />}
      </Collapse>
    </li>
  );
}

interface DraftProps {
  dealId: Id;
  targetId: Id;
  way: WayShown;
  first: string;
  mayAsk: boolean;
}

function Draft({ dealId, targetId, way, first, mayAsk }: DraftProps) {
  const { t, language } = useWords();
  const { create, setState } = useAsks();
  const [shown, show] = useState<'en' | 'zh-CN'>(language);
  const [copied, setCopied] = useState(false);
  const draft = way.draft[shown];
  const other = shown === 'en' ? 'zh-CN' : 'en';
  const copy = async () => {
    await navigator.clipboard.writeText(draftText(draft));
    setCopied(true);
  };
  const ask = async () => {
    try {
      const noted = await create.mutateAsync({ dealId, targetId, through: way.through });
      report({
        message: t('ask_said.asked', { person: first }),
        undo: async () => void (await setState.mutateAsync({ ask: noted, state: 'undone' })),
      });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <div className={css.draft}>
      <div className={css.draftHead}>
        <h4 className={text.medium}>{t('ways.draft', { person: first })}</h4>
        <UnstyledButton className={`${text.small} ${css.language}`} lang={other} onClick={() => show(other)}>
          {t(`ways.draft_in.${other}`)}
        </UnstyledButton>
      </div>
      <div className={css.letter} lang={shown}>
        <b>{draft.subject}</b>
        {'\n\n'}
        {draft.body}
      </div>
      <div className={css.actions}>
        <Button size="xs" leftSection={<Icon name={copied ? 'check' : 'copy'} size={13} />} onClick={() => void copy()}>
          {copied ? t('ways.copied') : t('common.copy')}
        </Button>
        {mayAsk && (
          <Button size="xs" variant="filled" loading={create.isPending} onClick={() => void ask()}>
            {t('ways.asked', { person: first })}
          </Button>
        )}
      </div>
    </div>
  );
}
