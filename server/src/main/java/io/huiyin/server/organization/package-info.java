/** Units, sections, posts, officials and who holds what when; service items; the roster's import. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql", "web", "csv", "ledger"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.organization;
