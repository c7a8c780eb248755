/** Accounts and sign-in of staff; residents' sealed identities, one key a person. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql", "web", "ledger", "message"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.identity;
