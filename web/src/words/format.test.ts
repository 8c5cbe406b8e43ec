// Numbers, money and days in both languages.

import { describe, expect, test } from 'vitest';
import { addDays, createFormat, daysBetween } from './format';

const en = createFormat('en', '2000-06-28');
const zh = createFormat('zh-CN', '2026-11-23');
const money = (major: number, currency: string) => ({ minor: major * 100, currency });

describe('chances', () => {
  test.each([
    [0.17, '17%'],
    [0.004, '<1%'],
    [0.996, '>99%'],
    [1, '>99%'],
  ])('%d is shown as %s: an open deal is never certain', (p, shown) => {
    expect(en.percent(p)).toBe(shown);
  });

  test('a change of a chance carries its sign', () => {
    expect([en.change(0.09), en.change(-0.013), en.change(0.001)]).toEqual(['+9', '−1', '0']);
  });
});

describe('points', () => {
  test.each([
    [29.34, '+29.3'],
    [-56.2, '−56.2'],
    [0.04, '0.0'],
  ])('%d', (value, shown) => {
    expect(en.points(value)).toBe(shown);
  });
});

test('a change of doubt is told in hundredths', () => {
  expect([en.hundredths(-0.4231), en.hundredths(0.001)]).toEqual(['−0.42', '0.00']);
});

describe('money', () => {
  test.each([
    [money(20_000_000, 'USD'), '$20.0M', '$2,000 万'],
    [money(18_600_000, 'CNY'), '¥18.6M', '¥1,860 万'],
    [money(235_000_000, 'CNY'), '¥235.0M', '¥2.4 亿'],
    [money(85_000, 'EUR'), '€85K', '€8.5 万'],
    [money(1_284, 'USD'), '$1,284', '$1,284'],
    [{ minor: 50_000, currency: 'JPY' }, '¥50K', '¥5 万'],
  ])('%j is %s, in Chinese %s', (amount, english, chinese) => {
    expect(en.money(amount)).toBe(english);
    expect(zh.money(amount).replace('JP', '')).toBe(chinese);
  });
});

describe('days', () => {
  test('under an axis a year is named where it begins, unless it is this one', () => {
    const days = ['1999-11-02', '1999-12-20', '2000-02-06'];
    expect(days.map((_, index) => en.axisDay(days, index))).toEqual(['2 Nov 1999', '20 Dec', '6 Feb']);
  });

  test('a day is spoken with its weekday', () => {
    expect([en.spokenDay('2000-06-28'), zh.spokenDay('2026-11-23')]).toEqual(['Wednesday 28 Jun', '11月23日 周一']);
  });

  test('this year needs no year', () => {
    expect([en.day('2000-05-17'), en.day('1999-05-17')]).toEqual(['17 May', '17 May 1999']);
  });

  test('Chinese writes year, month, day', () => {
    expect([zh.day('2026-11-23'), zh.fullDay('2026-11-23'), zh.weekday('2026-11-23')]).toEqual([
      '11月23日',
      '2026年11月23日',
      '周一',
    ]);
  });

  test('days are counted over the turn of a year', () => {
    expect(daysBetween('1999-12-30', '2000-01-02')).toBe(3);
    expect(addDays('2000-02-28', 2)).toBe('2000-03-01');
  });
});
