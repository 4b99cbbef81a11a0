/**
 * What a control code is typed into: the whole number, or one of its fields. What is typed counts as soon as it can be read; arrow up and down count.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { hex } from '../../words/numbers';
import {
  ACCESSES,
  deviceTypeName,
  LIMITS,
  METHODS,
  type PartId,
  type PartPicture,
  parsedCode,
  parsedPart,
} from './model';

interface TextProps {
  readonly label: string;
  /** As it is shown while nothing is being typed. */
  readonly shown: string;
  readonly read: (text: string) => number | undefined;
  readonly value: number;
  readonly limit: number;
  readonly onValue: (value: number) => void;
  readonly list?: string;
  readonly problem: string;
  readonly className: string;
}

function NumberText({ label, shown, read, value, limit, onValue, list, problem, className }: TextProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const isWrong = draft !== undefined && read(draft) === undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (event.key === 'Escape' || event.key === 'Enter') setDraft(undefined);
    // A list of suggestions has the arrows for itself.
    if (step === 0 || (list !== undefined && !event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    setDraft(undefined);
    onValue(Math.min(limit, Math.max(0, value + step)));
  };
  return (
    <span className={className}>
      <label htmlFor={id} className="ioctl-label">
        {label}
      </label>
      <input
        id={id}
        className="ioctl-input"
        value={draft ?? shown}
        spellCheck={false}
        autoComplete="off"
        list={list}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
        onChange={({ target }) => {
          setDraft(target.value);
          const next = read(target.value);
          if (next !== undefined) onValue(next);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setDraft(undefined)}
      />
      {isWrong && (
        <span id={`${id}-problem`} className="ioctl-problem is-fault">
          {problem}
        </span>
      )}
    </span>
  );
}

export function CodeField({ code, onCode }: { readonly code: number; readonly onCode: (code: number) => void }) {
  return (
    <NumberText
      className="ioctl-field is-code"
      label="Code"
      shown={hex(code, 8)}
      value={code}
      limit={0xffffffff}
      read={(text) => {
        const parsed = parsedCode(text);
        return 'code' in parsed ? parsed.code : undefined;
      }}
      onValue={onCode}
      problem="Write up to 8 hexadecimal digits, or CTL_CODE( ... )."
    />
  );
}

interface PartProps {
  readonly part: PartPicture;
  readonly onValue: (value: number) => void;
}

export function PartField({ part: { id, name, value }, onValue }: PartProps) {
  const selectId = useId();
  if (id === 'access' || id === 'method') {
    const names = id === 'access' ? ACCESSES : METHODS;
    return (
      <span className="ioctl-field">
        <label htmlFor={selectId} className="ioctl-label">
          {name}
        </label>
        <select
          id={selectId}
          className="ioctl-input"
          value={value}
          onChange={({ target }) => onValue(Number(target.value))}
        >
          {names.map((word, i) => (
            <option key={word} value={i}>
              {i}: {word}
            </option>
          ))}
        </select>
      </span>
    );
  }
  return (
    <NumberText
      className="ioctl-field"
      label={name}
      shown={id === 'function' ? hex(value, 3) : deviceTypeName(value)}
      value={value}
      limit={LIMITS[id]}
      read={(text) => parsedPart(id, text)}
      onValue={onValue}
      {...(id === 'deviceType' && { list: 'ioctl-types' })}
      problem={PROBLEMS[id]}
    />
  );
}

const PROBLEMS: Readonly<Record<Exclude<PartId, 'access' | 'method'>, string>> = {
  deviceType: 'A number up to 0xFFFF, or a FILE_DEVICE_ name.',
  function: 'A number up to 0xFFF.',
};
