// What forms need to know about money and dates.

import type { Language, Money } from '~/api/types';

export const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD'];

/** Whole units as typed, in the currency's minor units as stored. */
export const toMinor = (units: number, currency: string): number => Math.round(units * 10 ** minorDigits(currency));

export const toUnits = ({ minor, currency }: Money): number => minor / 10 ** minorDigits(currency);

export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export const dateFormat = (language: Language): string => (language === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日');
