/**
 * One subject of the inspector: its sheet, and what can be asked about it. An address is looked through to what begins there. What changed since the stop
 * before is marked.
 */
import { GitCompare, Layers, Pin, PinOff } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { ViewQueryOf, ViewResult } from '../../kernel-sim/protocol/views';
import { Button } from '../design/Button';
import { Glyph } from '../design/Glyph';
import { placeIn, showCode } from '../store/code-places';
import { showDebug } from '../store/layout';
import { inspect, isSame, type Subject, togglePin, useSelection } from '../store/selection';
import { useView, type Viewed } from '../store/views';
import { isNull } from '../words/addresses';
import { sentence } from '../words/sentence';
import { Bytes } from './Bytes';
import { Compare } from './Compare';
import { Expression } from './Expression';
import { Fields } from './Fields';
import { lookAtThread } from './focus';
import { IoctlBits } from './IoctlBits';
import { addressOf, meaningOf, queryOf, sheetOf, structureOf, subjectAt, titleOf } from './inspected';
import { Fold } from './parts';
import { References } from './References';
import { SheetView } from './SheetView';
import { Story } from './SubjectStory';
import { changedRows, type Sheet } from './sheet';
import { Translation } from './Translation';

/** What an address leads to, and its view at the shown instant. */
function useSubject(subject: Subject) {
  const address = subject.kind === 'address' ? subject.address : undefined;
  const here = address === undefined ? undefined : { address };
  const place = useView(here && { kind: 'address', ...here });
  const object = useView(here && { kind: 'object', ...here });
  const irp = useView(here && { kind: 'irp', ...here });
  const found =
    address === undefined ? subject : subjectAt(address, { object: object.now, irp: irp.now, address: place.now });
  // A view of any kind: which one it is, the sheet finds out by the subject.
  const query = queryOf(found) as ViewQueryOf<'address'> | undefined;
  const { now, before }: Viewed<'address'> = useView(query);
  const about = place.now && !('problem' in place.now) && found.kind !== 'address' ? place.now.text : '';
  return { found, about, now: now as Any, before: before as Any };
}

type Any = ViewResult['record'] | undefined;

function useSheet(
  found: Subject,
  now: Any,
  before: Any,
): { readonly sheet: Sheet | undefined; readonly changed: ReadonlySet<string> } {
  return useMemo(() => {
    const sheet = sheetOf(found, now);
    const isComparable = before && !('problem' in before);
    return {
      sheet,
      changed: sheet ? changedRows(sheet, isComparable ? sheetOf(found, before) : undefined) : new Set(),
    };
  }, [found, now, before]);
}

export function SubjectCard({ subject }: { readonly subject: Subject }) {
  const { found, about, now, before } = useSubject(subject);
  const { sheet, changed } = useSheet(found, now, before);
  const [isComparing, setComparing] = useState(false);
  if (subject.kind === 'expression')
    return <Expression subject={subject} head={<Head subject={subject} record={now} />} />;
  const address = addressOf(found, now);
  const structure = structureOf(found, now);
  const hasPlace = address !== undefined && !isNull(address);
  return (
    <article className="inspector-card">
      <Head subject={found} pinAs={subject} record={now}>
        {queryOf(found) && (
          <Button
            label="Compare"
            icon={<GitCompare size={14} aria-hidden="true" />}
            size="small"
            pressed={isComparing}
            tip="Beside how it was at another instant"
            onClick={() => setComparing(!isComparing)}
          />
        )}
      </Head>
      {about !== '' && <p className="inspector-about">{sentence(about)}</p>}
      {isComparing ? (
        <Compare subject={found} now={sheet} />
      ) : (
        <>
          {found.kind === 'ioctl' && <IoctlBits code={found.code} />}
          {sheet ? <SheetView sheet={sheet} changed={changed} /> : <p className="debug-empty">…</p>}
          {now && 'symbol' in now && <SourceButton symbol={String(now.symbol)} />}
          <Fold id="inspector-history" title="History" isOpenFirst={false} note="who made it, what happened to it">
            <Story subject={found} address={hasPlace ? address : undefined} />
          </Fold>
          {hasPlace && structure && (
            <Fold id="inspector-fields" title={`Fields of ${structure}`} isOpenFirst={false} note="who wrote each last">
              <Fields structure={structure} address={address} />
            </Fold>
          )}
          {hasPlace && (
            <>
              <Fold id="inspector-references" title="Referenced by" isOpenFirst={false}>
                <References address={address} />
              </Fold>
              <Fold id="inspector-bytes" title="Bytes" isOpenFirst={found.kind === 'address'}>
                <Bytes address={address} />
              </Fold>
              <Fold id="inspector-translation" title="Translation to physical memory" isOpenFirst={false}>
                <Translation address={address} />
              </Fold>
            </>
          )}
        </>
      )}
    </article>
  );
}

/** An address of code leads to the line that it was made of. */
function SourceButton({ symbol }: { readonly symbol: string }) {
  const place = placeIn(symbol);
  if (!place) return null;
  const { file, line } = place;
  return (
    <p className="inspector-about">
      <Button label={`Show ${file}, line ${line}`} size="small" onClick={() => showCode(place)} />
    </p>
  );
}

/** Kept in view while other things are inspected: what matters of it, live. */
export function PinnedCard({ subject }: { readonly subject: Subject }) {
  const { found, now, before } = useSubject(subject);
  const { sheet, changed } = useSheet(found, now, before);
  if (subject.kind === 'expression')
    return <Expression subject={subject} isPinned head={<Head subject={subject} record={now} isPinned />} />;
  const first: Sheet | undefined = sheet && { ...sheet, sections: sheet.sections.slice(0, 1) };
  return (
    <article className="inspector-card is-pinned">
      <Head subject={found} pinAs={subject} record={now} isPinned />
      {first ? <SheetView sheet={first} changed={changed} /> : <p className="debug-empty">…</p>}
    </article>
  );
}

interface HeadProps {
  readonly subject: Subject;
  /** What the learner chose, which may be the address of it. */
  readonly pinAs?: Subject;
  readonly record: Any;
  readonly isPinned?: boolean;
  readonly children?: ReactNode;
}

function Head({ subject, pinAs = subject, record, isPinned: isAbove = false, children }: HeadProps) {
  const isPinned = useSelection(({ pinned }) => pinned.some((one) => isSame(one, pinAs)));
  const { what, which } = titleOf(subject, record);
  const tid = subject.kind === 'thread' && record && 'tid' in record ? Number(record.tid) : undefined;
  return (
    <header className="inspector-head">
      <Glyph meaning={meaningOf(subject)} />
      <h3>
        {what} <span className="inspector-which">{which}</span>
      </h3>
      {tid !== undefined && !isAbove && (
        <Button
          label="Its stack"
          icon={<Layers size={14} aria-hidden="true" />}
          size="small"
          tip="Shows its call stack and variables"
          onClick={() => {
            lookAtThread(tid);
            showDebug('stack');
          }}
        />
      )}
      {children}
      {isAbove && <Button label="Show all" size="small" onClick={() => inspect(pinAs)} />}
      <Button
        label={isPinned ? 'Unpin' : 'Pin'}
        icon={isPinned ? <PinOff size={14} aria-hidden="true" /> : <Pin size={14} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        pressed={isPinned}
        tip={isPinned ? 'Unpin' : 'Keep it in view, whatever else is inspected'}
        onClick={() => togglePin(pinAs)}
      />
    </header>
  );
}
