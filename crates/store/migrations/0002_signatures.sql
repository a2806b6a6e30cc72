-- Who has signed a private draft: the text as it stood in this version, and no other.
CREATE TABLE signatures (
    draft BIGINT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    signed TEXT NOT NULL,
    PRIMARY KEY (draft, account)
);
CREATE INDEX signatures_account ON signatures (account);
