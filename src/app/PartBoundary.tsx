/** A net under one part of the page: when it falls, that part says so, and the rest goes on working. */
import { Component, type ReactNode } from 'react'

interface PartBoundaryProps {
  /** "The details", as it stands at the head of a sentence. */
  readonly part: string
  /** When this changes the part is tried again. */
  readonly resetKey: string
  /** The way out, where the part itself holds it. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

interface PartBoundaryState {
  readonly error: unknown
  readonly resetKey: string
}

export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<PartBoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps(
    props: PartBoundaryProps,
    state: PartBoundaryState,
  ): Partial<PartBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const { error } = this.state
    const reason = error instanceof Error ? error.message : JSON.stringify(error)
    return (
      <div className="part-fault" role="alert">
        <p>
          <strong>{this.props.part} could not be shown.</strong> The rest of the page still works, and your
          filters are kept.
        </p>
        <p className="part-fault-reason">{reason}</p>
        <p>
          <button type="button" className="frame-button" onClick={() => this.setState({ error: null })}>
            Try again
          </button>{' '}
          {this.props.onClose !== undefined && (
            <button type="button" className="frame-button" onClick={this.props.onClose}>
              Close
            </button>
          )}
        </p>
      </div>
    )
  }
}
