import { useQuery } from '@tanstack/react-query';
import type { InputProps } from './field-input';
import type { FieldKind } from './form-schema';
import { codeListQuery } from './form-schema';

/** Each entry to be ticked by itself, as a declaration is: nobody declares five things with one press. */
export function TicksInput({ path, kind, value, change, about }: InputProps<Extract<FieldKind, { is: 'codes' }>>): React.JSX.Element {
  const { data } = useQuery(codeListQuery(kind.list));
  const ticked = Array.isArray(value) ? (value as string[]) : [];
  const toggle = (code: string): void => {
    const next = ticked.includes(code) ? ticked.filter((one) => one !== code) : [...ticked, code];
    change(next.length === 0 ? undefined : next);
  };
  return (
    <div className="ticks" role="group" id={`field-${path}`} tabIndex={-1} aria-labelledby={`label-${path}`} aria-describedby={about}>
      {(data?.entries ?? []).map(({ code, name }) => (
        <label key={code} className="tick">
          <input type="checkbox" checked={ticked.includes(code)} onChange={() => toggle(code)} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
