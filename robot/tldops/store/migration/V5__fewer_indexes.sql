-- Each index is written with every commit; these were used seldom or never.
drop index outbox_ended;       -- the last hour's letters are the newest ones: found from the end
drop index counted_happened;   -- only housekeeping looked, by prefix

-- Numbers are counted by the one process that writes.
drop sequence inbox_id;
drop sequence outbox_id;
drop sequence turn;
