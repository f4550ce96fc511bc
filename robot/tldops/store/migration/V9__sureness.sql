-- Who sent a mail can be judged again after a restart, and stays told: the client's address stands in `client`.
alter table inbox add column helo varchar default '' not null;                 -- the name that an SMTP client gave itself (RFC 7208 2.3)
alter table journal add column sureness varchar default '' not null;           -- how sure the mail made us of its sender, and why; '' when no mail led to the line
