/** A list of facts (facts.ts) as fields: values that stand for something of the machine are references, changed ones are marked. */
import { memo } from 'react';
import { Ref } from '../../design/Ref';
import { Field, StatusText } from '../../design/Tags';
import { CodeRef } from './CodeRef';
import type { Fact } from './facts';

export const Facts = memo(function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((one) => (
        <Field key={one.key} name={one.name} changed={one.changed}>
          <FactValue fact={one} />
          {one.note && <span className="facts-note"> {one.note}</span>}
        </Field>
      ))}
    </dl>
  );
});

function FactValue({ fact: { text, subject, isCode, status } }: { readonly fact: Fact }) {
  if (isCode) return <CodeRef text={text} />;
  const shown = status ? <StatusText status={status} /> : text;
  return subject ? <Ref subject={subject}>{shown}</Ref> : shown;
}
