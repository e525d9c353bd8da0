/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { Export } from './export';
import { TableBox } from './table-box';
import { workbookOf } from './xlsx';
import type { Row } from './xlsx';

jest.mock('./xlsx', () => ({ workbookOf: jest.fn(() => Promise.resolve([])) }));

const written = () => jest.mocked(workbookOf).mock.calls.map(([name, rows]): [string, readonly Row[]] => [name, rows]);

async function pressed(): Promise<void> {
  const [button] = await screen.findAllByRole('button', { name: /^导出 xlsx：/ });
  const saved = new Promise<string>((told) => {
    HTMLAnchorElement.prototype.click = function click() {
      told(this.download);
    };
  });
  await act(async () => {
    fireEvent.click(button ?? document.body);
    expect(await saved).toBe('某清单 2026-11-30.xlsx');
  });
}

const houseSays = (mark: string | null): void => {
  globalThis.fetch = () =>
    Promise.resolve(Response.json({ training: mark !== null, mark }, { headers: { date: 'Sun, 29 Nov 2026 17:00:00 GMT' } }));
};

describe('a list that is exported', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell'], 'zh');
    await i18next.changeLanguage('zh');
    Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined });
  });
  beforeEach(() => {
    jest.mocked(workbookOf).mockClear();
    houseSays(null);
  });

  it('is asked for whole when the button is pressed, and what a spreadsheet would take for a formula is text', async () => {
    const lines = jest.fn(() =>
      Promise.resolve([
        { name: '=1+1', count: 2 },
        { name: '某项', count: -3 },
      ]),
    );
    render(
      <Export
        list="某清单"
        columns={[
          ['名称', ({ name }) => name],
          ['数量', ({ count }) => count],
        ]}
        lines={lines}
      />,
    );
    expect(lines).not.toHaveBeenCalled();

    await pressed();

    expect(written()).toEqual([
      [
        '某清单',
        [
          ['名称', '数量'],
          ["'=1+1", 2],
          ['某项', -3],
        ],
      ],
    ]);
  });

  it('says in a house where people practise that it is an exercise', async () => {
    houseSays('培训演练 不作凭证');
    render(<Export list="某清单" columns={[['名称', (name: string) => name]]} lines={() => ['某项']} />);

    await pressed();

    expect(written()[0]?.[1].at(-1)).toEqual(['培训演练 不作凭证']);
  });

  it('is not made where that is not known', async () => {
    globalThis.fetch = () => Promise.resolve(Response.json({ code: 'NOT_FOUND' }, { status: 404 }));
    render(<Export list="某清单" columns={[['名称', (name: string) => name]]} lines={() => ['某项']} />);

    fireEvent.click(screen.getByRole('button'));
    await screen.findByRole('alert');

    expect(written()).toEqual([]);
  });

  it('of a table says what stands in it, but not what one does with a line', async () => {
    render(
      <TableBox label="某清单">
        <thead>
          <tr>
            <th>名称</th>
            <th className="number">件数</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th>
              <a href="/somewhere">某项</a>
              <div className="hint">2026-000001</div>
              <button type="button">催办</button>
            </th>
            <td className="number">12</td>
          </tr>
        </tbody>
      </TableBox>,
    );

    await pressed();

    expect(written()).toEqual([
      [
        '某清单',
        [
          ['名称', '件数'],
          ['某项 2026-000001', 12],
        ],
      ],
    ]);
  });
});
