-- One text for SQLite and PostgreSQL: TEXT and BIGINT alone. Moments are written 2031-10-16T10:00:00Z, hashes as 64
-- hexadecimal digits, yes and no as 1 and 0.

-- The last number given, by what it counts. Numbers are never given twice, also after something was removed.
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO counters (name, last) VALUES ('dossier', 0), ('account', 0), ('token', 0), ('draft', 0);

-- Dossiers in JSON and files of rules, by their SHA-256.
CREATE TABLE texts (
    hash TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);

CREATE TABLE dossiers (
    id BIGINT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL
);

-- The logs. A line is the very bytes that a file holds, without the line feed.
CREATE TABLE entries (
    dossier BIGINT NOT NULL REFERENCES dossiers (id),
    seq BIGINT NOT NULL,
    line TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (dossier, seq)
);

-- What was answered to a request that came with a key.
CREATE TABLE receipts (
    scope TEXT NOT NULL,
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    dossier BIGINT NOT NULL REFERENCES dossiers (id),
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL,
    given TEXT NOT NULL,
    PRIMARY KEY (scope, name)
);

CREATE TABLE accounts (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    password TEXT,
    disabled BIGINT NOT NULL,
    created TEXT NOT NULL
);

-- Who somebody is elsewhere, for signing in there.
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject)
);

CREATE TABLE roles (
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    dossier BIGINT REFERENCES dossiers (id),
    role TEXT NOT NULL,
    body TEXT
);
CREATE UNIQUE INDEX roles_once ON roles (account, coalesce(dossier, 0), role, coalesce(body, ''));

CREATE TABLE sessions (
    hash TEXT NOT NULL PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    seen TEXT NOT NULL,
    expires TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account);

CREATE TABLE tokens (
    id BIGINT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created TEXT NOT NULL,
    expires TEXT,
    used TEXT
);
CREATE INDEX tokens_account ON tokens (account);

CREATE TABLE drafts (
    id BIGINT NOT NULL PRIMARY KEY,
    owner BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    dossier BIGINT NOT NULL REFERENCES dossiers (id),
    payload TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated TEXT NOT NULL
);
CREATE INDEX drafts_owner ON drafts (owner);

CREATE TABLE shares (
    draft BIGINT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (draft, account)
);
CREATE INDEX shares_account ON shares (account);

CREATE TABLE links (
    hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    account BIGINT REFERENCES accounts (id) ON DELETE CASCADE,
    draft BIGINT REFERENCES drafts (id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    expires TEXT NOT NULL,
    used TEXT
);
