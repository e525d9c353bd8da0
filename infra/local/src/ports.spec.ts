import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { defaultPorts, fixedPorts, freePorts, portNames, portVariable, requireFreePorts } from './ports';

describe('ports', () => {
  it('are the documented ones unless the environment says otherwise', () => {
    expect(fixedPorts({})).toEqual(defaultPorts);
    expect(fixedPorts({ DENGKE_PORT_TEMPORAL_UI: '9001' })).toEqual({ ...defaultPorts, temporalUi: 9001 });
  });

  it.each(['0', '65536', 'eighty', '80.5'])('%s is no port', (value) => {
    expect(() => fixedPorts({ DENGKE_PORT_GATEWAY: value })).toThrow('DENGKE_PORT_GATEWAY');
  });

  it('names a taken port, what wanted it and the variable that moves it', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    try {
      const ports = { ...(await freePorts()), notifications: port };

      await expect(requireFreePorts(ports, portNames)).rejects.toThrow(
        `Port ${port} is taken; notifications wanted it. Choose another with DENGKE_PORT_NOTIFICATIONS=<port>.`,
      );
      await expect(requireFreePorts(ports, ['gateway'])).resolves.toBeUndefined();
    } finally {
      squatter.close();
    }
  });

  it('refuses one port for two parts', async () => {
    const ports = await freePorts();

    await expect(requireFreePorts({ ...ports, mail: ports.smtp }, ['mail', 'smtp'])).rejects.toThrow(portVariable('mail'));
  });

  it('when free are all different', async () => {
    const ports = Object.values(await freePorts());

    expect(new Set(ports).size).toBe(portNames.length);
  });
});
