//! Seeded dossiers of any size, for property tests, benchmarks and the example `generate`.
