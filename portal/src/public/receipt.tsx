import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from '../messages/use-translation';

interface Props {
  /** What became of it, as a claim or as what is wrong with it. */
  said: { words: string; isWell: boolean };
  /** What one asks with, and what it is called: number and, shown this once, secret. */
  numbers: readonly { name: string; value: string | undefined }[];
  /** How to keep it. */
  keep: string;
  /** Where one asks. */
  standing: { to: '/apply/standing' | '/objection-standing'; words: string };
  children?: React.ReactNode;
}

/** What a sender without an account must keep, to ask with it later on. */
export function Receipt({ said, numbers, keep, standing, children }: Props): React.JSX.Element {
  const { t } = useTranslation('shell');
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} tabIndex={-1} className="plain-form">
      <p className={said.isWell ? 'well' : 'trouble'} role="status">
        {said.words}
      </p>
      {children}
      <dl className="facts-list">
        {numbers.map(
          ({ name, value }) =>
            value !== undefined && (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>
                  <code className="secret">{value}</code>
                </dd>
              </Fragment>
            ),
        )}
      </dl>
      <p className="hint">{keep}</p>
      <p className="no-print">
        <button type="button" className="plain-button quiet" onClick={() => window.print()}>
          {t('print')}
        </button>{' '}
        <Link to={standing.to}>{standing.words}</Link>
      </p>
    </div>
  );
}
