import './button.css';

interface Props extends React.ComponentProps<'button'> {
  /** What one came for; at most one in a group. */
  primary?: boolean;
  /** What cannot be taken back. */
  danger?: boolean;
  /** Beside a line of a list. */
  small?: boolean;
  /** Without a border, for what is at hand but seldom wanted. */
  quiet?: boolean;
}

/** The button of the office pages. It submits nothing unless it says so. */
export function Button({
  primary = false,
  danger = false,
  small = false,
  quiet = false,
  type = 'button',
  ...rest
}: Props): React.JSX.Element {
  const looks = Object.entries({ primary, danger, small, quiet }).flatMap(([look, has]) => (has ? [look] : []));
  return <button {...rest} type={type} className={['button', ...looks].join(' ')} />;
}
