/** @jest-environment ./portal/testing/dom-environment.cjs */
import { formEditions, schemaOf } from '@dengke/contract/forms';
import type { FormEdition } from '@dengke/contract/forms';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import type { Draft } from './drafts';
import { Edition } from './edition';
import { useEditing } from './use-editing';

const [form2023] = formEditions as [FormEdition];
const applied2023 = schemaOf(form2023, 'applied');
/** Next year’s form, as it might be: no 研究形式, another 成果简介. */
const applied2024 = {
  ...applied2023,
  ...{ id: 'applied-2024', year: 2024 },
  sections: applied2023.sections.map((section) => ({
    ...section,
    fields: section.fields
      .filter(({ key }) => key !== 'researchForm')
      .map((field) => (field.key === 'summary' ? { ...field, kind: { is: 'lines', max: 20 } } : field)),
  })),
};
const form = { category: 'applied', name: '某成果', researchForm: '01' };
const draft = { id: 'draft-1', version: 3, formSchema: 'applied-2023', form, setAside: {} } as unknown as Draft;
const moved = { ...draft, version: 4, formSchema: 'applied-2024', form: { category: 'applied', name: '某成果' } };
const gapsOf = (...missing: { code: string; field: string }[]) => ({ missing, doubtful: [] }) as unknown as Schemas['Gaps'];
const outdated = gapsOf({ code: 'FORM_OUTDATED', field: 'schema.2024' });

/** The editor of a draft, as far as its edition is concerned. */
function Editor({ of = draft, gaps }: { of?: Draft; gaps: Schemas['Gaps'] }): React.JSX.Element {
  const editing = useEditing(of, {});
  return (
    <>
      <output aria-label="version">{editing.state.version}</output>
      <output aria-label="answers">{Object.keys(editing.state.form).join(' ')}</output>
      <Edition draft={of} schema={applied2023} gaps={gaps} editing={editing} />
    </>
  );
}

describe('a draft in another edition of the form than its registration year’s', () => {
  let said: unknown[];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'draft', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    said = [];
    globalThis.fetch = async (input) => {
      const request = input as Request;
      if (request.method === 'PUT') {
        said.push(new URL(request.url).pathname.replace('/api/v1', ''), await request.json());
        return Response.json(moved);
      }
      return Response.json(request.url.includes('form-schemas') ? applied2024 : draft);
    };
  });
  const show = (gaps: Schemas['Gaps'], of?: Draft) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Editor gaps={gaps} {...(of === undefined ? {} : { of })} />
      </QueryClientProvider>,
    );

  it('is moved to that, which says before what it changes, and goes on as it is then', async () => {
    show(outdated);
    const move = await screen.findByRole('button', { name: '转换为 2024 年版' });
    expect(screen.getByText('研究形式（已填写，将另行保存）')).toBeTruthy();
    expect(screen.getByText('成果简介')).toBeTruthy();
    expect(said).toEqual([]);
    fireEvent.click(move);

    await waitFor(() => expect(screen.getByLabelText('version').textContent).toBe('4'));
    expect(screen.getByLabelText('answers').textContent).toBe('category name');
    expect(said).toEqual(['/drafts/draft-1/schema', { version: 3, year: 2024 }]);
  });

  it('is offered nothing where it is of the right one, and told what is kept aside', () => {
    show(gapsOf({ code: 'FORM_INCOMPLETE', field: 'name' }), { ...draft, setAside: { researchForm: '01' } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/另一版本或另一类别.*研究形式/)).toBeTruthy();
  });
});
