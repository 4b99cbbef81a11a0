/**
 * The first lesson without a mouse, and without a look at a picture: whoever works by keyboard, or by what a screen reader says, comes to its end.
 */
import { expect, test } from '@playwright/test';
import { ByKeys, ByText } from '../pages/LessonPage';

const REFUSAL = 'if (inputLength == 0) return Complete(Irp, STATUS_INVALID_PARAMETER, 0);';
const WRONG = 'STATUS_SUCCESS, inputLength';
const RIGHT = 'STATUS_SUCCESS, GREETING_LENGTH + inputLength';
const BEFORE_COPY = '/* Name and greeting';

test('First contact by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);
  const user = new ByKeys(page);
  await user.open();

  // What the page tells of its keys.
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard' });
  for (const told of [/next place.*F6/, /Step into, back.*Alt.*F11/, /Next step of the lesson|Build and run/])
    await expect(sheet).toHaveText(told);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await user.tabTo(/^Start: First contact/);
  await user.press('Enter');
  await expect(user.heading('A program and a driver')).toBeFocused();
  await expect(user.lesson).toContainText('F6 goes on to the next place');

  // Run is locked and leads to the question.
  await user.press('Alt+PageDown', 'Control+Enter');
  await expect(user.heading('What will come back?')).toBeVisible();
  expect(await user.focused()).toMatch(/^4: the number/);
  await user.choose(/^11: as many as the driver has written/);
  await user.press('Tab');
  await user.choose(/^Fairly sure/);
  await user.press('Tab');
  expect(await user.focused()).toBe('Keep my answer');
  await user.press('Enter', 'Alt+PageDown', 'Control+Enter');
  await expect(user.heading('Run it')).toBeFocused();
  await expect(user.console).toContainText("short: 'Hell' (4 bytes)");
  await expect(user.lesson).toContainText('It came out otherwise');

  await user.press('Alt+PageDown');
  await user.tabTo(/^Go to this moment/);
  await user.press('Enter', 'Alt+PageDown');
  await expect(user.heading('Find the culprit, backwards')).toBeFocused();
  await user.press('Alt+F11');
  await expect(user.live).toContainText('Complete');
  await user.press('Alt+F11');
  await expect(user.live).toHaveText(/^Back before driver\.c line \d+, in Complete/);
  await user.press('Alt+Shift+F11');
  await expect(user.live).toHaveText(/^Back before driver\.c line \d+, in FirstDeviceControl/);

  await user.press('Alt+PageDown');
  await user.tabTo(/^From inputLength/);
  await user.press('Space');
  await user.tabTo(/^Compare with the author/);
  await user.press('Enter');
  expect(await user.focused()).toContain('How the author says it');

  // Into the editor and out of it again: Tab indents there.
  await user.press('Alt+PageDown', 'F6');
  expect(await user.focused()).toMatch(/^driver\.c.*F6 leaves the editor/);
  await user.press('Tab');
  expect(await user.focused()).toMatch(/^driver\.c/);
  await user.press('Control+Z', 'Shift+F6');
  await expect(user.heading('Repair it')).toBeFocused();
  await user.press('F6');
  await user.typeOver(WRONG, RIGHT);
  await user.press('Control+Shift+Enter');
  await expect(user.lesson).toContainText('Every check has passed.');
  await expect(user.console).toContainText("long: 'Hello, Grace Hopper' (20 bytes)");

  // A first attempt that is wrong says what was expected and seen, and leads there.
  await user.press('Alt+PageDown');
  await expect(user.heading('Refuse what makes no sense')).toBeFocused();
  await user.tabTo(/^Check/);
  await user.press('Enter');
  await expect(user.lesson).toContainText('A request without a name is refused failed');
  expect(await user.focused()).toBe('Failed: 1 of 2 checks have passed');
  await user.tabTo(/^Jump to the moment/);
  await user.press('Enter');
  await expect(user.lesson).toContainText('The machine stands at the moment that decided this check.');
  await user.tabTo(/^Give me a hint/);
  await user.press('Enter');
  expect(await user.focused()).toContain('How can the driver see that there is no name?');

  // The moment was one of the program's; the task leads back to its file.
  await user.tabTo(/^driver\.c$/, 'Shift+Tab');
  await user.press('Enter');
  expect(await user.focused()).toMatch(/^driver\.c/);
  await user.typeOver(BEFORE_COPY, REFUSAL);
  // The comment goes on in its own line.
  await user.press('Enter');
  await page.keyboard.type(BEFORE_COPY);
  await user.press('Control+Shift+Enter');
  await expect(user.lesson).toContainText('Every check has passed.');
  await expect(user.console).toContainText('empty: refused with error 87');

  await user.press('Alt+PageDown', 'Shift+F6');
  await user.tabTo(/^0: the driver refuses/);
  await user.choose(/^0:/);
  await user.press('Tab');
  await user.choose(/^Sure/);
  await user.press('Tab', 'Enter');
  await user.tabTo(/^Run it and see/);
  await user.press('Enter');
  await expect(user.lesson).toContainText('As you expected');

  await user.press('Alt+PageDown');
  await expect(user.heading('What you learned')).toBeFocused();
  await expect(user.lesson).toContainText('Every step is done');
  await user.tabTo(/^Next lesson: Two modes, one CPU/);
});

test('First contact by text alone: live text and text twins', async ({ page }) => {
  test.setTimeout(180_000);
  const reader = new ByText(page);
  await reader.open();
  await reader.press(/^Start: First contact/);
  await expect(reader.heading('A program and a driver')).toBeFocused();
  await reader.next();
  await reader.next();
  await reader.choose(/^11: as many as the driver/);
  await reader.choose(/^Unsure$/);
  await reader.press('Keep my answer');
  await expect(reader.said).toHaveText('Your answer is kept. The run will tell.');

  await reader.next();
  await reader.press(/^Run/);
  await expect(reader.said).toHaveText('The run has come to its end.');
  await expect(reader.live).toHaveText(/^The run is over: the last program ended with exit code 0/);
  const answer = /short: '(.*)' \((\d+) bytes\)/.exec(await reader.console.innerText());
  expect(answer?.slice(1)).toEqual(['Hell', '4']);

  // The moment of the copy, in words.
  await reader.next();
  await reader.press(/^Go to this moment/);
  await expect(reader.said).toHaveText(/The I\/O manager copies 4 bytes to user memory/);
  await reader.press('As text', reader.page.getByRole('tabpanel', { name: 'Buffers' }));
  const buffers = await reader.twin('Buffers', /back to the output buffer/);
  const copied = Number(reader.read(buffers, /^Just now, .* copies (\d+) bytes from the system buffer back/));
  const written = reader.read(buffers, /^System buffer at .* As text: (Hello, Ada)·/);
  expect(reader.read(buffers, /^Caller's output buffer at .* As text: (\w+)·/)).toBe(written.slice(0, copied));
  expect(Number(reader.read(buffers, /^IoStatus\.Information: (\d+)/))).toBe(copied);
  expect(copied).toBeLessThan(written.length + 1);

  // The way of the request, and who said 4.
  const journey = await reader.twin('Journey', /Here the lab stands now/);
  const completed = journey.findIndex((line) => /IoCompleteRequest, STATUS_SUCCESS, Information 4/.test(line));
  expect(completed).toBeGreaterThan(journey.findIndex((line) => /from I\/O manager to first/.test(line)));
  expect(completed).toBeLessThan(journey.findIndex((line) => /copies 4 bytes back, to user memory/.test(line)));
  const irp = await reader.twin('IRP', /^IRP at/);
  expect(irp.join(' ')).toMatch(/Information.*4/);

  // Who wrote it: backwards, by what is said at each step.
  await reader.next();
  const back = async (keys: string, said: RegExp) => {
    await page.keyboard.press(keys);
    await reader.idle();
    await expect(reader.live).toHaveText(said);
  };
  await back('Alt+F11', /^Back before driver\.c line \d+, in Complete.* The line says: IoCompleteRequest\(Irp/);
  await back('Alt+F11', /The line says: Irp->IoStatus\.Information = Information; .*Information is 4\./);
  await back(
    'Alt+Shift+F11',
    /, in FirstDeviceControl.* The line says: return Complete\(.*inputLength\); .*inputLength is 4\./,
  );

  await reader.next();
  await reader.choose(/^From inputLength, the length of the name/);
  await reader.press(/^Compare with the author/);
  await expect(reader.lesson).toContainText('completed the request with the length of the input, 4.');

  await reader.next();
  const editor = page.getByRole('textbox', { name: /^driver\.c/ });
  const typeOver = async (old: string, text: string) => {
    await editor.press('Control+Home');
    await editor.press('Control+F');
    await page.keyboard.type(old);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.type(text);
  };
  await typeOver(WRONG, RIGHT);
  await reader.press(/^Check$/);
  await expect(reader.said).toHaveText('Every check has passed.');
  const after = await reader.twin('Journey', /In this run it is completed|Here the lab stands/);
  expect(after.join('\n')).not.toBe(journey.join('\n'));

  await reader.next();
  await reader.press(/^Check$/);
  await expect(reader.said).toHaveText(
    /^1 of 2 checks have passed\. .* Failed: A request without a name is refused\. Expected: .* Seen: /,
  );
  const failed = reader.lesson.getByRole('listitem').filter({ hasText: 'A request without a name is refused failed' });
  await expect(failed).toContainText('Expected');
  await expect(failed).toContainText('STATUS_INVALID_PARAMETER');
  await reader.press('Jump to the moment', failed);
  await expect(reader.said).toHaveText('The machine stands at the moment that decided this check.');
  await reader.press('driver.c', reader.lesson.getByRole('region', { name: 'Task' }));
  await typeOver(BEFORE_COPY, REFUSAL);
  await page.keyboard.press('Enter');
  await page.keyboard.type(BEFORE_COPY);
  await reader.press(/^Check$/);
  await expect(reader.said).toHaveText('Every check has passed.');
  expect(await reader.console.innerText()).toContain('empty: refused with error 87');

  await reader.next();
  await reader.choose(/^0: the driver refuses/);
  await reader.choose(/^Sure$/);
  await reader.press('Keep my answer');
  await reader.press('Run it and see');
  await expect(reader.lesson.getByRole('region', { name: 'What came out' })).toContainText('As you expected');
  await reader.next();
  await expect(reader.heading('What you learned')).toBeFocused();
  await expect(reader.lesson.getByRole('heading', { name: 'Every step is done' })).toBeVisible();
});
