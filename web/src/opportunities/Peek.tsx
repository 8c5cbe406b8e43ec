// A deal at a glance, beside the list: who stands where, the gap, the next promises. J and K walk on, Enter goes in.

import { ActionIcon, Drawer, Kbd } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { PromiseRow } from '~/commitments/PromiseRow';
import { Icon } from '~/graphics/Icon';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { useMay } from '~/session/may';
import { readingWords } from '~/words/reading';
import { stageName } from '~/words/stage';
import { useRoom } from './api';
import { gapSentence } from './gap';
import css from './Peek.module.css';

export function Peek({ id, onClose }: { id: Id | null; onClose: () => void }) {
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      returnFocus={false}
      withCloseButton={false}
      padding={0}
      classNames={{ inner: css.inner ?? '', content: css.content ?? '' }}
    >
      {id && <Peeked id={id} onClose={onClose} />}
    </Drawer>
  );
}

function Peeked({ id, onClose }: { id: Id; onClose: () => void }) {
  const { t, f } = useWords();
  const query = useRoom(id, null);
  const may = useMay();
  if (query.isPending) return <Waiting />;
  if (query.isError) return <Failure what={t('room.failed')} error={query.error} />;
  const { opportunity, stakeholders: everybody, gap, commitments, as_of: asOf } = query.data;
  const mayChange = may('update', 'opportunity', opportunity);
  const stakeholders = everybody.filter(({ active }) => active);
  const open = commitments.filter(({ state }) => state === 'open' || state === 'overdue');
  return (
    <article className={css.peek} aria-label={opportunity.name}>
      <header className={css.head}>
        <div className={css.names}>
          <Link to="/deals/$dealId" params={{ dealId: id }} className={text.title}>
            {opportunity.name}
          </Link>
          <div className={`${text.small} ${text.second}`}>
            {opportunity.organization.name}
            {opportunity.amount && ` · ${f.money(opportunity.amount)}`}
          </div>
        </div>
        <ActionIcon aria-label={t('common.close')} onClick={onClose}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </header>
      {gap && (
        <p className={css.gap}>
          <b>{gapSentence(t, f, gap)}</b>
          <br />
          {t('gap.expects', {
            stage: stageName(t, opportunity.stage),
            expected: t(`state.${gap.recorded}`),
            median: t(`state.${gap.buyers_median}`),
          })}
        </p>
      )}
      <h3 className={css.title}>{t('peek.who_stands_where')}</h3>
      <ul className={css.list}>
        {[...stakeholders]
          .sort((a, b) => b.power - a.power)
          .map(({ person, reading, power, influence, excluded, veto }) => (
            <li key={person.id} className={css.person}>
              <PersonGlyph
                size={20}
                state={reading?.median_stage ?? null}
                sure={reading?.sure ?? true}
                power={power}
                veto={veto}
              />
              <Link
                to="/deals/$dealId/people/$personId"
                params={{ dealId: id, personId: person.id }}
                className={`${text.medium} ${text.clip}`}
              >
                {person.name}
              </Link>
              <StateBar shares={reading?.stages ?? []} width={84} height={8} />
              <span className={`${text.tiny} ${text.second} ${text.nowrap}`}>
                {excluded ? t('exclusion.chip') : readingWords(t, f, reading)}
              </span>
              <span className={`${text.tiny} ${text.third} ${css.weight}`}>
                {t('map.weight', { power: f.power(power), influence: f.percent(influence) })}
              </span>
            </li>
          ))}
      </ul>
      {stakeholders.length === 0 && <p className={`${text.small} ${text.third}`}>{t('peek.nobody')}</p>}
      {open.length > 0 && (
        <>
          <h3 className={css.title}>{t('room.promises')}</h3>
          <ul className={css.list}>
            {open.map((promise) => (
              <PromiseRow key={promise.id} promise={promise} asOf={asOf} readOnly={!mayChange} />
            ))}
          </ul>
        </>
      )}
      <footer className={css.foot}>
        <span>
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('peek.walk')}
        </span>
        <span>
          <Kbd>↵</Kbd> {t('peek.enter')}
        </span>
      </footer>
    </article>
  );
}
