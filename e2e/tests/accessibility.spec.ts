/**
 * axe finds nothing: on every route and dialog, in every theme, with every diagram in front, at the sizes of a laptop and of a projector.
 */
import Axe from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { WorkbenchPage } from '../pages/WorkbenchPage';

/** Besides the light one, in which the browser opens the page. */
const OTHER_THEMES = ['dark', 'contrast-light', 'contrast-dark'];
const DIAGRAMS = ['Journey', 'IRP', 'Buffers', 'IOCTL code', 'Driver', 'Handles', 'Modes', 'Memory'];

/**
 * Of the whole page, or of the parts that a selector names: by all rules in the theme that is shown, and the colours in the others; nothing
 * else differs between themes.
 */
async function violations(page: Page, part = 'body', otherThemes: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  const look = async (theme: string, rules?: string[]) => {
    // The page has no frames of other sites, for which axe would open another page each time.
    const axe = new Axe({ page }).setLegacyMode(true).include(part);
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes.slice(0, 3)) found.push(`${theme} ${id}: ${html} ${failureSummary}`);
  };
  await look('light');
  for (const theme of otherThemes) {
    await setTheme(page, theme);
    await look(theme, ['color-contrast']);
  }
  if (otherThemes.length > 0) await setTheme(page, 'light');
  return found;
}

/** Has the system ask for a theme, and waits until everything is drawn in it, the editor too. */
async function setTheme(page: Page, theme: string): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme.endsWith('dark') ? 'dark' : 'light',
    contrast: theme.startsWith('contrast') ? 'more' : 'no-preference',
    // A colour on its way from one to another is none of a theme's.
    reducedMotion: 'reduce',
  });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

test('the workbench with every diagram, in every theme', async ({ page }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
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
    expect(await violations(page, '.diagram', OTHER_THEMES), diagram).toEqual([]);
  }
  expect(await violations(page, 'body', OTHER_THEMES), 'the whole page').toEqual([]);
  await page.getByRole('button', { name: 'As text' }).click();
  for (const tab of ['Inspector', 'Narration', 'Events', 'Command']) {
    await workbench.selectTab(tab);
    expect(await violations(page, '[role=tabpanel][data-state=active]', OTHER_THEMES), tab).toEqual([]);
  }
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(await violations(page, 'body', OTHER_THEMES), 'small').toEqual([]);
});

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

test('lessons: every kind of step, checks that fail and pass, the tour, in every theme', async ({ page }) => {
  test.setTimeout(240_000);
  // A colour on its way from one to another is none of the theme's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const workbench = new WorkbenchPage(page);
  const lesson = page.getByRole('region', { name: 'Lesson and start page' });
  const seen = new Set<string>();
  const look = async (what: string) => {
    await workbench.idle();
    seen.add(what);
    expect(await violations(page, '.lesson-place', OTHER_THEMES), what).toEqual([]);
  };
  const press = async (name: string | RegExp) => {
    await lesson.getByRole('button', { name }).first().click();
    await workbench.idle();
  };
  const answer = async (option: RegExp, keep: string) => {
    await lesson.getByRole('radio', { name: option }).first().check();
    await lesson.getByRole('radio', { name: /^Sure/ }).check();
    await press(keep);
  };
  const goTo = async (step: string) => {
    await press(/^Step \d|^The end/);
    await press(new RegExp(`^${step}`));
  };

  await workbench.open();
  await look('start page');
  await press('Take the tour');
  await page.getByRole('button', { name: 'Skip the tour' }).waitFor();
  expect(await violations(page, '.driver-popover', OTHER_THEMES), 'tour').toEqual([]);
  await page.keyboard.press('Escape');

  await press(/^Start: First contact/);
  await look('read');
  await press(/^Step 1 of/);
  await look('outline');
  await press('What will come back?');
  await look('predict');
  await answer(/^11/, 'Keep my answer');
  await goTo('Run it');
  await press(/^Run/);
  await look('run, with a verdict');
  await goTo('Why did it differ');
  await look('explain');
  await lesson.getByRole('radio', { name: /^The I\/O manager counted/ }).check();
  await press(/^Compare with/);
  await look('explain, compared');
  await goTo('Repair it');
  await look('task');
  await press(/^Check$/);
  await lesson.getByText('Details', { exact: false }).last().click();
  await look('a failed check');
  await press('Give me a hint');
  await look('a hint');
  await workbench.write('driver.c', 'int broken = ;');
  await press(/^Check$/);
  await look('files that do not build');
  await press('Begin anew');
  await press('Undo');
  await look('undone');

  await press('Start page');
  await press(/^Anatomy of a system call/);
  await answer(/^16/, 'Answer');
  await look('recall');
  await goTo('Commit yourself');
  await answer(/^None/, 'Keep my answer');
  await goTo('The path');
  await look('order');
  await goTo('By number alone');
  await answer(/^STATUS_SUCCESS/, 'Keep my answer');
  await press(/^Compare failures.c/);
  expect(await violations(page, '[role=dialog]', OTHER_THEMES), 'files beside').toEqual([]);
  await page.keyboard.press('Escape');
  await press('Run it and see');
  await look('transfer, with its run');
  await goTo('What you learned');
  await look('the end');
  expect(seen.size).toBe(16);

  // Dialogs of breakpoints.
  for (const name of ['Stop at a routine', 'Stop at an event']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page, '[role=dialog]', OTHER_THEMES), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: /^Breakpoints: / }).click();
  await workbench.idle();
  expect(await violations(page, '.source-place', OTHER_THEMES), 'the list of breakpoints').toEqual([]);
});
