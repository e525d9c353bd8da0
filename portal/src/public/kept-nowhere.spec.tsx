/** @jest-environment ./portal/testing/dom-environment.cjs */
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { ApplyPage } from './apply.page';
import { ApplyOrganiserPage } from './apply-organiser.page';
import { ObjectionForm } from './objection-form';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: React.ReactNode }) => children }));

/** Of each form: what is there again after a reload, and what no browser keeps. */
const forms = {
  'an objection': {
    page: <ObjectionForm serial="2023-000017" />,
    again: ['事实与理由'],
    never: ['真实姓名', '联系方式'],
  },
  'an application for a login': { page: <ApplyPage />, again: ['单位名称'], never: ['姓名', '手机', '电子邮箱'] },
  'an application to be an organiser': {
    page: <ApplyOrganiserPage />,
    again: ['组织管理部门', '地址'],
    never: ['提名单位法定代表人', '姓名', '手机', '电子邮箱'],
  },
};
const boxesOf = (label: string) => screen.getAllByLabelText<HTMLInputElement>(new RegExp(`^${label}`));

describe('what somebody without a login has half filled in', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'visitors', 'applying', 'kept'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => sessionStorage.clear());

  it.each(Object.entries(forms))('%s is there again but for who it is and how to reach him', (_, { page, again, never }) => {
    const { unmount } = render(page);
    again.forEach((label) => boxesOf(label).forEach((box) => fireEvent.change(box, { target: { value: `再见${label}` } })));
    never.forEach((label) => boxesOf(label).forEach((box, number) => fireEvent.change(box, { target: { value: `私${label}${number}` } })));
    unmount();
    render(page);

    expect(screen.getByText(/内容已恢复/)).toBeTruthy();
    expect(again.map((label) => boxesOf(label).map(({ value }) => value))).toEqual(again.map((label) => [`再见${label}`]));
    expect(never.flatMap((label) => boxesOf(label).map(({ value }) => value)).join('')).toBe('');
    expect(JSON.stringify([sessionStorage, localStorage])).not.toContain('私');
  });
});
