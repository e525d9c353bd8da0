import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import enUS from 'antd/locale/en_US';
import type { ThemeConfig } from 'antd';
import { useTranslation } from '../messages/use-translation';

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

/** Around the fields of the registration form, whose controls are Ant Design's, in the portal's look and the reader's language. */
export function AntDesign({ children }: { children: React.ReactNode }): React.JSX.Element {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'en' ? enUS : zhCN}>
      {children}
    </ConfigProvider>
  );
}
