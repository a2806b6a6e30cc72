-- Delegations, groups and committees, as administrators list them; a role that is for one has its name, `en / fr`.
CREATE TABLE bodies (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    en TEXT NOT NULL,
    fr TEXT NOT NULL
);
CREATE UNIQUE INDEX bodies_en ON bodies (kind, en);
CREATE UNIQUE INDEX bodies_fr ON bodies (kind, fr);

-- Who belongs to which.
CREATE TABLE belongs (
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    body BIGINT NOT NULL REFERENCES bodies (id) ON DELETE CASCADE,
    PRIMARY KEY (account, body)
);
CREATE INDEX belongs_body ON belongs (body);

INSERT INTO counters (name, last) VALUES ('body', 0);
