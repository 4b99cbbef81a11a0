/**
 * Keeps a failure to the part of the page that failed: a defect of ours there must take neither the learner's files nor the other parts with it. Says
 * so, and offers to show the part anew.
 */
import { Component, type ReactNode, Suspense } from 'react';
import { Button } from './Button';

interface Props {
  /** What the part is called: `the diagram`. */
  readonly name: string;
  readonly children: ReactNode;
}

export class Boundary extends Component<Props, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    // A Suspense of its own: what index.html already shows comes alive part by part, not in one long task.
    if (!error) return <Suspense>{this.props.children}</Suspense>;
    return (
      <div className="empty" role="alert">
        <p className="empty-title">This part of the page has failed: {this.props.name}.</p>
        <p className="empty-text">It is our defect, not yours. Your files are safe. {error.message}</p>
        <Button label="Show it again" onClick={() => this.setState({ error: undefined })} />
      </div>
    );
  }
}
