-- A letter to many stands in several rows, one for each part of its subscribers: `letter` is then the letter's id, a slash
-- and the number of the part. Its body is kept once for all of them.
alter table outbox add column bulletin boolean default false not null;         -- the breaker does not count it, and it lets others go first
alter table outbox add column subscribers int default 0 not null;              -- how many stand in `recipients`; 0 is a letter to those in its headers
alter table outbox add column done varchar default '' not null;                -- a sign for each of them: x taken by the relay, - refused, . open; '' = all open
