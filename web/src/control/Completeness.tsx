// Settings → What gets recorded: which share of what happens each seller writes down, and what that costs in certainty.

import { useQuery } from '@tanstack/react-query';
import type { Seller } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { IntervalMark } from '~/graphics/IntervalMark';
import { ShiftMark } from '~/graphics/ShiftMark';
import { useMay } from '~/session/may';
import settings from '~/settings/Settings.module.css';
import { completenessQuery } from './api';
import css from './Completeness.module.css';
import { ShareButton } from './ShareButton';

export default function Completeness() {
  const { t } = useWords();
  const query = useQuery(completenessQuery);
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('completeness.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <section className={settings.section}>
        <h2 className={settings.title}>{t('settings.completeness')}</h2>
        <p className={settings.lead}>{t('completeness.lead')}</p>
      </section>
      {query.data.sellers.length === 0 && <Empty sentence={t('completeness.none')} />}
      {query.data.sellers.map((seller) => (
        <SellerPart key={seller.user.id} seller={seller} />
      ))}
    </>
  );
}

function SellerPart({ seller }: { seller: Seller }) {
  const { t } = useWords();
  return (
    <section className={css.seller} aria-label={seller.user.name}>
      <header className={css.head}>
        <Avatar name={seller.user.name} size={24} />
        <h3 className={css.name}>{seller.user.name}</h3>
        {seller.dealings > 0 && (
          <span className={`${text.small} ${text.third}`}>
            {t('completeness.dealings', { count: seller.dealings })}
          </span>
        )}
      </header>
      <Effect seller={seller} />
      <table className={css.table}>
        <colgroup>
          <col />
          <col className={css.share} />
          <col className={css.range} data-wide />
          <col className={css.share} data-wide />
          <col className={css.hand} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('completeness.channel')}</th>
            <th scope="col" className={css.end}>
              {t('completeness.used')}
            </th>
            <th scope="col" data-wide>
              {t('completeness.estimate')}
            </th>
            <th scope="col" className={css.end} data-wide>
              {t('completeness.shipped')}
            </th>
            <th scope="col">{t('completeness.by_hand')}</th>
          </tr>
        </thead>
        <tbody>
          {seller.channels.map((channel) => (
            <ChannelLine key={channel.channel} seller={seller} channel={channel} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What little records cost: how sure we are of the people, and how sure we could be. */
function Effect({ seller }: { seller: Seller }) {
  const { t, f } = useWords();
  const { people, certainty: now, certainty_full: full } = seller;
  if (now === null || full === null) {
    return <p className={css.effect}>{t(seller.dealings > 0 ? 'completeness.no_people' : 'completeness.not_yet')}</p>;
  }
  const params = { now: f.percent(now), full: f.percent(full) };
  return (
    <p className={css.effect}>
      {t('completeness.effect', { count: people, ...params })}
      <ShiftMark before={now} after={full} label={t('completeness.effect_mark', params)} />
    </p>
  );
}

function ChannelLine({ seller, channel }: { seller: Seller; channel: Seller['channels'][number] }) {
  const { t, f } = useWords();
  const mayChange = useMay()('update', 'limits');
  const { estimate, share, shipped, set_by: by } = channel;
  const params = estimate && {
    chance: f.percent(estimate.share),
    low: f.percent(estimate.low),
    high: f.percent(estimate.high),
  };
  return (
    <tr>
      <td>
        <div>{t(`completeness.channel.${channel.channel}`)}</div>
        <div className={`${text.small} ${text.third}`}>{t(`completeness.channel.${channel.channel}_is`)}</div>
      </td>
      <td className={`${css.end} ${text.medium}`}>{f.percent(share)}</td>
      <td data-wide>
        {estimate && params ? (
          <span className={css.estimate}>
            <IntervalMark
              width={96}
              value={estimate.share}
              low={estimate.low}
              high={estimate.high}
              beside={shipped}
              label={t('control.win_words', params)}
            />
            <span className={`${text.small} ${text.second}`}>{t('completeness.range', params)}</span>
          </span>
        ) : (
          <span className={`${text.small} ${text.third}`}>{t('completeness.too_few')}</span>
        )}
      </td>
      <td className={`${css.end} ${text.second}`} data-wide>
        {f.percent(shipped)}
      </td>
      <td>
        {mayChange ? (
          <ShareButton seller={seller.user} channel={channel} />
        ) : (
          <span className={`${text.small} ${text.second}`}>
            {by ? t('completeness.set_by', { name: by.name }) : '–'}
          </span>
        )}
      </td>
    </tr>
  );
}
