-- When mail could not come in (SPEC 1.10): loaded into memory with the registry.
create table outage (
    turn  bigint primary key,
    began timestamp(6) with time zone not null,
    ended timestamp(6) with time zone not null
);
