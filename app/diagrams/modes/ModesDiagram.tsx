/**
 * The modes: a strip for each CPU around the shown instant with mode, thread and IRQL; below it what the latest switch of the shown thread into the kernel
 * (SYSCALL, an exception, an interrupt) and the way back did to its registers and stacks, read from the machine right before and right after.
 */
import { scaleLinear } from 'd3-scale';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { memo, useMemo } from 'react';
import { move, seekInstant } from '../../client/moves';
import { Button } from '../../design/Button';
import { EmptyState } from '../../design/EmptyState';
import { Glyph, MEANING_LABELS } from '../../design/Glyph';
import { AddressRef } from '../../design/Ref';
import { ThreadTag } from '../../design/Tags';
import { Term } from '../../design/Term';
import { useLab } from '../../store/lab';
import { count } from '../../words/numbers';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { NothingShown } from '../shared/NothingShown';
import type { CpuStrip, Window } from './strip';
import type { CallFacts, StackPicture, SwitchFacts } from './switch';
import { modesLines, noteOf, shortValue, stateOf, titleOf } from './twin';
import { useLastEntry, useStrip } from './use-modes';
import './modes.css';

const LENGTHS = [200, 1000, 5000, 25_000, 125_000, 1_000_000];
const DEFAULT_LENGTH = 5000;

export default function ModesDiagram() {
  const shown = useLab((state) => state.shown?.at.instant);
  const tid = useLab((state) => state.shown?.tid || state.situation?.request?.tid || 0);
  const [chosen, choose] = useChoice<number>('modes.window');
  const length = chosen ?? DEFAULT_LENGTH;
  const strip = useStrip(shown ?? 0, length);
  const { facts, isAsking } = useLastEntry(tid, shown ?? 0);
  const text = useMemo(() => modesLines(strip?.strips ?? [], facts, shown ?? 0), [strip, facts, shown]);
  if (shown === undefined) return <NothingShown what="What each CPU does" />;
  return (
    <DiagramFrame title="Modes" text={text} controls={<Zoom length={length} onChoose={choose} />}>
      <div className="modes">
        {strip && <Strips strips={strip.strips} window={strip.window} shown={shown} />}
        {facts ? <Call facts={facts} shown={shown} /> : <NoCall tid={tid} isAsking={isAsking} />}
      </div>
    </DiagramFrame>
  );
}

function Zoom({ length, onChoose }: { readonly length: number; readonly onChoose: (length: number) => void }) {
  const index = LENGTHS.indexOf(length);
  const go = (to: number) => LENGTHS[to] !== undefined && onChoose(LENGTHS[to]);
  return (
    <span className="button-row is-tight">
      <Button
        label="Show fewer instructions"
        icon={<ZoomIn size={15} aria-hidden="true" />}
        {...{ iconOnly: true, look: 'quiet', size: 'small', unavailable: index === 0 }}
        onClick={() => go(index - 1)}
      />
      <Button
        label="Show more instructions"
        icon={<ZoomOut size={15} aria-hidden="true" />}
        {...{ iconOnly: true, look: 'quiet', size: 'small', unavailable: index === LENGTHS.length - 1 }}
        onClick={() => go(index + 1)}
      />
    </span>
  );
}

interface StripsProps {
  readonly strips: readonly CpuStrip[];
  readonly window: Window;
  readonly shown: number;
}

const TICKS = 4;
const HIGHEST_IRQL = 15;
/** In percent: a piece that is narrower is drawn, but cannot be pressed. */
const NARROWEST = 2;

const Strips = memo(function Strips({ strips, window, shown }: StripsProps) {
  const x = scaleLinear([window.from, window.to], [0, 100]);
  const place = (from: number, to: number) => ({ left: `${x(from)}%`, width: `${x(to) - x(from)}%` });
  return (
    <div className="modes-strips">
      {strips.map(({ cpu, pieces, irqls, irql, isCurrent }) => (
        <section key={cpu} className={isCurrent ? 'modes-cpu is-current' : 'modes-cpu'} aria-label={`CPU ${cpu}`}>
          <span className="modes-cpu-name">
            CPU {cpu}
            <span className="modes-irql-now">{irql.replace('_LEVEL', '')}</span>
          </span>
          <div className="modes-lane">
            {pieces.map(({ key, from, to, state, who, isNow, mixed }) => {
              const width = x(to) - x(from);
              const label = `${MEANING_LABELS[state]}${who ? `, ${who}` : ''}`;
              const className = `modes-piece is-${state}${isNow ? ' is-now' : ''}${mixed ? ' is-mixed' : ''}`;
              if (width < NARROWEST) return <i key={key} className={className} style={place(from, to)} title={label} />;
              return (
                <button
                  key={key}
                  type="button"
                  className={className}
                  style={place(from, to)}
                  title={`${label}, from instant ${from.toLocaleString('en')}${mixed ? ' (and shorter pieces)' : ''}`}
                  aria-label={`${label}, from instant ${count(from)}`}
                  aria-current={isNow ? 'step' : undefined}
                  onClick={() => void seekInstant(from)}
                >
                  <Glyph meaning={state} />
                  <span className="modes-piece-text">{who || MEANING_LABELS[state]}</span>
                </button>
              );
            })}
          </div>
          <div className="modes-irqls" aria-hidden="true">
            {irqls.map((piece) => (
              <i
                key={piece.key}
                className={piece.irql >= 2 ? 'modes-irql is-high' : 'modes-irql'}
                style={{ ...place(piece.from, piece.to), height: `${12 + (88 * piece.irql) / HIGHEST_IRQL}%` }}
                title={`IRQL ${piece.irql}`}
              >
                {x(piece.to) - x(piece.from) > 4 && piece.irql > 0 ? piece.irql : ''}
              </i>
            ))}
          </div>
        </section>
      ))}
      <div className="modes-axis" aria-hidden="true">
        {x.ticks(TICKS).map((tick) => (
          <span key={tick} style={{ left: `${x(tick)}%` }}>
            {tick.toLocaleString('en')}
          </span>
        ))}
      </div>
      <div className="modes-here-box" aria-hidden="true">
        <i className="modes-here" style={{ left: `${Math.max(0, Math.min(100, x(shown)))}%` }} />
      </div>
    </div>
  );
});

function NoCall({ tid, isAsking }: { readonly tid: number; readonly isAsking: boolean }) {
  if (isAsking) return <EmptyState title="Looking for the last switch into the kernel" />;
  const next = () =>
    void move(
      { motion: { kind: 'event', events: ['mode'], match: 'kernel' }, direction: 'forward' },
      'to the next mode switch',
    );
  return (
    <EmptyState
      title={tid === 0 ? 'No thread runs here.' : `Thread ${tid} has not come into the kernel from user mode yet.`}
      action={<Button label="Go to the next mode switch" onClick={next} />}
    >
      Here stand the registers right before and right after a switch: a system call, an exception or an interrupt.
    </EmptyState>
  );
}

const Call = memo(function Call({ facts, shown }: { readonly facts: CallFacts; readonly shown: number }) {
  const { place, enter, leave, trapFrame, service, stacks } = facts;
  const isBack = leave !== undefined && shown >= leave.after;
  return (
    <div className="modes-call">
      <p className="modes-call-head">
        {place.why !== 'system call' && <Glyph meaning={place.why === 'exception' ? 'fault' : 'interrupt'} />}
        <strong>{titleOf(place)}</strong> <ThreadTag tid={place.tid} />{' '}
        <span className="modes-muted">{stateOf(place, isBack)}</span>
      </p>
      {place.cause && <p className="modes-cause">{place.cause}</p>}
      <Switch facts={enter} shown={shown} />
      <div className="modes-between">
        {service && (
          <p>
            <Term name="Service table">Service table</Term>: number {service.number} <span aria-hidden="true">→</span>{' '}
            {service.name} <span aria-hidden="true">→</span> <code>{service.routine.replace(/^0x\w+ /, '')}</code>,{' '}
            {service.args} arguments
          </p>
        )}
        <div className="modes-stacks">
          {stacks.map((stack) => (
            <Stack key={stack.name} stack={stack} frame={stack.isInUse ? trapFrame.address : ''} />
          ))}
        </div>
        <details className="modes-frame">
          <summary>Trap frame at {shortValue(trapFrame.address)}: what is kept of user mode</summary>
          <dl>
            {trapFrame.fields.map(({ name, value, about }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {shortValue(value)} <span className="modes-muted">{about}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      {leave ? (
        <Switch facts={leave} shown={shown} />
      ) : (
        <p className="modes-muted">The way back has not come yet, as far as is recorded.</p>
      )}
      <p className="modes-muted">{noteOf(place)}</p>
    </div>
  );
});

function Switch({ facts, shown }: { readonly facts: SwitchFacts; readonly shown: number }) {
  const { kind, before, after, rows } = facts;
  const isDown = kind !== 'SYSRET' && kind !== 'return';
  const isLater = shown < after;
  return (
    <section className={isLater ? 'modes-switch is-later' : 'modes-switch'} aria-label={kind}>
      <p className="modes-switch-head">
        <SwitchName kind={kind} />
        <button type="button" className="modes-side" onClick={() => void seekInstant(before)}>
          <Glyph meaning={isDown ? 'user' : 'kernel'} /> before: {before.toLocaleString('en')}
        </button>
        <button type="button" className="modes-side" onClick={() => void seekInstant(after)}>
          <Glyph meaning={isDown ? 'kernel' : 'user'} /> after: {after.toLocaleString('en')}
        </button>
        {isLater && <span className="modes-muted">not yet</span>}
      </p>
      <table className="modes-registers">
        <thead>
          <tr>
            <th scope="col">register</th>
            <th scope="col">before</th>
            <th scope="col">after</th>
            <th scope="col" className="modes-about">
              what it is
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before: old, after: now, beforeNote, afterNote, changed, about }) => (
            <tr key={name} className={changed ? 'is-other' : undefined}>
              <th scope="row">{name}</th>
              <td>
                <Value name={name} value={old} note={beforeNote} />
              </td>
              <td>
                {changed ? (
                  <Value name={name} value={now} note={afterNote} />
                ) : (
                  <span className="modes-muted">the same</span>
                )}
              </td>
              <td className="modes-about">{about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const SWITCH_TERMS: Readonly<Record<SwitchFacts['kind'], readonly [term: string, text: string]>> = {
  SYSCALL: ['SYSCALL and SYSRET', 'SYSCALL'],
  SYSRET: ['SYSCALL and SYSRET', 'SYSRET'],
  exception: ['Exception', 'Exception'],
  interrupt: ['Interrupt', 'Interrupt'],
  return: ['Trap frame', 'Return'],
};

function SwitchName({ kind }: { readonly kind: SwitchFacts['kind'] }) {
  const [term, text] = SWITCH_TERMS[kind];
  return <Term name={term}>{text}</Term>;
}

interface ValueProps {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

function Value({ name, value, note }: ValueProps) {
  if (!value.startsWith('0x')) return value;
  // CR3 is a physical address.
  const isAddress = BigInt(value) > 0xffffn && name !== 'CR3';
  return isAddress ? <AddressRef address={value} name={note || undefined} /> : shortValue(value);
}

function Stack({ stack, frame }: { readonly stack: StackPicture; readonly frame: string }) {
  const { name, limit, base, pointer, frames, isInUse } = stack;
  return (
    <section className={`modes-stack is-${isInUse ? 'kernel' : 'user'}`} aria-label={name}>
      <h4>
        <Glyph meaning={isInUse ? 'kernel' : 'user'} /> {name}
      </h4>
      <p className="modes-muted">{base ? `top ${shortValue(base)}` : `reserved from ${shortValue(limit)} up`}</p>
      {frame && (
        <p className="modes-slot">
          trap frame <AddressRef address={frame} />
        </p>
      )}
      {[...frames].reverse().map((text, i) => (
        <p key={i} className="modes-slot">
          {text}
        </p>
      ))}
      <p className="modes-pointer">
        <span aria-hidden="true">▸</span> RSP <AddressRef address={pointer} />{' '}
        <span className="modes-muted">{isInUse ? 'in use' : 'kept in the trap frame'}</span>
      </p>
    </section>
  );
}
