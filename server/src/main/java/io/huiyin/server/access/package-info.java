/** Who may do what (one readable table of routes), and every look at an identity with its purpose. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql", "web", "identity", "ledger", "message"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.access;
