/**
 * What only a browser can show: the built page, its worker, its editor and its policy, working together.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { WorkbenchPage } from '../pages/WorkbenchPage';

const sample = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../app/samples/mirror/${file}`, import.meta.url)), 'utf8');
const REVERSED = 'received: edom resu morf olleH (20 bytes)';

test('the sample runs: the answer on the console, the driver in the debug output, the request in the events', async ({
  page,
}) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();

  await expect(workbench.status).toHaveText('Finished, exit code 0');
  await expect(workbench.console).toHaveText(`sent:     Hello from user mode\n${REVERSED}\n`);
  await expect(workbench.debug).toContainText('Mirror: loaded');
  await expect(workbench.debug).toContainText('Mirror: unloaded');

  await workbench.selectTab('Events');
  await expect(workbench.events).not.toContainText('pool_free');
  await page.getByRole('searchbox').fill('irp_call');
  await expect(workbench.events).toContainText('\\Driver\\mirror ← IRP_MJ_CREATE');
  await expect(workbench.events).toContainText('\\Driver\\mirror ← IRP_MJ_DEVICE_CONTROL 0x8000E000');
  expect(workbench.complaints).toEqual([]);
});

test('events can be read by keyboard, one with all its fields; the choice of all events is kept', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();
  await workbench.selectTab('Events');
  await workbench.events.focus();
  await page.keyboard.press('ArrowDown');
  await expect(workbench.eventDetails).toContainText('A device object was created');
  await page.keyboard.press('End');
  await expect(workbench.eventDetails).toContainText('A driver was unloaded');
  await expect(workbench.events.getByRole('row', { selected: true })).toBeInViewport({ ratio: 0.95 });
  await page.keyboard.press('Escape');
  await expect(workbench.eventDetails).toHaveCount(0);

  await page.getByRole('radio', { name: 'All', exact: true }).check();
  await expect(workbench.events).toContainText('pool_free');
  await workbench.reload();
  await expect(page.getByRole('radio', { name: 'All', exact: true })).toBeChecked();
});

test('another sample shows its own files and keeps the edits of the one before', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.write('app.c', sample('app.c').replace('Hello from user mode', 'drawer'));
  await workbench.chooseSample('Later');
  await workbench.run();
  await expect(workbench.console).toContainText('The answer is 42');

  await workbench.openFile('app.c');
  await workbench.editor.getByRole('textbox').focus();
  await page.keyboard.press('Control+Z');
  await workbench.chooseSample('Mirror');
  await workbench.run();
  await expect(workbench.console).toContainText('received: reward (6 bytes)');
});

test('nothing is fetched from elsewhere, and code made of text does not run', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.run();

  expect([...hosts]).toEqual([new URL(page.url()).host]);
  const evaluated = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return document.title;
  });
  expect(evaluated).toBe('Ring Zero Lab');
});

test('an edited program gives a new result, and a reload loses nothing', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.write('app.c', sample('app.c').replace('Hello from user mode', 'drawer'));
  await workbench.run();
  await expect(workbench.console).toContainText('received: reward (6 bytes)');

  await workbench.reload();
  await expect(workbench.console).toContainText('received: reward (6 bytes)');
  await workbench.run();
  await expect(workbench.console).toContainText('received: reward (6 bytes)');
});

test('a compile error is told at its place', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  const broken = sample('driver.c').replace('DbgPrint("Mirror: loaded\\n");', 'status = undeclared_name;');
  const line = broken.slice(0, broken.indexOf('undeclared_name')).split('\n').length;
  await workbench.write('driver.c', broken);
  await workbench.run();

  await expect(workbench.status).toHaveText('Build failed: 1 error');
  await expect(workbench.problems).toHaveCount(1);
  await expect(workbench.problems).toContainText(`driver.c:${line}:`);
  await expect(workbench.problems).toContainText('undeclared_name');

  // What it means and what to do can be opened and closed below it by keyboard.
  const why = page.getByRole('button', { name: 'Why: undeclared-identifier' });
  await workbench.problems.focus();
  await page.keyboard.press('Tab');
  await expect(why).toBeFocused();
  await page.keyboard.press('Enter');
  const explanation = page.locator('.problem-explanation');
  await expect(explanation.locator('p')).toHaveCount(2);
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(explanation).toBeHidden();

  await workbench.problems.click();
  await expect(workbench.editor.locator('.active-line-number')).toHaveText(String(line));
  await expect(workbench.editor.locator('.squiggly-error')).toBeVisible();
});

test('Stop ends a driver that loops for ever, and the next run is a good one', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.write('driver.c', sample('driver.c').replace('DbgPrint("Mirror: loaded\\n");', 'for (;;) {}'));
  await workbench.start();
  await expect(workbench.status).toHaveText('Running');
  await workbench.stop();
  await workbench.idle();
  await expect(workbench.status).toHaveText('Stopped by you');

  await workbench.write('driver.c', sample('driver.c'));
  await workbench.run();
  await expect(workbench.console).toContainText(REVERSED);
});

test('a bug check tells what happened and leads to the line', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  const broken = sample('driver.c').replace('copy == NULL', '(copy = NULL) != NULL');
  await workbench.write('driver.c', broken);
  await workbench.run();

  const { stopScreen } = workbench;
  await expect(stopScreen).toContainText('STOP 0x0000003B');
  await expect(stopScreen).toContainText('MirrorText');
  await expect(stopScreen).toContainText('What led to it');
  const end = await workbench.instant();
  await stopScreen.getByRole('button', { name: 'Go to the instant before' }).click();
  await workbench.idle();
  expect(await workbench.instant()).toBeLessThan(end);
  await stopScreen.getByRole('button', { name: /^Show driver.c/ }).click();
  await workbench.idle();
  const line = broken.slice(0, broken.indexOf('RtlCopyMemory(copy')).split('\n').length;
  await expect(workbench.editor.locator('.active-line-number')).toHaveText(String(line));
});
