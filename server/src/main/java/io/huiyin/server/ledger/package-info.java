/** 公开登记簿: leaf hashes written in the caller's transaction, positions by one sequencer. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.ledger;
