-- What comparing two documents showed, by their numbers in the index: half a line less for each pair of them.
drop table compared;
create table compared (
    one integer not null,
    other integer not null,
    told integer not null,
    primary key (one, other)
) without rowid;
-- Which of two documents comes first that share as much with a third: by their keys, not by what they are called.
alter table indexed add column rank integer not null default 0;
-- The lists of partners are made again in that order.
update indexed set listed = -1
