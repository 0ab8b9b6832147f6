-- Which program made the keys of a document: those of another one need not be those that this one would make.
alter table indexed add column program text not null default '';
create index indexed_by_program on indexed (program);
-- Which lists of partners are open is asked at every addition, and nearly none is.
create index indexed_open on indexed (document) where listed < 0;
-- The findings of one document are asked for whenever it is added, changed or removed.
create index findings_by_a on findings (a_document);
create index findings_by_b on findings (b_document)
