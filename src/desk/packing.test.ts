import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openPacker, packingFor } from './packing.ts'

test('packingFor() packs nothing while too much is being packed, and packs again when that ends', async () => {
  const packing = (): string => packingFor({ headers: { 'accept-encoding': 'gzip, br' } }, 'a.html', 5000)
  expect(packing()).toBe('br')
  const packers = Array.from({ length: 16 }, () => openPacker('br'))
  expect(packing()).toBe('identity')
  packers[0]?.destroy()
  await once(packers[0]!, 'close')
  expect(packing()).toBe('br')
  for (const packer of packers) packer.destroy()
})
