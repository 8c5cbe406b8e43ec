// The bar on top of a page: where we are, the views of this record, and what can be done here.

import { ActionIcon } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '~/app/i18n';
import { Icon } from '~/graphics/Icon';
import { openPalette } from '~/search/state';
import css from './Topbar.module.css';

export interface Crumb {
  label: string;
  link?: LinkProps;
}

interface Props {
  crumbs: Crumb[];
  beside?: ReactNode;
  middle?: ReactNode;
  children?: ReactNode;
  /** On a phone the page is headed by its name in large. */
  large?: boolean;
}

export function Topbar({ crumbs, beside, middle, children, large }: Props) {
  const { t } = useWords();
  const parent = crumbs.findLast((crumb) => crumb.link);
  return (
    <header className={css.bar} data-large={large || undefined}>
      {parent?.link && (
        <Link {...parent.link} className={css.back ?? ''} aria-label={t('nav.back', { place: parent.label })}>
          <Icon name="left" size={20} />
        </Link>
      )}
      <nav aria-label={t('nav.breadcrumbs')} className={css.crumbs}>
        {crumbs.map(({ label, link }, index) => (
          <Fragment key={label}>
            {index > 0 && <span className={css.slash}>/</span>}
            {link ? (
              <Link {...link} className={css.crumb ?? ''}>
                {label}
              </Link>
            ) : (
              <h1 className={css.here} aria-current="page">
                {label}
              </h1>
            )}
          </Fragment>
        ))}
      </nav>
      {beside}
      <span className={css.space} />
      {middle}
      <div className={css.actions}>
        <ActionIcon
          className={parent ? css.searchAway : css.search}
          aria-label={t('nav.search')}
          onClick={() => openPalette()}
        >
          <Icon name="search" size={20} />
        </ActionIcon>
        {children}
      </div>
    </header>
  );
}

export function Rule() {
  return <span className={css.rule} aria-hidden="true" />;
}
