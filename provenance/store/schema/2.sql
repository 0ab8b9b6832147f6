-- What tells this store from others, in the first line of its checkpoints.
create table identity (
    number integer primary key check (number = 1),
    name text not null,
    name_sha256 text not null
);
-- Over id, path and number of the latest version, which are kept nowhere else.
alter table documents add column row_sha256 text;
-- Decisions of named people: append-only. A row may only follow the last one, so that "insert or replace" is no way round.
create table journal (
    number integer primary key,
    entry text not null,
    hash text not null
);
create trigger journal_is_never_updated before update on journal
    begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_is_never_deleted before delete on journal
    begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_is_appended_to before insert on journal
    when new.number is not (select coalesce(max(number), 0) + 1 from journal)
    begin select raise(abort, 'the journal is append-only'); end;
-- The findings of the last check of each draft, and of the ledger, so that they can be decided about.
create table checked (
    target text not null,
    position integer not null,
    id text not null,
    json text not null,
    json_sha256 text not null,
    primary key (target, position)
);
create index checked_by_id on checked (id);
-- Words of claims, for candidates of a search; what is served comes from the rows of claims.
create virtual table claim_words using fts5(
    quote, content = 'claims', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger claim_words_are_added after insert on claims
    begin insert into claim_words (rowid, quote) values (new.key, new.quote); end;
create trigger claim_words_are_removed after delete on claims
    begin insert into claim_words (claim_words, rowid, quote) values ('delete', old.key, old.quote); end;
insert into claim_words (claim_words) values ('rebuild');
