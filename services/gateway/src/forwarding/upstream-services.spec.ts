import { routeNameOf } from './upstream-services';

describe('the name under which a forwarded request is logged', () => {
  it.each([
    ['/api/v1/submissions?late=true', '/api/v1/submissions'],
    ['/api/v1/submissions/2023-000017', '/api/v1/submissions/*'],
    ['/api/v1/submissions/2023-000017/return-report', '/api/v1/submissions/*/return-report'],
    ['/api/v1/drafts/0190a1b2/evidence/0190a1b3/file', '/api/v1/drafts/*/evidence'],
    ['/api/v1/second-factor/passkeys/Zm9vYmFy', '/api/v1/second-factor/*/*'],
    ['/api/v1/people/%E5%BC%A0%E4%B8%89/unmask', '/api/v1/people/*/unmask'],
    ['/api/v1/13900000000', '/api/v1/*'],
  ])('of %s is %s', (url, name) => {
    expect(routeNameOf(url)).toBe(name);
  });
});
