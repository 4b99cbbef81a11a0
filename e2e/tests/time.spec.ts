/**
 * Time on the screen: motions by key and button, scrubbing, what follows the shown instant, and that a reload comes back to it.
 */
import { expect, test } from '@playwright/test';
import { WorkbenchPage } from '../pages/WorkbenchPage';

test('keys step both ways, and a step back is the inverse of a step', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();
  const end = await workbench.instant();
  await workbench.timeline.focus();
  await page.keyboard.press('Shift+F8');
  await workbench.idle();
  expect(await workbench.instant()).toBe(0);
  await page.keyboard.press('F10');
  await workbench.idle();
  await page.keyboard.press('F10');
  await workbench.idle();
  const there = await workbench.instant();
  expect(there).toBeGreaterThan(0);
  await page.keyboard.press('F10');
  await workbench.idle();
  await page.keyboard.press('Alt+F10');
  await workbench.idle();
  expect(await workbench.instant()).toBe(there);
  await page.keyboard.press('F8');
  await workbench.idle();
  expect(await workbench.instant()).toBe(end);
});

test('without a run the timeline is words, no slider', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.write('app.c', 'int main(void) { return nowhere; }');
  await workbench.run();
  const nothing = page.getByText('The timeline of a run is drawn here');
  await expect(nothing).toBeVisible();
  await expect(workbench.timeline).toBeHidden();
  await workbench.write('app.c', 'int main(void) { return 0; }');
  await workbench.run();
  await expect(workbench.timeline).toBeVisible();
  await expect(nothing).toBeHidden();
});

test('a breakpoint in the margin stops the next run, and the variables are those of its routine', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.openFile('driver.c');
  await page.getByRole('button', { name: /^Search or do anything/ }).click();
  await page.getByRole('combobox').fill('MirrorText');
  await page.keyboard.press('Enter');
  await workbench.editor.getByRole('textbox').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F9');
  await workbench.run();
  await expect(page.getByRole('region', { name: 'Time' })).toContainText('mirror!MirrorText');
  await expect(page.getByRole('tabpanel', { name: 'Stack and variables' })).toContainText('mirror!MirrorText');
});

test('dragging the timeline scrubs, and output, stack and diagrams follow', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();
  await expect(workbench.console).toContainText('received:');
  const box = await workbench.timeline.boundingBox();
  if (!box) throw new Error('the timeline has no place');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 10, y);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(box.x + box.width - 10 - i * 20, y);
  await page.mouse.up();
  await workbench.idle();
  const there = await workbench.instant();
  await expect(page.getByRole('tabpanel', { name: 'Output' })).not.toContainText('received:');

  await workbench.reload();
  expect(await workbench.instant()).toBe(there);
  expect(workbench.complaints).toEqual([]);
});

test('the palette goes to an instant by its description', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('second irp completion');
  await page.getByRole('option', { name: /Second IRP completion/ }).waitFor();
  await page.keyboard.press('Enter');
  await workbench.idle();
  await workbench.selectTab('IRP');
  await expect(page.getByRole('tabpanel', { name: 'IRP' })).toContainText('IRP_MJ_DEVICE_CONTROL');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('99th dpc');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This run has');
});

test('a stretch is marked with the pointer and with keys, tells who ran and what happened, and goes with Escape', async ({
  page,
}) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();
  const box = await workbench.timeline.boundingBox();
  if (!box) throw new Error('the timeline has no place');
  const ruler = box.y + 18;
  await page.mouse.move(box.x + box.width * 0.5, ruler);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, ruler, { steps: 3 });
  await page.mouse.up();
  await workbench.idle();
  const panel = page.getByRole('tabpanel', { name: 'Stretch' });
  await expect(panel).toContainText('of simulated time');
  await expect(panel.getByRole('row', { name: /^thread \d+/ }).first()).toContainText('%');
  const end = await workbench.instant();
  await panel
    .getByTitle(/^To the next/)
    .first()
    .click();
  await workbench.idle();
  const begin = await workbench.instant();
  expect(begin).toBeLessThan(end);
  await workbench.timeline.focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Output' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('i');
  await page.keyboard.press('End');
  await workbench.idle();
  await page.keyboard.press('Shift+ArrowLeft');
  await workbench.idle();
  const there = await workbench.instant();
  expect(there).toBeLessThan(end);
  await expect(panel).toContainText(`instants ${begin.toLocaleString('en')} to ${there.toLocaleString('en')}`);
});

test('the list of events goes with the shown instant until one scrolls away, and back on request', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();
  await page.getByRole('tab', { name: 'Events' }).click();
  await workbench.idle();
  const now = workbench.events.locator('[aria-current=step]');
  await expect(now).toBeInViewport();
  await workbench.timeline.focus();
  await page.keyboard.press('PageDown');
  await workbench.idle();
  await expect(now).toBeInViewport();
  await workbench.events.hover();
  await page.mouse.wheel(0, -4000);
  await expect(now).not.toBeInViewport();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(now).toBeInViewport();
});

test('a breakpoint of the command window stands in the margin, in the list and on the timeline, and goes from there', async ({
  page,
}) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.openFile('driver.c');
  await workbench.run();
  await page.getByRole('tab', { name: 'Command' }).click();
  const line = page.getByPlaceholder(/^Type a command/);
  await line.fill('bp MirrorDeviceControl');
  await line.press('Enter');
  await workbench.idle();
  await page.getByRole('button', { name: /^Breakpoints/ }).click();
  await expect(page.getByRole('button', { name: 'MirrorDeviceControl', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove MirrorDeviceControl' }).click();
  await page.keyboard.press('Escape');
  await line.fill('bl');
  await line.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Command' })).toContainText(/no breakpoints/i);
});
