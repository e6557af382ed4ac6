import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addMonths,
  cells,
  dayName,
  daysIn,
  daysInYearlyMonth,
  leadingBlanks,
  monthName,
  weekday,
} from '../src/checkin/calendar';

test('months run across the years in both directions', () => {
  assert.equal(addMonths('2026-12', 1), '2027-01');
  assert.equal(addMonths('2026-01', -1), '2025-12');
  assert.equal(addMonths('2026-11', -23), '2024-12');
});

test('February has its day more in a leap year', () => {
  assert.equal(daysIn('2028-02').length, 29);
  assert.equal(daysIn('2026-02').length, 28);
  assert.equal(daysIn('2026-02').at(-1), '2026-02-28');
});

test('the week begins on Monday', () => {
  assert.equal(leadingBlanks('2026-11'), 6);
  assert.equal(leadingBlanks('2026-06'), 0);
  assert.equal(weekday('2026-11-22'), 6);
});

test('the days are the same wherever the phone is', () => {
  const zone = process.env.TZ;
  for (const tz of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai']) {
    process.env.TZ = tz;
    assert.equal(daysIn('2026-11').length, 30);
    assert.equal(leadingBlanks('2026-11'), 6);
  }
  process.env.TZ = zone;
});

const marks = { days: ['2026-11-17', '2026-11-18', '2026-11-20'], madeUp: ['2026-11-19'], today: '2026-11-22', since: '2026-11-15' };
const cell = (day: number) => cells('2026-11', marks)[day - 1]!;

test('every day is one of done, made up, missed, today, ahead, before', () => {
  assert.deepEqual(
    [14, 15, 17, 19, 21, 22, 23].map(day => cell(day).state),
    ['before', 'missed', 'done', 'made-up', 'missed', 'today', 'ahead'],
  );
});

test('a made-up day closes the gap in the streak', () => {
  assert.deepEqual([cell(18).joinsRight, cell(19).joinsLeft, cell(19).joinsRight], [true, true, true]);
  assert.deepEqual([cell(17).joinsLeft, cell(20).joinsRight], [false, false]);
});

test('the band of a streak ends with the row and begins again in the next', () => {
  const week = cells('2026-11', { ...marks, days: ['2026-11-15', '2026-11-16'], madeUp: [] });
  assert.equal(week[14]!.joinsRight, false);
  assert.equal(week[15]!.joinsLeft, false);
});

test('today stays today until it is done', () => {
  assert.equal(cells('2026-11', { ...marks, days: ['2026-11-22'] })[21]!.state, 'done');
});

test('a yearly date may be 29 February, or the thirtieth of a lunar month', () => {
  assert.equal(daysInYearlyMonth(2, false), 29);
  assert.equal(daysInYearlyMonth(4, false), 30);
  assert.equal(daysInYearlyMonth(1, true), 30);
});

test('lunar days have their own names', () => {
  assert.deepEqual([1, 10, 11, 15, 20, 21, 29, 30].map(day => dayName(day, true)),
    ['初一', '初十', '十一', '十五', '二十', '廿一', '廿九', '三十']);
  assert.deepEqual([1, 11, 12].map(month => monthName(month, true)), ['正月', '冬月', '腊月']);
  assert.equal(monthName(2, false) + dayName(29, false), '2月29日');
});
