/**
 * A lesson as two people meet it who do not use a mouse or do not look. `ByKeys` presses keys and looks only at what has the focus. `ByText` gets what a
 * screen reader gets: names, headings, live text, text twins. Both wait on the page's idle signal, never on time.
 */
import { expect, type Locator, type Page } from '@playwright/test';

class Visitor {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.idle();
  }

  async idle(): Promise<void> {
    await this.page.locator('html[data-idle=true]').waitFor({ state: 'attached', timeout: 30_000 });
  }

  /** The left place: text of the step, questions, checks. */
  get lesson(): Locator {
    return this.page.getByRole('region', { name: 'Lesson and start page' });
  }

  heading(name: string): Locator {
    return this.lesson.getByRole('heading', { name, level: 3, exact: true });
  }

  /** What the machine's stops say by themselves. */
  get live(): Locator {
    return this.page.getByTestId('live-text');
  }

  get console(): Locator {
    return this.page.getByRole('region', { name: 'Console output' });
  }
}

/** Longest way by Tab that anybody should have to go. */
const MOST_TABS = 40;

export class ByKeys extends Visitor {
  /** Presses a key, and sees that the focus is somewhere afterwards. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.idle();
      expect(await this.focused(), `the focus after ${key}`).not.toBe('');
    }
  }

  /** What has the focus, as it is called; '' if nothing has it. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement: element, body } = document;
      if (!element || element === body) return '';
      const text = element.closest('label')?.textContent || element.textContent || element.tagName;
      return (element.getAttribute('aria-label') ?? text).trim();
    });
  }

  /** On by Tab (or back by Shift and Tab), until something called so has the focus. */
  async tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const way: string[] = [];
    for (let i = 0; i < MOST_TABS; i++) {
      const here = await this.focused();
      if (name.test(here)) return;
      way.push(here);
      await this.page.keyboard.press(key);
    }
    throw new Error(`no ${name} on the way by ${key}: ${way.join(' | ')}`);
  }

  /** Among radio buttons of which one has the focus. */
  async choose(name: RegExp): Promise<void> {
    await this.page.keyboard.press('Space');
    for (let i = 0; i < 8 && !name.test(await this.focused()); i++) await this.page.keyboard.press('ArrowDown');
    expect(await this.focused()).toMatch(name);
  }

  /** Finds a text in the editor by its own search and types over it. */
  async typeOver(old: string, text: string): Promise<void> {
    await this.press('Control+Home', 'Control+F');
    await this.page.keyboard.type(old);
    await this.press('Enter', 'Escape');
    await this.page.keyboard.type(text);
  }
}

export class ByText extends Visitor {
  async press(name: string | RegExp, within: Locator = this.lesson): Promise<void> {
    await within.getByRole('button', { name }).press('Enter');
    await this.idle();
  }

  async choose(name: RegExp): Promise<void> {
    await this.lesson.getByRole('radio', { name }).press('Space');
  }

  async next(): Promise<void> {
    await this.press(/^Next/);
  }

  /** What the lesson said last. */
  get said(): Locator {
    return this.lesson.getByRole('article', { name: 'Lesson' }).getByRole('status').last();
  }

  panel(name: string): Locator {
    return this.page.getByRole('tabpanel', { name, exact: true });
  }

  async show(tab: string): Promise<Locator> {
    await this.page.getByRole('tab', { name: tab, exact: true }).press('Enter');
    await this.idle();
    return this.panel(tab);
  }

  /** The diagram in front as its text twin, once it has a line like this; all of its lines. */
  async twin(diagram: string, like: RegExp): Promise<readonly string[]> {
    const panel = await this.show(diagram);
    const lines = panel.getByRole('list', { name: /, as text$/ }).getByRole('listitem');
    await expect(lines.filter({ hasText: like }).first()).toBeAttached();
    return lines.allInnerTexts();
  }

  /** What a line of this kind says in its first group. */
  read(lines: readonly string[], kind: RegExp): string {
    const found = lines.map((line) => kind.exec(line)?.[1]).find((text) => text !== undefined);
    if (found === undefined) throw new Error(`no line says ${kind}:\n${lines.join('\n')}`);
    return found;
  }
}
