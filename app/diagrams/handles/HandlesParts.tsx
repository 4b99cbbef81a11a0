/** The three columns of the handles diagram: handles, objects, names. */
import { memo, useState } from 'react';
import { Ref } from '../../design/Ref';
import { Term } from '../../design/Term';
import { shortAddress } from '../../words/addresses';
import { hex } from '../../words/numbers';
import { countsText, type HandleRow, type HandlesPicture } from './model';

interface Props {
  readonly picture: HandlesPicture;
}

interface ListProps extends Props {
  readonly showAll: boolean;
  readonly onShowAll: (all: boolean) => void;
}

export const HandleList = memo(function HandleList({ picture, showAll, onShowAll }: ListProps) {
  const { rows, folded, closed, cut, isKernels } = picture;
  return (
    <section className="handles-column" aria-label="Handles">
      <h4 className="section-title">
        <Term name="handle table">Handle table</Term>
      </h4>
      {isKernels && <p className="hint">The table of System is the kernel’s own.</p>}
      <ul className="handles-list">
        {rows.map((row) => (
          <Handle key={row.key} row={row} />
        ))}
        {closed.map((one) => (
          <li key={one} className="handles-closed">
            {one} <span className="badge-word is-plain is-changed">closed</span>
          </li>
        ))}
      </ul>
      {(folded > 0 || showAll) && (
        <button type="button" className="fold-button" aria-expanded={showAll} onClick={() => onShowAll(!showAll)}>
          {folded > 0 && !showAll ? `${folded} more handles` : 'Fewer handles'}
          {folded > 0 && showAll && ` (${folded} are not drawn)`}
        </button>
      )}
      {cut && <p className="hint">{cut}</p>}
    </section>
  );
});

/** Access rights that are seen before the rest is unfolded. */
const FEW_RIGHTS = 2;

function Handle({ row }: { readonly row: HandleRow }) {
  const { key, handle, type, access, mask, attributes, isUsed, isNew, changed, subject } = row;
  const [isOpen, setOpen] = useState(false);
  const rights = isOpen ? access : access.slice(0, FEW_RIGHTS);
  const more = access.length - rights.length;
  return (
    <li className={isUsed ? 'card is-used' : 'card'} data-wire={key}>
      <div className="card-head">
        <Ref subject={subject} changed={changed}>
          {hex(handle)}
        </Ref>
        <span className="card-title">{type}</span>
        {isUsed && <span className="badge-word is-irp">this request</span>}
        {isNew && <span className="badge-word is-plain is-changed">opened</span>}
      </div>
      <div className="handles-rights">
        {access.length === 0 ? hex(mask) : rights.join(', ')}
        {more > 0 && ', '}
        {access.length > FEW_RIGHTS && (
          <button type="button" className="term" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'fewer' : `${more} more rights`}
          </button>
        )}
        {attributes.length > 0 && <span className="card-note"> {attributes.join(', ')}</span>}
      </div>
    </li>
  );
}

export const ObjectList = memo(function ObjectList({ picture }: Props) {
  return (
    <section className="handles-column" aria-label="Objects">
      <h4 className="section-title">
        <Term name="object">Objects</Term>
      </h4>
      <ul className="handles-list">
        {picture.objects.map((one) => (
          <li key={one.key} className={one.isUsed ? 'card is-used' : 'card'} data-wire={one.key}>
            <div className="card-head">
              <Ref subject={one.subject}>{one.type}</Ref>
              <span className="card-note">{shortAddress(one.address)}</span>
            </div>
            <div className="handles-object">
              {one.title && <span className="handles-name">{one.title}</span>}
              <span className={one.changed ? 'card-note is-changed' : 'card-note'}>{countsText(one)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
});

export const NamespaceTree = memo(function NamespaceTree({ picture }: Props) {
  const { tree } = picture;
  return (
    <section className="handles-column" aria-label="Namespace">
      <h4 className="section-title">
        <Term name="object namespace">Namespace</Term>
      </h4>
      {tree.length === 0 && <p className="hint">None of these objects has a name.</p>}
      <ul className="handles-tree">
        {tree.map(({ path, name, type, depth, target, isGoal, subject }) => (
          <li
            key={path}
            className={isGoal ? 'handles-node is-goal' : 'handles-node'}
            style={{ '--depth': depth } as React.CSSProperties}
          >
            <span data-wire={path}>
              <Ref subject={subject}>{name}</Ref>
            </span>
            {target ? (
              <span className="card-note">
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden">link to </span>
                {target}
              </span>
            ) : (
              isGoal && <span className="card-note"> {type}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
});
