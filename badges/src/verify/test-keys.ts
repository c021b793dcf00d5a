/**
 * Multikeys, or where a key has none JWK thumbprints (RFC 7638), of a standard, a guide or a public test suite, whose secret half is no secret. Whoever signs with
 * one has proved nothing: anybody can. Each is named with the place that published it.
 */
export const testKeys: ReadonlyMap<string, string> = new Map([
  [
    'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
    '1EdTech, Open Badges 3.0 implementation guide',
  ],
  ['z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2', 'W3C, vc-di-eddsa test vectors'],
  ['z6MkhWqdDBPojHA7cprTGTt5yHv5yUi1B8cnXn8ReLumkw6E', 'W3C, vc-di-eddsa proof sets and chains'],
  ['z6MkmEq87wkHCYnWnNZkigeDMGTN7oUw1upkhzd77KuXERS1', 'W3C, vc-di-eddsa proof sets and chains'],
  ['z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7', 'W3C, vc-di-eddsa proof sets and chains'],
  ['zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP', 'W3C, vc-di-ecdsa test vectors, P-256'],
  [
    'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ',
    'W3C, vc-di-ecdsa test vectors, P-384',
  ],
  ['73voMXFNmNlOEpuYCSJlh8eN0dscykoO6gBukgRS1uU', 'W3C, vc-jose-cose test suite, ES256'],
  ['96qBnDpvS6x8YSCH_xmnLlXZMkDhHBr8lj99u5aog7s', 'W3C, vc-jose-cose test suite, ES384'],
  ['2aOHaQxsWVT4mLsUkdtlCnUV-au0BBR-5yPYaPaCc5k', 'W3C, vc-jose-cose test suite, EdDSA'],
  ['kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k', 'IETF, RFC 8032 and RFC 8037'],
  ['NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs', 'IETF, RFC 7517 appendix A.2'],
  [
    'z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q',
    'Digital Credentials Consortium, key of its test fixtures',
  ],
])
