// What the palette offers: verbs first, then what was found, then places to go.

import type { NavigateOptions } from '@tanstack/react-router';
import type { Translate } from '~/app/i18n';
import type { IconName } from '~/graphics/icons';
import type { May } from '~/session/may';
import type { Hit, Noun } from './api';
import type { LogSubject } from './LogFromPalette';
import type { Verb } from './verb';

export interface PaletteEntry {
  id: string;
  icon: IconName;
  title: string;
  note?: string | undefined;
  hit?: Hit;
  staysOpen?: boolean;
  run: () => void;
}

export interface PaletteGroup {
  name: 'palette.log' | 'palette.people' | 'palette.deals' | 'palette.organizations' | 'palette.said' | 'palette.go';
  entries: PaletteEntry[];
}

interface Doing {
  /** Whether the proof is for who types. */
  seesProof: boolean;
  navigate: (to: NavigateOptions) => void;
  log: (subject: LogSubject) => void;
  may: May;
}

const SHOWN = 5;

export function entriesFor(t: Translate, typed: string, verb: Verb | null, hits: Hit[], doing: Doing): PaletteGroup[] {
  const of = (noun: Noun) => hits.filter((hit) => hit.noun === noun).slice(0, SHOWN);
  const groups: PaletteGroup[] = [
    { name: 'palette.log', entries: verb ? logEntries(t, verb, of('person'), doing) : [] },
    { name: 'palette.people', entries: of('person').map((hit) => hitEntry(hit, 'people', doing)) },
    { name: 'palette.deals', entries: of('opportunity').map((hit) => hitEntry(hit, 'deals', doing)) },
    { name: 'palette.organizations', entries: of('organization').map((hit) => hitEntry(hit, 'organization', doing)) },
    { name: 'palette.said', entries: of('note').map((hit) => hitEntry(hit, 'quote', doing)) },
    { name: 'palette.go', entries: placesNamed(typed, places(t, doing)) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** Evidence belongs to a deal: only people who are in one can have something logged from here. */
function logEntries(t: Translate, verb: Verb, people: Hit[], doing: Doing): PaletteEntry[] {
  return people.flatMap((hit) => {
    const { opportunity_id: opportunityId } = hit;
    if (!opportunityId) return [];
    return [
      {
        id: `log-${hit.id}`,
        icon: 'note' as const,
        title: t('palette.log_line', { line: verb.line }),
        note: [hit.title, hit.subtitle].filter(Boolean).join(' · '),
        staysOpen: true,
        run: () => doing.log({ opportunityId, person: { id: hit.id, name: hit.title }, line: verb.line }),
      },
    ];
  });
}

function hitEntry(hit: Hit, icon: IconName, { navigate }: Doing): PaletteEntry {
  return {
    id: `${hit.noun}-${hit.id}`,
    icon,
    title: hit.title,
    note: hit.subtitle || undefined,
    hit,
    run: () => navigate(placeOf(hit)),
  };
}

function placeOf(hit: Hit): NavigateOptions {
  const { opportunity_id: dealId } = hit;
  switch (hit.noun) {
    case 'opportunity':
      return { to: '/deals/$dealId', params: { dealId: hit.id } };
    case 'organization':
      return { to: '/organizations/$organizationId', params: { organizationId: hit.id } };
    case 'person':
      return dealId
        ? { to: '/deals/$dealId/people/$personId', params: { dealId, personId: hit.id } }
        : { to: '/people/$personId', params: { personId: hit.id } };
    case 'note':
      return dealId ? { to: '/deals/$dealId', params: { dealId }, search: { tab: 'evidence' } } : { to: '/deals' };
  }
}

/** All of them while nothing is typed, then those that are called so. */
function placesNamed(typed: string, all: PaletteEntry[]): PaletteEntry[] {
  const words = typed.trim().toLowerCase();
  return all.filter(({ title }) => title.toLowerCase().includes(words));
}

function places(t: Translate, { navigate, may, seesProof }: Doing): PaletteEntry[] {
  const place = (id: string, icon: IconName, title: string, to: NavigateOptions): PaletteEntry => ({
    id,
    icon,
    title,
    run: () => navigate(to),
  });
  return [
    place('today', 'today', t('nav.today'), { to: '/today' }),
    place('deals', 'deals', t('nav.deals'), { to: '/deals' }),
    place('people', 'people', t('nav.people'), { to: '/people' }),
    place('organizations', 'organization', t('nav.organizations'), { to: '/organizations' }),
    place('products', 'product', t('nav.products'), { to: '/products' }),
    place('control', 'control', t('nav.control'), { to: '/control' }),
    place('forecast', 'forecast', t('nav.forecast'), { to: '/forecast' }),
    place('lessons', 'lessons', t('nav.lessons'), { to: '/lessons' }),
    place('playbook', 'lessons', t('lessons.view.playbook'), { to: '/lessons', search: { view: 'playbook' } }),
    ...(seesProof ? [place('proof', 'proof', t('nav.proof'), { to: '/proof' })] : []),
    place('settings', 'settings', t('nav.settings'), { to: '/settings/profile' }),
    ...(may('update', 'model')
      ? [
          place('model', 'settings', t('settings.model'), { to: '/settings/model' }),
          place('model-history', 'settings', t('palette.model_history'), {
            to: '/settings/model',
            search: { tab: 'history' },
          }),
          place('model-learning', 'settings', t('palette.model_learning'), {
            to: '/settings/model',
            search: { tab: 'learning' },
          }),
        ]
      : []),
  ];
}
