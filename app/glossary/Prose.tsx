/**
 * Text whose kernel terms explain themselves: each is marked where it comes first, and tells its meaning when it is asked. Until the glossary is
 * loaded, which no text waits for, it is plain text.
 */
import { Fragment, useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { Term } from '../design/Term';
import { type FindTerms, piecesOf } from './pieces';

const useFinder = create<{ readonly find: FindTerms | undefined }>(() => ({ find: undefined }));
let isAsked = false;

/** Finds terms in texts; undefined until the glossary is loaded. */
export function useTermFinder(): FindTerms | undefined {
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    import('./find').then(({ termsIn }) => useFinder.setState({ find: termsIn }));
  }, []);
  return useFinder((state) => state.find);
}

interface Props {
  readonly text: string;
  /** Ids of terms that the reader has met before this text: they are plain (`toldBefore` in pieces.ts). */
  readonly told?: ReadonlySet<string> | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();

export function Prose({ text, told = NOTHING }: Props) {
  const find = useTermFinder();
  const pieces = useMemo(() => (find ? piecesOf(text, find, told) : [text]), [text, find, told]);
  return pieces.map((piece, i) =>
    typeof piece === 'string' ? (
      <Fragment key={i}>{piece}</Fragment>
    ) : (
      <Term key={i} name={piece.term}>
        {piece.text}
      </Term>
    ),
  );
}
