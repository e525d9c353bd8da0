/** @jest-environment ./portal/testing/dom-environment.cjs */
import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { ProblemError } from '../api/problem';
import { beginMessages, needMessages } from '../messages/messages';
import { Refusal } from './refusal';

const refused = (details: object) =>
  new ProblemError({ status: 422, code: 'INVALID_INPUT', traceId: '', details: details as Record<string, unknown> });
const linesOf = (error: ProblemError, labels: Record<string, string> = {}): string[] => {
  const { unmount } = render(<Refusal error={error} labels={labels} />);
  const lines = screen.queryAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  unmount();
  return lines;
};

describe('a refusal', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });

  it('names each field as the form does, and of a list which row', () => {
    const fields = [
      { field: 'form.contactPhone', label: '联系电话', reason: 'matches', sentence: '格式不正确' },
      { field: 'changes.units[1].uscc', label: '完成单位统一社会信用代码', reason: 'uscc' },
      { field: 'completers.2', label: '完成人', reason: 'disputed' },
    ];
    expect(linesOf(refused({ fields }))).toEqual([
      '联系电话：格式不正确',
      '完成单位统一社会信用代码（第 2 项）：统一社会信用代码应为18位数字或规定的大写字母',
      '完成人（第 3 项）：署名有异议，尚未答复',
    ]);
  });

  it('calls a field as its page does where that has another word for it', () => {
    expect(linesOf(refused({ fields: [{ field: 'login', label: '用户名', reason: 'matches' }] }), { login: '登录名' })).toEqual([
      '登录名：格式不正确',
    ]);
  });

  it('of one field alone names that', () => {
    expect(linesOf(refused({ field: 'summary', label: '成果简介', rule: 'P20' }))).toEqual(['成果简介']);
    expect(linesOf(refused({ rule: 'P27' }))).toEqual([]);
  });
});
