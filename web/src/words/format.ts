// Numbers, money and days as the reader's language writes them. Pure: what "today" is comes in.

import type { Day, Instant, Language, Money } from '~/api/types';
import { toUnits } from './fields';

const MINUS = '\u2212';
const DAY_MS = 86_400_000;
const RELATIVE_DAYS = 14;

export type Format = ReturnType<typeof createFormat>;

export function createFormat(language: Language, today: Day) {
  const chinese = language === 'zh-CN';
  const locale = chinese ? 'zh-CN' : 'en-GB';
  const grouped = new Intl.NumberFormat(locale);
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const thousandths = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const upToTenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const at = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const dayMonth = at({ day: 'numeric', month: 'short' });
  const dayMonthYear = at({ day: 'numeric', month: chinese ? 'long' : 'short', year: 'numeric' });
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const weekday = at({ weekday: 'short' });
  const wholeWeekday = at({ weekday: 'long' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

  const signed = (value: number, text: (magnitude: number) => string) => {
    const magnitude = text(Math.abs(value));
    const isZero = Number(magnitude.replace(/[^\d.]/g, '')) === 0;
    return isZero ? magnitude : (value < 0 ? MINUS : '+') + magnitude;
  };

  const count = (value: number) => grouped.format(value);

  /** A chance. What is open is never shown as certain. */
  const percent = (p: number) => {
    const rounded = Math.round(p * 100);
    if (rounded <= 0) return '<1%';
    if (rounded >= 100) return '>99%';
    return `${rounded}%`;
  };

  const symbol = (currency: string) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency;

  const money = (amount: Money) => {
    const units = toUnits(amount);
    return (
      symbol(amount.currency) + (chinese ? inMyriads(units, grouped, upToTenths) : inThousands(units, grouped, tenths))
    );
  };

  /** `17 May`, or with its year where that is not this year's. */
  const day = (value: Day | Instant) => {
    const date = toDate(value);
    return value.slice(0, 4) === today.slice(0, 4) ? dayMonth.format(date) : dayMonthYear.format(date);
  };

  const shortDay = (value: Day | Instant) => dayMonth.format(toDate(value));
  const fullDay = (value: Day | Instant) => dayMonthYear.format(toDate(value));
  /** The days under an axis: the first and each that begins another year have theirs, if it is not this year's. */
  const axisDay = (days: readonly Day[], index: number) => {
    const [value = '', before] = [days[index], days[index - 1]];
    return before?.slice(0, 4) === value.slice(0, 4) ? shortDay(value) : day(value);
  };
  const weekdayOf = (value: Day | Instant) => weekday.format(toDate(value));
  /** `Monday 30 Nov`, `11月30日 周一`: a day as one says it on that day. */
  const spokenDay = (value: Day) =>
    chinese ? `${shortDay(value)} ${weekdayOf(value)}` : `${wholeWeekday.format(toDate(value))} ${shortDay(value)}`;
  const time = (value: Instant) => clock.format(new Date(value));

  /** `14:32`, or with its day where that is not today. */
  const moment = (value: Instant) =>
    value.slice(0, 10) === today ? time(value) : `${day(value)}${chinese ? ' ' : ', '}${time(value)}`;

  /** Whole days from `value` to `from` (today): positive lies in the past. */
  const daysAgo = (value: Day | Instant, from: Day = today) => daysBetween(value, from);

  const isNear = (value: Day | Instant, from: Day = today) => Math.abs(daysAgo(value, from)) <= RELATIVE_DAYS;

  return {
    language,
    today,
    count,
    percent,
    money,
    day,
    shortDay,
    fullDay,
    axisDay,
    weekday: weekdayOf,
    spokenDay,
    moment,
    daysAgo,
    isNear,
    /** Evidence: tenths with a sign, `+29.3`, `−56.2`. */
    points: (value: number) => signed(value, tenths.format),
    /** A change of a chance, in percentage points. */
    change: (value: number) => signed(value * 100, (magnitude) => grouped.format(Math.round(magnitude))),
    /** A change of a number: up to tenths, with a sign. */
    tenths: (value: number) => signed(value, upToTenths.format),
    /** A measure such as a Brier score: three decimals, with a sign only where it is negative. */
    score: (value: number) => (value < 0 ? MINUS : '') + thousandths.format(Math.abs(value)),
    /** A change of doubt: hundredths with a sign. */
    hundredths: (value: number) => signed(value, hundredths.format),
    /** A figure with its tenth, always: `40.0`. */
    fine: (value: number) => tenths.format(value),
    steps: (value: number) => upToTenths.format(Math.abs(value)),
    /** A figure of the model, to the last digit that is kept: `−0.4`, `1.0833`. */
    figure: (value: number) => exact.format(value).replace('-', MINUS),
    signedFigure: (value: number) => signed(value, exact.format),
    power: (share: number) => share.toFixed(2),
  };
}

export function daysBetween(earlier: Day | Instant, later: Day | Instant): number {
  return Math.round((toDate(later).getTime() - toDate(earlier).getTime()) / DAY_MS);
}

export function addDays(day: Day, days: number): Day {
  return new Date(toDate(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

const toDate = (value: Day | Instant) => new Date(`${value.slice(0, 10)}T00:00:00Z`);

/** English: `$850`, `$85.0K`, `$20.0M`, `$1.2B`. */
function inThousands(units: number, grouped: Intl.NumberFormat, tenths: Intl.NumberFormat): string {
  if (units >= 1e9) return `${tenths.format(units / 1e9)}B`;
  if (units >= 1e6) return `${tenths.format(units / 1e6)}M`;
  if (units >= 1e4) return `${grouped.format(Math.round(units / 1e3))}K`;
  return grouped.format(Math.round(units));
}

/** Chinese: plain under ten thousand, then 万 and 亿. */
function inMyriads(units: number, grouped: Intl.NumberFormat, upToTenths: Intl.NumberFormat): string {
  if (units >= 1e8) return `${upToTenths.format(units / 1e8)} 亿`;
  if (units >= 1e4) {
    const myriads = units / 1e4;
    return `${myriads < 100 ? upToTenths.format(myriads) : grouped.format(Math.round(myriads))} 万`;
  }
  return grouped.format(Math.round(units));
}
