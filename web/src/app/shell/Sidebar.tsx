// The sidebar: 208 px, or 52 px of icons on record pages. ⌘\ folds it.

import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { Link, useMatches } from '@tanstack/react-router';
import { useWords } from '~/app/i18n';
import { keyName } from '~/app/keys';
import { Brand } from '~/graphics/Brand';
import { Icon } from '~/graphics/Icon';
import { openPalette } from '~/search/state';
import { useSession } from '~/session/api';
import { useSees } from '~/session/may';
import { sidebarFolded } from './Frame';
import { MAIN, type NavItem, SETTINGS, START, STEER } from './nav';
import { OfflineMark } from './OfflineMark';
import css from './Sidebar.module.css';
import { UserMenu } from './UserMenu';

export function Sidebar() {
  const { t } = useWords();
  const { installation } = useSession();
  const sees = useSees();
  const isRecord = useMatches({ select: (matches) => matches.some((match) => match.staticData.record) });
  const folded = sidebarFolded.use() ?? isRecord;
  const item = (entry: NavItem) => <Item key={entry.to} item={entry} folded={folded} />;
  return (
    <nav className={css.sidebar} data-folded={folded || undefined} aria-label={t('nav.label')}>
      <div className={css.brand}>
        <Brand size={folded ? 24 : 22} />
        {!folded && <span className={css.name}>{t('app.name')}</span>}
        {!folded && (
          <Tooltip label={`${t('nav.fold')}  ${keyName('mod+\\')}`}>
            <ActionIcon aria-label={t('nav.fold')} onClick={() => sidebarFolded.set(true)}>
              <Icon name="sidebar" size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <button
        type="button"
        className={css.search}
        onClick={() => openPalette()}
        {...(folded ? { 'aria-label': t('nav.search') } : {})}
      >
        <Icon name="search" size={folded ? 16 : 14} />
        {!folded && (
          <>
            <span className={css.searchLabel}>{t('nav.search')}</span>
            <Kbd>{keyName('mod+k')}</Kbd>
          </>
        )}
      </button>
      {MAIN.map(item)}
      {installation.demo_case_id && item(START)}
      <div className={css.section}>{!folded && t('nav.steer')}</div>
      {STEER.filter(({ noun }) => !noun || sees(noun)).map(item)}
      <span className={css.space} />
      <OfflineMark folded={folded} />
      {item(SETTINGS)}
      <UserMenu folded={folded} />
    </nav>
  );
}

function Item({ item, folded }: { item: NavItem; folded: boolean }) {
  const { t } = useWords();
  const label = t(item.label);
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link
        to={item.to}
        className={css.item ?? ''}
        activeProps={{ 'data-active': true }}
        {...(folded ? { 'aria-label': label } : {})}
      >
        <Icon name={item.icon} />
        {!folded && label}
      </Link>
    </Tooltip>
  );
}
