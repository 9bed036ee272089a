CREATE SEQUENCE bench_naive_ping_seq INCREMENT BY 50;
CREATE TABLE bench_naive_ping (
    id         bigint PRIMARY KEY,
    contest    varchar(255),
    campaign   varchar(255),
    kind       varchar(255),
    visitor    varchar(255),
    receivedAt timestamptz
);
