/**
 * The workbench as a user meets it: what can be done and what can be seen. Waits on the page's idle signal, never on
 * time.
 */
import type { Locator, Page } from '@playwright/test';

export type FileName = 'app.c' | 'driver.c';

export class WorkbenchPage {
  readonly console: Locator;
  readonly debug: Locator;
  readonly status: Locator;
  readonly problems: Locator;
  readonly events: Locator;
  readonly eventDetails: Locator;
  readonly timeline: Locator;
  /** The screen of a bad end. */
  readonly stopScreen: Locator;
  /** What a screen reader is told by itself. */
  readonly liveText: Locator;
  /** What the browser complained about since the page was opened. */
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    this.console = page.getByTestId('console-text');
    this.debug = page.getByTestId('debug-text');
    this.status = page.getByTestId('status');
    this.problems = page.getByRole('tabpanel', { name: /^Problems/ }).locator('button.problem');
    this.events = page.getByRole('grid', { name: 'Trace events' });
    this.eventDetails = page.getByRole('region', { name: 'The selected event' });
    this.timeline = page.getByRole('slider', { name: 'Shown instant' });
    this.stopScreen = page.getByRole('article', { name: 'Bug check' });
    this.liveText = page.getByTestId('live-text');
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('requestfailed', (request) => this.complaints.push(`failed: ${request.url()}`));
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.idle();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.idle();
  }

  /** Nothing is under way, and the screen shows it all. */
  async idle(): Promise<void> {
    await this.page.locator('html[data-idle=true]').waitFor({ state: 'attached', timeout: 30_000 });
  }

  /** Brings a file to the front. */
  async openFile(file: FileName): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Files' }).getByRole('tab', { name: file }).click();
    await this.idle();
  }

  /** Monaco, with the file that is in front. */
  get editor(): Locator {
    return this.page.locator('.monaco-editor').first();
  }

  /** Replaces the whole text of a file, as by typing over it. */
  async write(file: FileName, text: string): Promise<void> {
    await this.openFile(file);
    await this.editor.getByRole('textbox').focus();
    await this.page.keyboard.press('Control+A');
    // As one paste: typing would let the editor add indentation and brackets.
    await this.page.keyboard.insertText(text);
  }

  /** Runs by keyboard and waits for the end. */
  async run(): Promise<void> {
    await this.start();
    await this.idle();
  }

  async start(): Promise<void> {
    const before = await this.page.locator('html').getAttribute('data-run');
    await this.page.keyboard.press('Control+Enter');
    await this.page.locator(`html:not([data-run="${before}"])`).waitFor({ state: 'attached' });
  }

  async stop(): Promise<void> {
    await this.page.getByRole('button', { name: 'Stop', exact: true }).click();
  }

  async chooseSample(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Project/ }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}`) }).click();
    await this.idle();
  }

  async selectTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}( \\d+)?$`) }).click();
    await this.idle();
  }

  /** Where the machine stands. */
  async instant(): Promise<number> {
    return Number(await this.timeline.getAttribute('aria-valuenow'));
  }
}
