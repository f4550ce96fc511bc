-- How far each folder of a mailbox is read (IMAP), so that no mail is passed over and none is taken that lay there before.
create table mailbox (
    server   varchar not null,
    login    varchar not null,
    folder   varchar not null,
    validity bigint not null,                        -- UIDVALIDITY: another one numbers the mails anew (RFC 3501 2.3.1.1)
    uid      bigint not null,                        -- all up to this one are done with
    began    timestamp(6) with time zone not null,   -- by the server's clock: what came earlier is nobody's to answer (L12)
    primary key (server, login, folder)
);
