-- Who is on the list beside the members, who speaks for an admin contact, what was posted, and what there is one of:
-- loaded into memory with the registry.
create table guest (
    address  varchar(254) primary key,
    turn     bigint not null,
    document varchar not null
);

create table delegate (
    tld      varchar(63) primary key,
    turn     bigint not null,
    document varchar not null
);

create table post (
    inbox    bigint primary key,                     -- the row that holds its bytes
    happened timestamp(6) with time zone not null,
    turn     bigint not null,
    document varchar not null
);

create table kept (
    name     varchar(40) primary key,
    turn     bigint not null,
    document varchar not null
);
