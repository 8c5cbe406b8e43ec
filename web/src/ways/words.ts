// Ways in words: why a hop is possible, and who passes it on to whom.

import type { Bridge, WayShown } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { Format } from '~/words/format';

/** "same house: Quernstone Mills", "in touch 4 times, last 15 Sep 1999". */
export function bridgeWords(t: Translate, f: Format, bridge: Bridge): string {
  const { word, organization, last, count } = bridge;
  const said = t(`bridge.${word}`);
  const parts = [organization ? t('bridge.at', { said, organization }) : said];
  if (count !== null) parts.push(t('bridge.times', { count }));
  if (last) parts.push(t('bridge.last', { day: f.fullDay(last) }));
  return parts.join(' · ');
}

/** Everybody on a way whom records know, from us to whom it leads to. */
export const peopleOf = ({ hops }: Pick<WayShown, 'hops'>): string[] => [
  ...hops.slice(0, 1).flatMap((hop) => hop.from_id ?? []),
  ...hops.map((hop) => hop.to_id),
];

/** What is copied: what to ask, and what it is about. */
export const draftText = ({ subject, body }: { subject: string; body: string }): string => `${subject}\n\n${body}`;
