/**
 * What is measured: scrubbing, a step on the screen, the page's heap over many steps. Each prints its figures and expects the page at a run that is over.
 */
import { load, longTasksTold, told } from './figures.mjs';

const FRAME_MS = 1000 / 60;
const FRAME_AIM = 16.7;
const AGE_AIM = 100;
const STEP_AIM = 50;

const DIAGRAMS = ['Journey', 'IRP', 'Buffers', 'IOCTL code', 'Driver', 'Handles', 'Modes', 'Memory'];
const FORWARD = { key: 'F10' };
const BACK = { key: 'F10', altKey: true };

/** Where the pointer is, 0 to 1, by the time since the drag began. */
const PATHS = {
  smooth: (ms) => 0.5 - 0.45 * Math.cos((ms / 4000) * 2 * Math.PI),
  random: () => 0.05 + 0.9 * Math.random(),
};

export async function scrubbing(page, seconds) {
  for (const [name, path] of Object.entries(PATHS)) {
    const { x, y } = await placesOf(page);
    await page.mouse.move(x(path(0)), y);
    await page.mouse.down();
    await page.evaluate(() => window.recorder.begin());
    const begun = performance.now();
    for (let moves = 1; performance.now() - begun < seconds * 1000; moves++) {
      await page.mouse.move(x(path(performance.now() - begun)), y);
      await pause(begun + moves * FRAME_MS - performance.now());
    }
    const { frames, longTasks, ages, draws } = await page.evaluate(() => window.recorder.end());
    await page.mouse.up();
    await idle(page);
    console.log(`scrubbing, ${name} path, ${seconds} s; ${load()}`);
    console.log(`  frame time             ${told(frames, FRAME_AIM)}`);
    console.log(
      `  age of the views shown ${told(ages, AGE_AIM)}; ${(ages.length / seconds).toFixed(0)} instants shown a second`,
    );
    console.log(`  drawing the timeline   ${told(draws)}`);
    console.log(`  long tasks             ${longTasksTold(longTasks)}`);
  }
}

export async function steps(page, count) {
  await goTo(page, 0.5);
  await page.evaluate(() => window.recorder.begin());
  const times = { forward: [], back: [], instant: [], line: [], variables: [] };
  for (let i = 0; i < count; i++) {
    // Ten there, eight back: other places each time.
    const way = i % 18 < 10 ? 'forward' : 'back';
    await page.evaluate(() => window.recorder.expectStep());
    await page.keyboard.press(way === 'forward' ? 'F10' : 'Alt+F10');
    const changes = await page.evaluate(() => window.recorder.seen);
    if (changes.instant === undefined) continue;
    times[way].push(Math.max(...Object.values(changes)));
    for (const [part, ms] of Object.entries(changes)) times[part].push(ms);
  }
  const { longTasks } = await page.evaluate(() => window.recorder.end());
  console.log(`a step on the screen, from the key to the frame that shows it; ${load()}`);
  console.log(`  forward (F10)          ${told(times.forward, STEP_AIM)}`);
  console.log(`  back (Alt+F10)         ${told(times.back, STEP_AIM)}`);
  for (const part of ['instant', 'line', 'variables']) console.log(`    ${part.padEnd(20)} ${told(times[part])}`);
  console.log(`  long tasks             ${longTasksTold(longTasks)}`);
}

export async function heap(page, count) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const block = Math.max(1, Math.round(count / 20));
  const walk = async (i) => {
    await page
      .getByRole('tablist', { name: 'Diagrams' })
      .getByRole('tab', { name: DIAGRAMS[i % DIAGRAMS.length] })
      .click();
    await idle(page);
    const key = Math.floor(i / 2) % 2 === 0 ? FORWARD : BACK;
    return page.evaluate(([n, pressed]) => window.recorder.walk(n, pressed), [block, key]);
  };
  await goTo(page, 0.5);
  // What is loaded and filled only once is not growth.
  for (const name of DIAGRAMS) {
    await page.getByRole('tablist', { name: 'Diagrams' }).getByRole('tab', { name }).click();
    await idle(page);
    for (const key of [FORWARD, BACK]) {
      await page.evaluate(([n, pressed]) => window.recorder.walk(n, pressed), [Math.round(block / 4), key]);
    }
  }
  await page.evaluate(() => window.recorder.begin());
  console.log(`the page's heap over ${count} steps, all diagrams visited; ${load()}`);
  let moved = 0;
  const begun = performance.now();
  const first = await usage(client);
  console.log(`  ${'before'.padStart(12)}: ${toldUsage(first)}`);
  let last = first;
  for (let i = 0; i < Math.ceil(count / block); i++) {
    moved += await walk(i);
    if (i % 4 !== 3 && (i + 1) * block < count) continue;
    await page.getByRole('tablist', { name: 'Diagrams' }).getByRole('tab', { name: DIAGRAMS[7] }).click();
    await idle(page);
    last = await usage(client);
    console.log(`  ${`${(i + 1) * block} steps`.padStart(12)}: ${toldUsage(last)}`);
  }
  const { longTasks } = await page.evaluate(() => window.recorder.end());
  const percent = ((last.heap / first.heap - 1) * 100).toFixed(1);
  const each = (performance.now() - begun) / moved;
  console.log(
    `  grown by ${((last.heap - first.heap) / 1024).toFixed(0)} KiB (${percent} %); ${moved} of the steps moved, ${each.toFixed(0)} ms each`,
  );
  console.log(`  long tasks             ${longTasksTold(longTasks)}`);
  await client.detach();
}

async function usage(client) {
  for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name)?.value;
  return { heap: usedSize, nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

function toldUsage({ heap: bytes, nodes, listeners }) {
  return `${(bytes / 1024 / 1024).toFixed(2)} MiB, ${nodes} nodes, ${listeners} listeners`;
}

/** Clicks the timeline at a part of the run. */
async function goTo(page, part) {
  const { x, y } = await placesOf(page);
  await page.mouse.click(x(part), y);
  await idle(page);
}

/** Points on the lanes of the timeline. */
async function placesOf(page) {
  const box = await page.getByTestId('timeline').boundingBox();
  if (!box) throw new Error('the timeline has no place');
  const [left, right] = [box.x + 80, box.x + box.width - 8];
  return { x: (part) => left + part * (right - left), y: box.y + box.height / 2 };
}

export async function idle(page) {
  await page.locator('html[data-idle=true]').waitFor({ state: 'attached', timeout: 60_000 });
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
