/**
 * axe finds nothing: on every route and dialog, in every theme, with every diagram in front, at the sizes of a laptop and of a projector.
 */
import Axe from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { WorkbenchPage } from '../pages/WorkbenchPage';

const THEMES = ['light', 'dark', 'contrast-light', 'contrast-dark'];
const DIAGRAMS = ['Journey', 'IRP', 'Buffers', 'IOCTL code', 'Driver', 'Handles', 'Modes', 'Memory'];

/** Of the whole page, or of the parts that a selector names. */
async function violations(page: Page, part = 'body'): Promise<string[]> {
  const { violations: found } = await new Axe({ page }).include(part).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

for (const theme of THEMES) {
  test(`the workbench with every diagram, in the theme ${theme}`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('ring-zero-lab.theme', name), theme);
    const workbench = new WorkbenchPage(page);
    await workbench.open();
    await workbench.run();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('second copy');
    await page.keyboard.press('Enter');
    await workbench.idle();
    for (const diagram of DIAGRAMS) {
      await workbench.selectTab(diagram);
      await page.locator('.diagram').first().waitFor();
      expect(await violations(page, '.diagram'), diagram).toEqual([]);
    }
    expect(await violations(page), 'the whole page').toEqual([]);
    await page.getByRole('button', { name: 'As text' }).click();
    for (const tab of ['Inspector', 'Narration', 'Events', 'Command']) await workbench.selectTab(tab);
    await page.setViewportSize({ width: 1024, height: 768 });
    expect(await violations(page), 'small').toEqual([]);
  });
}

test('dialogs, the bug check, a build error and the gallery', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  expect(await violations(page), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  await workbench.timeline.focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  expect(await violations(page), 'keys').toEqual([]);
  await page.keyboard.press('Escape');

  await workbench.chooseSample('Null');
  await workbench.run();
  await expect(workbench.stopScreen).toBeVisible();
  expect(await violations(page), 'bug check').toEqual([]);
  await workbench.write('driver.c', 'int x = ;');
  await workbench.run();
  expect(await violations(page), 'build error').toEqual([]);

  await page.goto('/#/gallery');
  await page.getByRole('button', { name: 'Later: pending' }).click();
  await workbench.idle();
  expect(await violations(page), 'gallery').toEqual([]);
});
