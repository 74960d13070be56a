//! Aki, Bo and Claire: people with journals, for the tests.
