-- Everything that is kept. The same words for H2 and PostgreSQL; ${blob} is the type for bytes.
-- The registry (member, cases, counted, ledger) is loaded into memory at start; documents are JSON.

create sequence inbox_id;
create sequence outbox_id;
create sequence turn;

-- What came in, as it came in: mails, operators' commands, and what became of our letters.
create table inbox (
    id          bigint primary key,
    kind        varchar(10) not null,
    state       varchar(10) not null,
    came        timestamp(6) with time zone not null,
    door        varchar not null,
    trusted     boolean not null,
    return_path varchar not null,                    -- '' is the null reverse-path
    recipients  varchar not null,                    -- one a line
    client      varchar not null,
    message_id  varchar not null,
    digest      varchar(64) not null,
    same_mail   varchar(64) unique,                  -- of Message-ID and digest: a second one is a duplicate
    first_id    bigint references inbox (id),        -- which row it is a duplicate of
    raw         ${blob} not null,
    raw_hash    varchar(64) not null,                -- of the bytes as they came, also when secrets are masked since
    asked_first timestamp(6) with time zone,
    next_try    timestamp(6) with time zone,
    reason      varchar not null
);
create index inbox_state on inbox (state, id);

create table member (
    tld      varchar(63) not null,
    address  varchar(254) not null,
    turn     bigint not null,
    document varchar not null,
    primary key (tld, address)
);

create table cases (
    number   bigint primary key,
    turn     bigint not null,
    document varchar not null
);

create table counted (
    turn     bigint primary key,
    what     varchar not null,
    happened timestamp(6) with time zone not null
);
create index counted_happened on counted (happened);

create table ledger (
    duty   varchar(20) not null,
    period varchar(40) not null,
    done   timestamp(6) with time zone not null,
    primary key (duty, period)
);

-- What IANA answered: each answer once, and each time it was given.
create table answer (
    sha256 varchar(64) primary key,
    raw    ${blob} not null
);

create table evidence (
    sha256    varchar(64) not null references answer (sha256),
    source    varchar(100) not null,
    looked_up timestamp(6) with time zone not null,
    primary key (sha256, source, looked_up)
);

-- Letters: envelope and own headers here, the body once for all that share it.
create table body (
    sha256 varchar(64) primary key,
    bytes  ${blob} not null
);

create table outbox (
    id            bigint primary key,
    letter        varchar(64) not null unique,
    kind          varchar(40) not null,
    case_number   bigint not null,
    message_id    varchar not null,
    envelope_from varchar not null,                  -- '' is the null reverse-path
    recipients    varchar not null,                  -- one a line
    headers       ${blob},                           -- none once a secret letter has left
    body          varchar(64) not null,
    sha256        varchar(64) not null,              -- of headers and body
    secret        boolean not null,
    reported      boolean not null,
    best_before   timestamp(6) with time zone not null,
    written       timestamp(6) with time zone not null,
    state         varchar(10) not null,
    next_try      timestamp(6) with time zone not null,
    attempts      int not null,
    reason        varchar not null,
    ended         timestamp(6) with time zone
);
create index outbox_due on outbox (state, next_try);
create index outbox_body on outbox (body, state);
create index outbox_ended on outbox (ended);

-- Hash-chained: digest = SHA-256(previous digest, canonical line, digest of the commitments).
create table journal (
    number      bigint primary key,
    happened    timestamp(6) with time zone not null,
    inbox       bigint not null,
    mail        varchar(64) not null,
    request     varchar not null,
    tld         varchar(63) not null,
    case_number bigint not null,
    what        varchar not null,
    reason      varchar not null,
    transition  varchar not null,
    evidence    varchar(64) not null,
    letters     varchar not null,
    digest      varchar(64) not null
);
create index journal_tld on journal (tld, number);
create index journal_case on journal (case_number, number);

-- Personal values beside the chain: commitment = SHA-256(salt, content); erasing both leaves the chain whole.
create table personal (
    number     bigint not null references journal (number),
    place      int not null,
    role       varchar(10) not null,
    salt       varchar(64),
    content    varchar,
    commitment varchar(64) not null,
    primary key (number, place)
);

-- journal.head: number and digest of the last line; outbox.held: why sending is stopped.
create table setting (
    name    varchar(40) primary key,
    content varchar not null
);
