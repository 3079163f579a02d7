/** An editor opens the page that says what the watch asks for today. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { REPORT_SECTIONS, watchReport, type ReportSection, type ReportFacts } from '#funding/watch/report.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { attr, readPages } from '../support/dist.ts';

const open = builtSite();
const sections = Object.keys(REPORT_SECTIONS) as ReportSection[];
const facts = readPages()
  .filter(({ path }) => path === '/admin/veille/')
  .flatMap(({ elements }) => elements.flatMap((element) => attr(element, 'data-facts') ?? []))
  .map((json) => JSON.parse(json) as ReportFacts[])[0];
if (!facts?.length) throw new Error('These tests need a watched opportunity in the built site.');

const counts = async (page: Page) =>
  Promise.all(sections.map((name) => page.locator(`[data-list="${name}"] > li`).count()));

const DAYS = ['2026-11-21', '2026-12-31', '2027-08-31'];

test.each(DAYS)('on %s, lists what is to be done that day', async (today) => {
  await open({}, async (page) => {
    const found = troubles(page);
    await page.clock.setFixedTime(`${today}T10:00:00Z`);
    await page.goto('/admin/veille/');
    const report = watchReport(facts, today);
    expect(await counts(page)).toEqual(sections.map((name) => report[name].length));
    expect(found).toEqual([]);
  });
});

test('what is fresh becomes stale as the months pass', () => {
  const stale = DAYS.map((day) => watchReport(facts, day).stale.length);
  expect(stale[2]).toBeGreaterThan(stale[0] ?? 0);
});

test('no axe violation, and nothing wider than 320 px', async () => {
  await open({ viewport: { width: 320, height: 640 } }, async (page) => {
    await page.clock.setFixedTime('2026-12-31T10:00:00Z');
    await page.goto('/admin/veille/');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test('by keyboard: from the counts to a list', async () => {
  await open({}, async (page) => {
    await page.clock.setFixedTime('2026-12-31T10:00:00Z');
    await page.goto('/admin/veille/');
    await page.locator('watch-list nav a[href="#incomplete"]').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#incomplete');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('incomplete');
  });
});
