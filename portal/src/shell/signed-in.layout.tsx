import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import enUS from 'antd/locale/en_US';
import type { ThemeConfig } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../account/session';
import { FirstVisit } from './first-visit';
import '../shared/office.css';

const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorError: '#a8271e',
    colorSuccess: '#1f7a43',
    colorWarning: '#8a5a00',
    colorText: '#1f2937',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5b6472',
    colorTextDescription: '#5b6472',
    colorTextPlaceholder: '#6b7280',
    colorBorder: '#8b95a3',
    colorBorderSecondary: '#d9dee5',
    borderRadius: 6,
    fontSize: 15,
    controlHeight: 38,
    fontFamily: 'var(--font)',
  },
};

/** What is remembered belongs to one position. The client asks again by itself where that helps, so queries do not. */
const newQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000, networkMode: 'always' } } });

/** Ant Design, in the portal's look and the reader's language. */
export function SignedInLayout(): React.JSX.Element {
  const { i18n } = useTranslation();
  const { position } = useMe();
  const client = useMemo(() => newQueries(), [position.id]);
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App component={false}>
        <QueryClientProvider client={client}>
          <FirstVisit key={`first ${position.id}`} />
          <Outlet key={position.id} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
