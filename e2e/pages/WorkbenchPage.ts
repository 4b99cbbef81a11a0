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
  readonly outcome: Locator;
  /** What the browser complained about since the page was opened. */
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    this.console = page.getByTestId('console-text');
    this.debug = page.getByTestId('debug-text');
    this.status = page.getByTestId('status');
    this.problems = page.getByRole('tabpanel').getByRole('button');
    this.events = page.getByRole('grid', { name: 'Trace events' });
    this.eventDetails = page.getByRole('region', { name: 'The selected event' });
    this.outcome = page.getByRole('alert', { name: 'How the run ended' });
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

  editor(file: FileName): Locator {
    return this.page.getByRole('region', { name: file }).locator('.monaco-editor').first();
  }

  /** Replaces the whole text of a file, as by typing over it. */
  async write(file: FileName, text: string): Promise<void> {
    await this.editor(file).getByRole('textbox').focus();
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
    await this.page.getByRole('button', { name: 'Stop' }).click();
  }

  async chooseSample(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Sample/ }).click();
    await this.page.getByRole('menuitemradio', { name }).click();
  }

  async selectTab(name: 'Events' | 'Problems'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }
}
