-- Keys that devices keep, by which accounts sign in; nothing here is secret. `id` in hexadecimal digits, `held` as the
-- library writes it.
CREATE TABLE passkeys (
    id TEXT NOT NULL PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    held TEXT NOT NULL,
    created TEXT NOT NULL,
    used TEXT
);
CREATE INDEX passkeys_account ON passkeys (account);

-- What was begun with somebody's browser, and is taken up once: by the SHA-256 of what the browser keeps.
CREATE TABLE begun (
    hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    kept TEXT NOT NULL,
    expires TEXT NOT NULL
);
