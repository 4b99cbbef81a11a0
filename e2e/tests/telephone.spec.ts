/**
 * A first visit on a telephone: what there is to read comes with the page itself, and the script takes it over as it is.
 */
import { expect, type Route, test } from '@playwright/test';
import { WorkbenchPage } from '../pages/WorkbenchPage';

test.use({ viewport: { width: 412, height: 823 } });

test('lesson and source can be read before the script has come, and stay the same elements', async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  let go = () => {};
  const mayGo = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/assets/index-*.js', async (route: Route) => {
    await mayGo;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const line = page.getByText(/Mirror: an NT-style/).first();
  await expect(line).toBeInViewport();
  await expect(page.getByRole('heading', { name: /Write a driver/ })).toBeInViewport();
  const elements = await Promise.all([line, page.locator('#lesson')].map((one) => one.elementHandle()));
  const top = async () => (await page.locator('#source').boundingBox())?.y ?? 0;
  const place = await top();

  go();
  await workbench.idle();
  for (const element of elements) expect(await element?.evaluate((one) => one.isConnected)).toBe(true);
  expect(Math.abs((await top()) - place)).toBeLessThan(1);
  await page.getByRole('button', { name: /Start: First contact/ }).click();
  await expect(page.getByRole('heading', { name: 'First contact' })).toBeVisible();
  await workbench.idle();
  await workbench.reload();
  await expect(page.getByRole('heading', { name: 'First contact' })).toBeVisible();
  expect(workbench.complaints).toEqual([]);
});

test('in a dark system the first picture is dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
