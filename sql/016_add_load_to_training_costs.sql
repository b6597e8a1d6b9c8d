-- A trial takes twice as long when another job shares the threads, and parts of one step cost differently.
ALTER TABLE training_costs
    ADD COLUMN phase   text             NOT NULL DEFAULT '',           -- kind of part; empty for a step without parts
    ADD COLUMN phases  integer          NOT NULL DEFAULT 1 CHECK (phases >= 1),  -- parts of that kind; trials are those of one
    ADD COLUMN threads integer CHECK (threads >= 1),                   -- null: not known, of a server before this column
    ADD COLUMN jobs    double precision NOT NULL DEFAULT 1 CHECK (jobs >= 1);    -- that shared them, this one included
