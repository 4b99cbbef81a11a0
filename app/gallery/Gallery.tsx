/**
 * The gallery (`#/gallery`, not linked for learners): every component in each of its states, every diagram at stages of real runs, in the theme that is
 * chosen here. For whoever works on the look, and for the tests of it.
 */
import './gallery.css';
import { Play } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { BitRuler } from '../design/BitRuler';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { EmptyState } from '../design/EmptyState';
import { Glyph, MEANING_LABELS, type Meaning } from '../design/Glyph';
import { Menu } from '../design/Menu';
import { AddressRef, Ref } from '../design/Ref';
import { Tabs } from '../design/Tabs';
import { Field, ModeTag, StatusText, Tag, ThreadTag } from '../design/Tags';
import { Term } from '../design/Term';
import { Keys } from '../design/Tooltip';
import { chooseTheme, THEME_NAMES, THEMES, useTheme } from '../design/theme';
import { useIdleSignal } from '../shell/idle';
import { DiagramStages } from './DiagramStages';

const COLOURS = [
  'page',
  'surface',
  'raised',
  'hover',
  'line',
  'line-strong',
  'ink',
  'ink-muted',
  'focus',
  'selection',
  'go',
];
const MEANINGS = Object.keys(MEANING_LABELS) as Meaning[];
const SIZES = ['xs', 'sm', 'md', 'lg', 'xl', 'xxl'];

export default function Gallery() {
  useIdleSignal();
  const theme = useTheme((state) => state.theme);
  return (
    <main className="gallery">
      <header className="gallery-head">
        <h1>Gallery</h1>
        <fieldset className="segments">
          <legend className="visually-hidden">Theme</legend>
          {THEMES.map((id) => (
            <label key={id} className="segment">
              <input type="radio" name="theme" checked={theme === id} onChange={() => chooseTheme(id)} />
              {THEME_NAMES[id]}
            </label>
          ))}
        </fieldset>
      </header>
      <Section title="Diagrams, at stages of real runs">
        <DiagramStages />
      </Section>
      <Section title="Colours">
        <div className="gallery-swatches">
          {COLOURS.map((name) => (
            <div key={name} className="gallery-swatch">
              <span style={{ background: `var(--${name})` }} />
              {name}
            </div>
          ))}
        </div>
        <div className="gallery-row">
          {MEANINGS.map((meaning) => (
            <span key={meaning} className="gallery-wash" style={{ background: `var(--${meaning}-wash)` }}>
              <Tag meaning={meaning}>{MEANING_LABELS[meaning]}</Tag>
            </span>
          ))}
        </div>
      </Section>
      <Section title="Type">
        {SIZES.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            {size}: A driver completes the request.{' '}
            <code className="gallery-code">IoCompleteRequest(Irp, IO_NO_INCREMENT);</code>
          </p>
        ))}
      </Section>
      <Section title="Controls">
        <Controls />
      </Section>
      <Section title="Things of the machine">
        <Machine />
      </Section>
      <Section title="Nothing to show">
        <EmptyState title="No request yet" action={<Button label="Run" look="go" icon={<Play size={15} />} />}>
          Requests appear here as soon as a program sends one to a driver.
        </EmptyState>
      </Section>
    </main>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="gallery-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Controls() {
  const [isOpen, setOpen] = useState(false);
  const [tab, setTab] = useState<'one' | 'two'>('one');
  const icon = <Play size={15} aria-hidden="true" />;
  return (
    <>
      {(['go', 'plain', 'quiet'] as const).map((look) => (
        <div key={look} className="gallery-row">
          <Button label="Action" look={look} />
          <Button label="With icon" look={look} icon={icon} />
          <Button label="With a key" look={look} shortcut="Ctrl+Enter" />
          <Button label="Small" look={look} size="small" />
          <Button label="Icon only" look={look} icon={icon} iconOnly />
          <Button label="Pressed" look={look} pressed />
          <Button label="Unavailable" look={look} unavailable />
        </div>
      ))}
      <div className="gallery-row">
        <Menu
          label="Example"
          items={[
            { id: 'a', label: 'An action', shortcut: 'F10', onChoose: () => undefined },
            { id: 'b', label: 'A choice', checked: true, about: 'With a second line', onChoose: () => undefined },
            { id: 'c', label: 'Another group', separated: true, onChoose: () => undefined },
          ]}
        >
          <button type="button" className="button">
            Menu
          </button>
        </Menu>
        <Button label="Dialog" onClick={() => setOpen(true)} />
        <Keys keys="Shift+F11" />
        <Dialog title="A dialog" about="What it is about." open={isOpen} onClose={() => setOpen(false)}>
          <p>Its content.</p>
        </Dialog>
      </div>
      <div className="gallery-frame is-low">
        <Tabs
          label="Example"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'one', label: 'One', content: <p className="hint is-padded">First</p> },
            { id: 'two', label: 'Two', content: <p className="hint is-padded">Second</p> },
          ]}
        />
      </div>
    </>
  );
}

function Machine() {
  const [field, setField] = useState('function');
  return (
    <>
      <div className="gallery-row">
        {MEANINGS.map((meaning) => (
          <Glyph key={meaning} meaning={meaning} />
        ))}
        <ModeTag mode="user" />
        <ModeTag mode="kernel" />
        <ModeTag mode="interrupt" />
        <ModeTag mode="idle" />
      </div>
      <div className="gallery-row">
        <StatusText status={{ value: 0, name: 'STATUS_SUCCESS' }} />
        <StatusText status={{ value: 0x80000005, name: 'STATUS_BUFFER_OVERFLOW' }} />
        <StatusText status={{ value: 0xc000000d, name: 'STATUS_INVALID_PARAMETER' }} />
        <ThreadTag tid={28} process="app.exe" />
        <Ref subject={{ kind: 'irp', address: '0xFFFFE00000005770' }} meaning="irp">
          IRP …5770
        </Ref>
        <AddressRef address="0xFFFFE00000005770" />
        <AddressRef address="0x0000000000000000" />
        <AddressRef address="0xFFFFE00000005770" changed />
        <Term name="IRQL" />
      </div>
      <dl className="gallery-fields">
        <Field name="MajorFunction">IRP_MJ_DEVICE_CONTROL</Field>
        <Field name="Information" changed>
          4
        </Field>
      </dl>
      <BitRuler
        label="Control code"
        bits={32}
        value={0x8000e000n}
        selected={field}
        onSelect={setField}
        fields={[
          { id: 'type', name: 'DeviceType', shift: 16, width: 16, value: '0x8000', meaning: 'hardware' },
          { id: 'access', name: 'Access', shift: 14, width: 2, value: 'READ, WRITE', meaning: 'fault' },
          { id: 'function', name: 'Function', shift: 2, width: 12, value: '0x800', meaning: 'irp' },
          { id: 'method', name: 'Method', shift: 0, width: 2, value: 'BUFFERED', meaning: 'kernel' },
        ]}
      />
    </>
  );
}
