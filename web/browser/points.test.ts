// The benefit points of a product: told as ladders, put in order, put away, each with its way back.

import { POINTS } from './case';
import { toProduct } from './screens';
import { expect, type Page, test } from './setting';

const NEW = {
  en: { name: 'Live within a year', attribute: 'Ready-made processes', value: 'A plan that holds' },
  'zh-CN': { name: '一年内上线', attribute: '流程现成', value: '计划能兑现' },
};

test('a point is told, found to be there already, and put away again', async ({ seller: page, say, language }) => {
  const { name, attribute, value } = NEW[language];
  await toProduct({ page, say });
  await page.getByRole('button', { name: say('points.new') }).click();
  const field = (key: string) => page.getByRole('textbox', { name: say(key) });
  await field('points.name').fill(` ${(POINTS[0] ?? '').toUpperCase()}`);
  await field('points.name').press('Enter');
  await expect(page.getByText(say('field.taken'))).toBeVisible();

  await field('points.name').fill(name);
  await field('points.attribute').fill(attribute);
  await field('points.value').fill(value);
  await field('points.value').press('Enter');
  const point = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4, name }) });
  await expect(point).toContainText(attribute);
  await expect(point).toContainText(say('points.untold'));

  await page.getByRole('button', { name: say('common.edit_named', { name }) }).click();
  await field('points.consequence').fill('…');
  await page.getByRole('button', { name: say('common.save') }).click();
  await expect(point).not.toContainText(say('points.untold'));

  await page.getByRole('button', { name: say('common.remove_named', { name }) }).click();
  await expect(point).toHaveCount(0);
  await undo(page, say('undo.undo'));
  await expect(point).toContainText(value);
  await page.getByRole('button', { name: say('common.remove_named', { name }) }).click();
  await expect(point).toHaveCount(0);
});

test('points are put in order, and back', async ({ seller: page, say }) => {
  const [first = '', second = ''] = POINTS;
  await toProduct({ page, say });
  const names = page.getByRole('heading', { level: 4 });
  await expect(names).toHaveText([first, second]);
  await page.getByRole('button', { name: say('points.down', { name: first }) }).click();
  await expect(names).toHaveText([second, first]);
  await undo(page, say('undo.undo'));
  await expect(names).toHaveText([first, second]);
});

test('who may only read sees the points and is offered nothing', async ({ reader: page, say }) => {
  await toProduct({ page, say });
  await expect(page.getByRole('button', { name: say('points.new') })).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('common.edit_named', { name: POINTS[0] ?? '' }) })).toHaveCount(0);
});

const undo = (page: Page, label: string) => page.getByRole('button', { name: label }).click();
