/**
 * The console as a place of history: what was typed stands in it at every instant, and a worker that dies takes nothing along and is spoken of.
 */
import { expect, test } from '@playwright/test';
import { WorkbenchPage } from '../pages/WorkbenchPage';

const ASKS = `#include <stdio.h>
int main(void)
{
    char line[32];
    printf("name? ");
    fgets(line, sizeof line, stdin);
    printf("town? ");
    char town[32];
    fgets(town, sizeof town, stdin);
    printf("%s%s", line, town);
    return 0;
}
`;

test('typed lines are there in the past, and after the worker was lost, which is said until it is closed', async ({
  page,
}) => {
  const lab = new WorkbenchPage(page);
  await lab.open();
  await lab.write('app.c', ASKS);
  await lab.start();
  const line = page.getByRole('textbox', { name: 'Type a line for the program' });
  await expect(lab.console).toContainText('name? ');
  await line.fill('Ann');
  await line.press('Enter');
  await expect(lab.console).toContainText('name? Ann\ntown? ');
  await line.fill('Oslo');
  await line.press('Enter');
  await lab.idle();
  const whole = 'name? Ann\ntown? Oslo\nAnn\nOslo\n';
  await expect(lab.console).toHaveText(whole);

  await lab.timeline.focus();
  await page.keyboard.press('Home');
  await lab.idle();
  await expect(lab.console).toBeHidden();
  await page.keyboard.press('End');
  await lab.idle();
  await expect(lab.console).toHaveText(whole);
  const instant = await lab.instant();

  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      if (self.name === 'lab')
        setTimeout(() => {
          throw new Error('a test threw this');
        });
    });
  }
  const note = page.getByRole('region', { name: 'The simulated machine was lost.' });
  await expect(note).toContainText('It was made again and stands at the same instant');
  await expect(note).toContainText('a test threw this');
  await expect(note.getByRole('alert')).toBeVisible();
  await lab.idle();
  expect(await lab.instant()).toBe(instant);
  await expect(lab.console).toHaveText(whole);
  await note.getByRole('button', { name: 'Close this note' }).click();
  await expect(note).toBeHidden();
});
