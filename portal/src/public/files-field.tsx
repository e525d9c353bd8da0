import { useId } from 'react';
import { useTranslation } from '../messages/use-translation';
import { bytesOf } from '../shared/bytes';

interface Props {
  label: string;
  hint: string;
  files: readonly File[];
  most: number;
  isRequired?: boolean;
  choose: (files: File[]) => void;
}

/** Chooses files, says which they are, and lets go of one again. */
export function FilesField({ label, hint, files, most, isRequired = false, choose }: Props): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const id = useId();
  return (
    <div className="files-field">
      <label htmlFor={id}>{label}</label>
      {files.length < most && (
        <input
          id={id}
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
          multiple={most > 1}
          required={isRequired}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            choose([...files, ...(target.files ?? [])].slice(0, most));
            target.value = '';
          }}
        />
      )}
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <ul>
        {files.map((file, index) => (
          <li key={`${file.name} ${file.lastModified}`}>
            {file.name}（{bytesOf(file.size)}）
            <button
              type="button"
              className="plain-button quiet"
              aria-label={t('objection.dropNamed', { name: file.name })}
              onClick={() => choose(files.filter((_, which) => which !== index))}
            >
              {t('objection.drop')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
